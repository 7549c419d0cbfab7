import { pageEntriesMax } from '@parley/protocol'
import type { PullInput } from '../entry-store.ts'
import type { ConversationId, Seq, ServedEntry } from '../model.ts'
import { withBurnTimes } from './burns.ts'
import { isAct } from './countable.ts'
import { intervalWith } from './intervals.ts'
import { serveEntry, type Viewer } from './serve-entry.ts'
import { covers } from './seq-ranges.ts'
import type { Interval, ReadTables } from './tables.ts'

/** Rows read at once, so that a page of large bodies does not read far beyond its bytes. */
export const rowsAtOnce = 64

export interface ReadPage {
  /** In the order in which they were read. */
  entries: ServedEntry[]
  /** Entries beside the page that acts in it changed, as they are now. */
  changes: ServedEntry[]
  /** There is more than the page holds. */
  cut: boolean
}

/** @param ranges parts of the viewer's intervals, in the order in which they are read. */
export function readPage(
  tables: ReadTables,
  input: Pick<PullInput, 'conversation' | 'limit' | 'bytesMax' | 'backward'>,
  viewer: Viewer,
  ranges: readonly Interval[],
): ReadPage {
  const { conversation, backward: descending } = input
  const limit = Math.max(1, Math.min(input.limit, pageEntriesMax))
  const page = new Page(tables, conversation, viewer, input.bytesMax)
  for (let { fromSeq, toSeq } of ranges) {
    while (fromSeq <= toSeq) {
      if (page.length >= limit) return page.finish(true)
      const rows = Math.min(limit - page.length, rowsAtOnce)
      const range = { conversation, fromSeq, toSeq, limit: rows, descending }
      const read = tables.entries(range)
      for (const [index, entry] of read.entries()) {
        const expected = descending ? toSeq - index : fromSeq + index
        if (entry.seq !== expected) throw new Error(`entry ${expected} of a dense log is missing`)
        if (!page.take(serveEntry(tables, conversation, viewer, entry))) return page.finish(true)
      }
      const last = read.at(-1)
      const missing = Math.min(rows, toSeq - fromSeq + 1) - read.length
      if (last === undefined || missing > 0) throw new Error('a dense log ends too early')
      if (descending) toSeq = last.seq - 1
      else fromSeq = last.seq + 1
    }
  }
  return page.finish(false)
}

/** Fills up to its bytes, what acts changed elsewhere included. */
class Page {
  readonly #tables: ReadTables
  readonly #conversation: ConversationId
  readonly #viewer: Viewer
  readonly #bytesMax: number
  readonly #entries: ServedEntry[] = []
  readonly #changes = new Map<Seq, ServedEntry>()
  #bytes = 0

  constructor(tables: ReadTables, conversation: ConversationId, viewer: Viewer, bytesMax: number) {
    this.#tables = tables
    this.#conversation = conversation
    this.#viewer = viewer
    this.#bytesMax = bytesMax
  }

  get length(): number {
    return this.#entries.length
  }

  /** @returns false where it does not fit; a page holds one entry at least. */
  take(entry: ServedEntry): boolean {
    const change = this.#changeBy(entry)
    const bytes = this.#bytes + entry.body.length + (change?.body.length ?? 0)
    if (bytes > this.#bytesMax && this.#entries.length > 0) return false
    this.#bytes = bytes
    this.#entries.push(entry)
    if (change !== undefined) this.#changes.set(change.seq, change)
    return true
  }

  finish(cut: boolean): ReadPage {
    for (const { seq } of this.#entries) this.#changes.delete(seq)
    const served = (entries: readonly ServedEntry[]) =>
      entries.length === 0 ? [] : withBurnTimes(this.#tables, this.#conversation, entries)
    return { entries: served(this.#entries), changes: served([...this.#changes.values()]), cut }
  }

  /** What this entry changed, where it does not stand in the page before it. */
  #changeBy(entry: ServedEntry): ServedEntry | undefined {
    const { refSeq } = entry
    if (!isAct(entry.kind) || this.#changes.has(refSeq)) return undefined
    // NOTE dense: what lies between the first entry and this one was taken.
    const [first] = this.#entries
    if (first !== undefined && first.seq <= refSeq && this.#holds(refSeq)) return undefined
    if (intervalWith(this.#viewer.intervals, refSeq) === undefined) return undefined
    if (covers(this.#viewer.deleted, refSeq)) return undefined
    const target = this.#tables.entry(this.#conversation, refSeq)
    return target && serveEntry(this.#tables, this.#conversation, this.#viewer, target)
  }

  #holds(seq: Seq): boolean {
    return this.#entries.some((entry) => entry.seq === seq)
  }
}
