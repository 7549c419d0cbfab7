import { pinyin } from 'pinyin-pro'

/** How well a name is what is looked for; 0: not at all. */
export type NameMatch = 0 | 1 | 2 | 3 | 4
export const nameMatches = { none: 0, pinyin: 1, inside: 2, beginning: 3, whole: 4 } as const

const han = /\p{Script=Han}/u
const latin = /^[a-z]+$/
/** Steps of one comparison by pinyin: names with many readings could branch without end. */
const stepsMax = 2_000
const readingsOf = new Map<string, readonly string[]>()

/** `wanted` as given back by foldedName. A Chinese name is also found by its syllables, or by their first letters. */
export function matchName(name: string, wanted: string): NameMatch {
  const folded = foldedName(name)
  if (wanted === '') return nameMatches.none
  if (folded === wanted) return nameMatches.whole
  if (folded.startsWith(wanted)) return nameMatches.beginning
  if (folded.includes(wanted)) return nameMatches.inside
  const letters = wanted.replaceAll(/[\s']/g, '')
  if (!latin.test(letters) || !han.test(folded)) return nameMatches.none
  return soundsLike([...folded], letters) ? nameMatches.pinyin : nameMatches.none
}

export function foldedName(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim()
}

function soundsLike(characters: readonly string[], letters: string): boolean {
  let steps = 0
  const from = (at: number, rest: string): boolean => {
    if (rest === '') return true
    const character = characters[at]
    steps += 1
    if (character === undefined || steps > stepsMax) return false
    return readings(character).some(
      (reading) =>
        reading.startsWith(rest) ||
        (rest.startsWith(reading) && from(at + 1, rest.slice(reading.length))) ||
        initialsOf(reading).some(
          (initial) => rest.startsWith(initial) && from(at + 1, rest.slice(initial.length)),
        ),
    )
  }
  return characters.some((_, at) => from(at, letters))
}

/** How a syllable may be begun for short: zhang by z or zh. */
function initialsOf(reading: string): string[] {
  const first = reading.slice(0, 1)
  return /^[zcs]h/.test(reading) ? [first, reading.slice(0, 2)] : [first]
}

/** The syllables a character may be read as; of one that is not Chinese, itself. */
function readings(character: string): readonly string[] {
  const known = readingsOf.get(character)
  if (known !== undefined) return known
  const found = han.test(character)
    ? pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true })
    : [character]
  const distinct = [...new Set(found.map((reading) => reading.toLowerCase()))]
  readingsOf.set(character, distinct)
  return distinct
}
