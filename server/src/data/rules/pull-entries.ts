import { pageEntriesMax } from '@parley/protocol'
import type { Pull, PullInput } from '../entry-store.ts'
import type { ConversationId, Seq, StoredEntry } from '../model.ts'
import { firstFor, headFor, visibleIntervals } from './intervals.ts'
import type { Interval, ReadTables } from './tables.ts'

/** Rows read at once, so that a page of large bodies does not read far beyond its bytes. */
const rowsAtOnce = 64

export function pullEntries(tables: ReadTables, input: PullInput): Pull {
  const found = tables.membership(input.conversation, input.reader)
  if (found === undefined) return { status: 'refused', error: 'NOT_FOUND' }
  const { conversation, member } = found
  const headSeq = headFor(conversation, member)
  const firstSeq = firstFor(conversation, member)
  const intervals = visibleIntervals(conversation, member)

  if (input.backward) {
    const from = input.fromSeq === 0 ? headSeq : Math.min(input.fromSeq, headSeq)
    const page = readPage(tables, input, within(intervals, 1, from).toReversed())
    const entries = page.entries.toReversed()
    if (from < firstSeq) return { status: 'page', entries, ...nothing, headSeq, firstSeq }
    const coveredFrom = page.cut ? (entries[0]?.seq ?? from) : firstSeq
    return { status: 'page', entries, coveredFrom, coveredTo: from, headSeq, firstSeq }
  }

  if (input.fromSeq > 0 && input.fromSeq < conversation.firstSeq) {
    return { status: 'refused', error: 'TRIMMED' }
  }
  const from = input.fromSeq === 0 ? firstSeq : input.fromSeq
  const { entries, cut } = readPage(tables, input, within(intervals, from, headSeq))
  if (from > headSeq) return { status: 'page', entries, ...nothing, headSeq, firstSeq }
  const coveredTo = cut ? (entries.at(-1)?.seq ?? from) : headSeq
  return { status: 'page', entries, coveredFrom: from, coveredTo, headSeq, firstSeq }
}

const nothing = { coveredFrom: 0, coveredTo: 0 }

/** The newest entries of an interval list, ascending. */
export function newestEntries(
  tables: ReadTables,
  conversation: ConversationId,
  intervals: readonly Interval[],
  limit: number,
  bytesMax: number,
): StoredEntry[] {
  const input = { conversation, limit, bytesMax, backward: true }
  return readPage(tables, input, intervals.toReversed()).entries.toReversed()
}

function within(intervals: readonly Interval[], fromSeq: Seq, toSeq: Seq): Interval[] {
  return intervals
    .map((interval) => ({
      fromSeq: Math.max(interval.fromSeq, fromSeq),
      toSeq: Math.min(interval.toSeq, toSeq),
    }))
    .filter((interval) => interval.fromSeq <= interval.toSeq)
}

/** `intervals` in the order in which they are read. `cut`: there is more than the page holds. */
function readPage(
  tables: ReadTables,
  input: Pick<PullInput, 'conversation' | 'limit' | 'bytesMax' | 'backward'>,
  intervals: readonly Interval[],
): { entries: StoredEntry[]; cut: boolean } {
  const { conversation, bytesMax, backward: descending } = input
  const limit = Math.max(1, Math.min(input.limit, pageEntriesMax))
  const entries: StoredEntry[] = []
  let bytes = 0
  for (let { fromSeq, toSeq } of intervals) {
    while (fromSeq <= toSeq) {
      if (entries.length >= limit) return { entries, cut: true }
      const rows = Math.min(limit - entries.length, rowsAtOnce)
      const range = { conversation, fromSeq, toSeq, limit: rows, descending }
      const read = tables.entries(range)
      for (const [index, entry] of read.entries()) {
        const expected = descending ? toSeq - index : fromSeq + index
        if (entry.seq !== expected) throw new Error(`entry ${expected} of a dense log is missing`)
        bytes += entry.body.length
        if (bytes > bytesMax && entries.length > 0) return { entries, cut: true }
        entries.push(entry)
      }
      const last = read.at(-1)
      const missing = Math.min(rows, toSeq - fromSeq + 1) - read.length
      if (last === undefined || missing > 0) throw new Error('a dense log ends too early')
      if (descending) toSeq = last.seq - 1
      else fromSeq = last.seq + 1
    }
  }
  return { entries, cut: false }
}
