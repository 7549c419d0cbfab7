/** A stretch of a text, and whether it is what was looked for. */
export interface Stretch {
  text: string
  hit: boolean
}

/** As looked for: whatever its case, accents and width. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()

export const wordsOf = (query: string): string[] =>
  fold(query)
    .split(/[\s\p{P}]+/u)
    .filter((word) => word !== '')

/** Whether one of the names contains every word. */
export function matches(names: readonly string[], words: readonly string[]): boolean {
  const place = fold(names.join('\n'))
  return words.every((word) => place.includes(word))
}

/** Cuts a text where what was looked for begins and ends. */
export function stretches(text: string, words: readonly string[]): Stretch[] {
  const { folded, at } = foldedWithPlaces(text)
  const hits = words
    .flatMap((word) => placesOf(folded, word))
    .map(([from, to]) => [at[from] ?? 0, at[to] ?? text.length] as const)
    .toSorted(([a], [b]) => a - b)
  const cut: Stretch[] = []
  let done = 0
  for (const [from, to] of hits) {
    if (to <= done) continue
    const start = Math.max(from, done)
    if (start > done) cut.push({ text: text.slice(done, start), hit: false })
    const last = cut.at(-1)
    if (last?.hit === true) last.text += text.slice(start, to)
    else cut.push({ text: text.slice(start, to), hit: true })
    done = to
  }
  if (done < text.length) cut.push({ text: text.slice(done), hit: false })
  return cut
}

/** What is shown before the first hit, so that it is in view on one line. */
const leadLength = 14
const snippetLength = 120

/** One line of a text around what was looked for. */
export function snippet(text: string, words: readonly string[]): Stretch[] {
  const line = text.replace(/\s+/g, ' ').trim()
  const first = stretches(line, words).find(({ hit }) => hit)
  const hitAt = first === undefined ? 0 : lengthBefore(line, words)
  const from = hitAt > leadLength * 2 ? hitAt - leadLength : 0
  // A sign of two units is not cut in half.
  const start = from > 0 && /[\uDC00-\uDFFF]/.test(line[from] ?? '') ? from - 1 : from
  const shown = line.slice(start, start + snippetLength)
  const cut = stretches(shown, words)
  return start > 0 ? [{ text: '…', hit: false }, ...cut] : cut
}

const lengthBefore = (line: string, words: readonly string[]) => {
  const [first] = stretches(line, words)
  return first === undefined || first.hit ? 0 : first.text.length
}

/** A folded text, and for each of its units where it stands in the text itself. */
function foldedWithPlaces(text: string): { folded: string; at: number[] } {
  let folded = ''
  const at: number[] = []
  let index = 0
  for (const sign of text) {
    const plain = fold(sign)
    folded += plain
    for (let unit = 0; unit < plain.length; unit += 1) at.push(index)
    index += sign.length
  }
  at.push(text.length)
  return { folded, at }
}

/** The server finds Chinese by pairs of characters: where the whole word is not in a text, its pairs are. */
function placesOf(folded: string, word: string): [number, number][] {
  const whole = everyPlace(folded, word)
  if (whole.length > 0 || !/\p{Script=Han}/u.test(word)) return whole
  const pairs = [...word].slice(0, -1).map((sign, index) => sign + ([...word][index + 1] ?? ''))
  return pairs.flatMap((pair) => everyPlace(folded, pair))
}

function everyPlace(folded: string, word: string): [number, number][] {
  const places: [number, number][] = []
  for (let from = folded.indexOf(word); from >= 0; from = folded.indexOf(word, from + word.length))
    places.push([from, from + word.length])
  return places
}
