/**
 * How texts are cut into what is looked for. Latin and the like by words, without case and accents; Chinese, Japanese
 * and Korean, which have no spaces, by every two neighbouring characters and the last one of a run, so that any two
 * characters are found, and the two of one text stand side by side.
 */
export const tokenLengthMax = 40
/** Of one entry; what lies behind is not found. */
export const tokensMax = 8_000

const runs =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+|[\p{L}\p{N}]+/gu
const dense = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const apart =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])(?=[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])|(?<=[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])/gu

/** What is looked for: all of these parts. */
export interface QueryPart {
  /** Side by side, in this order. */
  tokens: readonly string[]
  /** The last token need only begin so. */
  isPrefix: boolean
}

export function tokensOf(text: string): string[] {
  const tokens: string[] = []
  for (const run of runsOf(text)) {
    for (const token of dense.test(run) ? pairsOf(run, true) : [run.slice(0, tokenLengthMax)]) {
      if (tokens.length >= tokensMax) return tokens
      tokens.push(token)
    }
  }
  return tokens
}

/** Empty: there is nothing to look for in `text`. */
export function queryOf(text: string): QueryPart[] {
  const all = runsOf(text)
  return all.map((run, index) => {
    if (!dense.test(run)) {
      const isPrefix = index === all.length - 1
      return { tokens: [run.slice(0, tokenLengthMax)], isPrefix }
    }
    const pairs = pairsOf(run, false)
    return pairs.length > 0 ? { tokens: pairs, isPrefix: false } : { tokens: [run], isPrefix: true }
  })
}

/** Whether a text with these tokens is what is looked for. */
export function matches(tokens: readonly string[], query: readonly QueryPart[]): boolean {
  return query.every((part) => tokens.some((_, at) => standsAt(tokens, at, part)))
}

function standsAt(tokens: readonly string[], at: number, part: QueryPart): boolean {
  return part.tokens.every((wanted, index) => {
    const token = tokens[at + index]
    const isLast = index === part.tokens.length - 1
    return isLast && part.isPrefix ? token?.startsWith(wanted) : token === wanted
  })
}

function runsOf(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replaceAll(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
  return (folded.match(runs) ?? []).flatMap((run) => run.split(apart))
}

function pairsOf(run: string, withLast: boolean): string[] {
  const characters = [...run]
  const pairs = characters.slice(1).map((second, index) => `${characters[index]}${second}`)
  const last = characters.at(-1)
  return withLast && last !== undefined ? [...pairs, last] : pairs
}
