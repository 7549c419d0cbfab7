import type { Mention } from '@parley/client/browser'

/** Further back than this no name begins. */
const queryLengthMax = 32

export interface MentionQuery {
  /** Where the @ stands. */
  from: number
  query: string
}

/** What is being written after an @ right before the caret; an @ inside of a word, such as in an address, is none. */
export function mentionQuery(value: string, caret: number): MentionQuery | undefined {
  const from = value.lastIndexOf('@', caret - 1)
  if (from < 0 || caret - from - 1 > queryLengthMax) return undefined
  const query = value.slice(from + 1, caret)
  if (/[\s@]/.test(query)) return undefined
  return /[\w.]/.test(value[from - 1] ?? ' ') ? undefined : { from, query }
}

/** Puts a name where it was begun. */
export function putMention(value: string, at: MentionQuery, name: string) {
  const before = `${value.slice(0, at.from)}@${name} `
  const after = value.slice(at.from + 1 + at.query.length)
  return { value: before + after.replace(/^ /, ''), caret: before.length }
}

/** Names that were picked, by what stands in the text; 0: everybody. */
export type Picked = ReadonlyMap<string, number>

/** Who is named in a text: every place where a picked name still stands. */
export function mentionsIn(value: string, picked: Picked) {
  const mentions: Mention[] = []
  let mentionAll = false
  // Longer names first: one may begin like another.
  const names = [...picked].toSorted(([a], [b]) => b.length - a.length)
  for (let at = value.indexOf('@'); at >= 0; at = value.indexOf('@', at + 1)) {
    const found = names.find(([name]) => value.startsWith(name, at + 1))
    if (found === undefined) continue
    const [name, account] = found
    if (account === 0) mentionAll = true
    else mentions.push({ account, offset: at, length: name.length + 1 })
    at += name.length
  }
  return { mentions, mentionAll }
}
