/** The first character of each letter in the order of pinyin; no syllable begins with I, U or V. */
const firsts = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀'
const letters = 'ABCDEFGHJKLMNOPQRSTWXYZ'
const pinyin = new Intl.Collator('zh-u-co-pinyin')
const plain = new Intl.Collator('en', { sensitivity: 'base' })

/** What has no letter stands at the end. */
export const noLetter = '#'

/** The letter under which a name is listed: a Chinese one by its pinyin. */
export function letterOf(name: string): string {
  const first = [...name].find((sign) => /[\p{L}\p{N}]/u.test(sign)) ?? ''
  if (/\p{Script=Han}/u.test(first)) {
    const after = [...firsts].findIndex((sign) => pinyin.compare(first, sign) < 0)
    return letters[after < 0 ? letters.length - 1 : after - 1] ?? noLetter
  }
  const latin = first.normalize('NFKD').slice(0, 1).toUpperCase()
  return /[A-Z]/.test(latin) ? latin : noLetter
}

/** By letter, then as a dictionary does it. */
export function compareNames(a: string, b: string): number {
  const [left, right] = [letterOf(a), letterOf(b)]
  if (left !== right) {
    if (left === noLetter) return 1
    if (right === noLetter) return -1
    return plain.compare(left, right)
  }
  return pinyin.compare(a, b)
}
