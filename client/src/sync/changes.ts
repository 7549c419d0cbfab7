import { newer, type LogEntry } from './log-entry.ts'

/** Changed entries that are kept in mind. */
const changesMax = 500

/**
 * What acts changed lately. A page that the server wrote before them may come after them: what it says of these entries
 * is brought up to date (R4).
 */
export class Changes {
  readonly #bySeq = new Map<number, LogEntry>()
  /** What was changed up to here is not kept: a page must have been written at this head or a later one. */
  since = 0

  /** @returns all that is known of the entry; undefined when that is no news. */
  note(entry: LogEntry): LogEntry | undefined {
    const known = this.#bySeq.get(entry.seq)
    const now = known === undefined ? entry : newer(known, entry)
    if (now === known) return undefined
    this.#bySeq.delete(entry.seq)
    this.#bySeq.set(entry.seq, now)
    if (this.#bySeq.size > changesMax) this.#dropOldest()
    return now
  }

  /** Everything up to this head may have changed unseen. */
  forget(since: number): void {
    this.#bySeq.clear()
    this.since = since
  }

  current(entries: readonly LogEntry[]): readonly LogEntry[] {
    if (this.#bySeq.size === 0) return entries
    return entries.map((entry) => {
      const change = this.#bySeq.get(entry.seq)
      return change === undefined ? entry : newer(entry, change)
    })
  }

  #dropOldest(): void {
    const [oldest] = this.#bySeq.values()
    if (oldest === undefined) return
    this.#bySeq.delete(oldest.seq)
    this.since = Math.max(this.since, oldest.changed)
  }
}
