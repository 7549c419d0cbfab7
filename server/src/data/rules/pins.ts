import type { ConversationId, Seq, ServedEntry } from '../model.ts'
import type { Pins, PinsInput } from '../entry-store.ts'
import { intervalWith, visibleIntervals } from './intervals.ts'
import { deletedRanges } from './own-state-table.ts'
import { pinTable } from './pin-table.ts'
import { covers } from './seq-ranges.ts'
import { serveEntry } from './serve-entry.ts'
import type { ReadTables } from './tables.ts'

export function isPinned(tables: ReadTables, conversation: ConversationId, target: Seq): boolean {
  return tables.row(pinTable, [conversation, target]) !== undefined
}

/** Whether one more may be pinned. */
export function pinFits(tables: ReadTables, conversation: ConversationId, max: number): boolean {
  if (max < 1) return false
  const range = { by: pinTable.key, where: [conversation], limit: max }
  return tables.rows(pinTable, range).length < max
}

/** The pins that a member sees: both the entry and the act lie in its intervals (R16). */
export function pinnedEntries(tables: ReadTables, input: PinsInput): Pins {
  const { reader, conversation: id, before, limit, bytesMax } = input
  const found = tables.membership(id, reader)
  if (found === undefined) return { status: 'refused', error: 'NOT_FOUND' }
  const intervals = visibleIntervals(found.conversation, found.member)
  const deleted = deletedRanges(tables, reader, id)
  const viewer = { account: reader, intervals, deleted }
  const entries: ServedEntry[] = []
  let bytes = 0
  for (let seq = before === 0 ? Number.MAX_SAFE_INTEGER : before; ;) {
    const [row] = tables.rows(pinTable, {
      ...{ by: ['conversation', 'seq'], where: [id], after: [seq], descending: true, limit: 1 },
    })
    if (row === undefined) return { status: 'page', entries, more: false }
    seq = row.seq
    const isThere = (one: Seq) => intervalWith(intervals, one) !== undefined
    const isSeen = isThere(row.target) && isThere(seq) && !covers(deleted, row.target)
    const entry = isSeen ? tables.entry(id, row.target) : undefined
    if (entry === undefined) continue
    const served = serveEntry(tables, id, viewer, entry)
    bytes += served.body.length
    const isFull = entries.length >= limit || bytes > bytesMax
    if (isFull && entries.length > 0) return { status: 'page', entries, more: true }
    entries.push(served)
  }
}
