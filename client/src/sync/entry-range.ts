import { newer, type LogEntry } from './log-entry.ts'

/**
 * Entries of a log without holes: everything from `from` to `to` that is anything to us (R4). Immutable.
 * `from` = `to` + 1: nothing yet.
 */
export class EntryRange {
  readonly from: number
  readonly to: number
  /** Ascending by seq. */
  readonly entries: readonly LogEntry[]

  constructor(from: number, to: number, entries: readonly LogEntry[]) {
    this.from = from
    this.to = to
    this.entries = entries
  }

  covers(seq: number): boolean {
    return seq >= this.from && seq <= this.to
  }

  /** Takes what a page says about `coveredFrom` to `coveredTo`. A page that does not join is no part of it. */
  join(page: readonly LogEntry[], coveredFrom: number, coveredTo: number): EntryRange {
    if (coveredFrom > this.to + 1 || coveredTo < this.from - 1) return this
    const from = Math.min(this.from, coveredFrom)
    const to = Math.max(this.to, coveredTo)
    const last = this.entries.at(-1)?.seq ?? 0
    const first = page[0]
    // NOTE the common case, a new entry at the end, is not sorted anew.
    if (first !== undefined && first.seq > last)
      return new EntryRange(from, to, [...this.entries, ...page])
    return new EntryRange(from, to, merged(this.entries, page))
  }

  /** A newer version of an entry that is there. */
  replace(entry: LogEntry): EntryRange {
    const index = this.entries.findLastIndex(({ seq }) => seq === entry.seq)
    const before = this.entries[index]
    const now = before === undefined ? undefined : newer(before, entry)
    if (now === undefined || now === before) return this
    return new EntryRange(this.from, this.to, this.entries.with(index, now))
  }

  keepNewest(max: number): EntryRange {
    if (this.entries.length <= max) return this
    const entries = this.entries.slice(-max)
    return new EntryRange(entries[0]?.seq ?? this.to + 1, this.to, entries)
  }

  keepOldest(max: number): EntryRange {
    if (this.entries.length <= max) return this
    const entries = this.entries.slice(0, max)
    return new EntryRange(this.from, entries.at(-1)?.seq ?? this.from - 1, entries)
  }
}

function merged(a: readonly LogEntry[], b: readonly LogEntry[]): LogEntry[] {
  const bySeq = new Map<number, LogEntry>()
  for (const entry of [...a, ...b]) {
    const known = bySeq.get(entry.seq)
    bySeq.set(entry.seq, known === undefined ? entry : newer(known, entry))
  }
  return [...bySeq.values()].sort((x, y) => x.seq - y.seq)
}
