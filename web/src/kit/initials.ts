const han = /\p{Script=Han}/u
const letter = /[\p{L}\p{N}]/u
const ideographsShown = 2

/**
 * What stands for a face: the last two characters of a Chinese name (the given name, not the surname that a
 * thousand others share), else the first letters of the first and the last word.
 */
export function initials(name: string): string {
  const ideographs = [...name].filter((sign) => han.test(sign))
  if (ideographs.length > 0) return ideographs.slice(-ideographsShown).join('')
  const words = name
    .split(/[\s._-]+/)
    .flatMap((word) => [...word].find((sign) => letter.test(sign)) ?? [])
  const first = words[0] ?? '#'
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return (first + last).toLocaleUpperCase('en')
}
