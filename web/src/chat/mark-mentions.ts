/** A mention as it comes: where a name stands in the text, in UTF-16 units. */
export interface MarkedName {
  account?: number | null
  offset?: number | null
  length?: number | null
}

export interface MarkedPart {
  text: string
  /** Undefined: no name. */
  account: number | undefined
}

/** Cuts a text at the names in it. Places that do not lie in the text, or in each other, name nobody. */
export function markMentions(text: string, mentions: readonly MarkedName[]): MarkedPart[] {
  const parts: MarkedPart[] = []
  let at = 0
  const inOrder = mentions.toSorted((a, b) => (a.offset ?? 0) - (b.offset ?? 0))
  for (const { account, offset, length } of inOrder) {
    const [from, to] = [offset ?? 0, (offset ?? 0) + (length ?? 0)]
    if (from < at || to <= from || to > text.length) continue
    if (from > at) parts.push({ text: text.slice(at, from), account: undefined })
    parts.push({ text: text.slice(from, to), account: account ?? 0 })
    at = to
  }
  if (at < text.length) parts.push({ text: text.slice(at), account: undefined })
  return parts
}
