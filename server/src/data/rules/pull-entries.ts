import type { Pull, PullInput } from '../entry-store.ts'
import type { ConversationId, Seq, ServedEntry, StoredEntry } from '../model.ts'
import { withBurnTimes } from './burns.ts'
import { isAct } from './countable.ts'
import { firstFor, headFor, visibleIntervals } from './intervals.ts'
import { deletedRanges } from './own-state-table.ts'
import { readPage, rowsAtOnce } from './read-page.ts'
import { serveEntry, type Viewer } from './serve-entry.ts'
import { without } from './seq-ranges.ts'
import type { Interval, ReadTables } from './tables.ts'

export function pullEntries(tables: ReadTables, input: PullInput): Pull {
  const found = tables.membership(input.conversation, input.reader)
  if (found === undefined) return { status: 'refused', error: 'NOT_FOUND' }
  const { conversation, member } = found
  const headSeq = headFor(conversation, member)
  const firstSeq = firstFor(conversation, member)
  const intervals = visibleIntervals(conversation, member)
  const deleted = deletedRanges(tables, input.reader, input.conversation)
  const viewer = { account: input.reader, intervals, deleted }
  const readable = without(intervals, deleted)

  if (input.backward) {
    const from = input.fromSeq === 0 ? headSeq : Math.min(input.fromSeq, headSeq)
    const page = readPage(tables, input, viewer, within(readable, 1, from).toReversed())
    const served = {
      status: 'page',
      entries: page.entries.toReversed(),
      changes: page.changes,
    } as const
    if (from < firstSeq) return { ...served, ...nothing, headSeq, firstSeq }
    const coveredFrom = page.cut ? (served.entries[0]?.seq ?? from) : firstSeq
    return { ...served, coveredFrom, coveredTo: from, headSeq, firstSeq }
  }

  if (input.fromSeq > 0 && input.fromSeq < conversation.firstSeq) {
    return { status: 'refused', error: 'TRIMMED' }
  }
  const from = input.fromSeq === 0 ? firstSeq : input.fromSeq
  const { cut, ...page } = readPage(tables, input, viewer, within(readable, from, headSeq))
  const served = { status: 'page', ...page } as const
  if (from > headSeq) return { ...served, ...nothing, headSeq, firstSeq }
  const coveredTo = cut ? (page.entries.at(-1)?.seq ?? from) : headSeq
  return { ...served, coveredFrom: from, coveredTo, headSeq, firstSeq }
}

const nothing = { coveredFrom: 0, coveredTo: 0 }

/** Acts beyond these are not passed over to find a message. */
const passedOverMax = 512

/**
 * The newest entries that a viewer sees, ascending, and those beside them that acts among them changed. Where all of them are
 * acts, the newest entry before them that is none is among the latter, so that a list has something to show.
 */
export function newestEntries(
  tables: ReadTables,
  conversation: ConversationId,
  viewer: Viewer,
  limit: number,
  bytesMax: number,
): { entries: ServedEntry[]; changes: ServedEntry[] } {
  if (limit === 0) return { entries: [], changes: [] }
  const input = { conversation, limit, bytesMax, backward: true }
  const readable = without(viewer.intervals, viewer.deleted)
  const { entries, changes } = readPage(tables, input, viewer, readable.toReversed())
  const oldest = entries.at(-1)
  if (oldest !== undefined && entries.every(({ kind }) => isAct(kind))) {
    const before = within(readable, 1, oldest.seq - 1)
    const shown = newestShown(tables, conversation, before)
    if (shown !== undefined && !changes.some(({ seq }) => seq === shown.seq)) {
      const served = serveEntry(tables, conversation, viewer, shown)
      changes.push(...withBurnTimes(tables, conversation, [served]))
    }
  }
  return { entries: entries.toReversed(), changes }
}

function newestShown(
  tables: ReadTables,
  conversation: ConversationId,
  ranges: readonly Interval[],
): StoredEntry | undefined {
  let left = passedOverMax
  for (const { fromSeq, toSeq: last } of ranges.toReversed()) {
    for (let toSeq = last; fromSeq <= toSeq && left > 0; toSeq -= rowsAtOnce) {
      const limit = Math.min(left, rowsAtOnce)
      const read = tables.entries({ conversation, fromSeq, toSeq, limit, descending: true })
      const shown = read.find(({ kind }) => !isAct(kind))
      if (shown !== undefined) return shown
      left -= read.length
    }
  }
  return undefined
}

function within(intervals: readonly Interval[], fromSeq: Seq, toSeq: Seq): Interval[] {
  return intervals
    .map((interval) => ({
      fromSeq: Math.max(interval.fromSeq, fromSeq),
      toSeq: Math.min(interval.toSeq, toSeq),
    }))
    .filter((interval) => interval.fromSeq <= interval.toSeq)
}
