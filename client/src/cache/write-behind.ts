import type { Clock, Timer } from '../base/clock.ts'
import type { Storage, StorageChange } from './storage.ts'

/** Rows of one folder below a key go, as part of a batch. */
interface Trim {
  prefix: string
  below: string
}

/** What a row becomes: undefined takes it away; a function is asked when the row is written, once for many puts. */
export type RowValue = Uint8Array | undefined | (() => Uint8Array)

/** What may wait for the next write of its own row waits at most this long. */
const soonMs = 5_000

interface Batch {
  changes: Map<string, RowValue>
  trims: Trim[]
  after: (() => void)[]
}

/**
 * Gathers changes while an earlier write is under way. All changes of one turn land in one atomic write.
 * Never rejects: the storage below must not fail (see ResilientStorage).
 */
export class WriteBehind {
  readonly #storage: Storage
  readonly #clock: Pick<Clock, 'after'>
  #soon: Timer | undefined
  /** What may be lost, and was not written yet. */
  readonly #later = new Map<string, RowValue>()
  #next: Batch = emptyBatch()
  #isWriting = false
  #isClosed = false

  constructor(storage: Storage, clock: Pick<Clock, 'after'>) {
    this.#storage = storage
    this.#clock = clock
  }

  put(key: string, value: RowValue): void {
    if (this.#isClosed) return
    this.#later.delete(key)
    this.#next.changes.set(key, value)
    this.#begin()
  }

  /** As put(), with the next put() of the same row or after a while: for what may be lost. */
  putSoon(key: string, value: RowValue): void {
    if (this.#isClosed) return
    if (this.#next.changes.has(key)) {
      this.#next.changes.set(key, value)
      return
    }
    this.#later.set(key, value)
    this.#soon ??= this.#clock.after(soonMs, () => {
      this.#soon = undefined
      this.#takeLater()
    })
  }

  /** Removes the rows that start with `prefix` and sort below `below`; puts of the same batch stay. */
  trim(prefix: string, below: string): void {
    if (this.#isClosed) return
    this.#next.trims.push({ prefix, below })
    this.#begin()
  }

  /** Runs `then` once everything put so far is kept. */
  afterwards(then: () => void): void {
    if (this.#isClosed) return
    this.#next.after.push(then)
    this.#begin()
  }

  /** Everything put so far is kept, but for what may be lost. */
  flushed(): Promise<void> {
    return new Promise((resolve) => this.afterwards(resolve))
  }

  /** Keeps what was put so far. What is put afterwards (an answer that comes late) is dropped: it comes again by a sync. */
  async close(): Promise<void> {
    this.#soon?.cancel()
    this.#takeLater()
    const flushed = this.flushed()
    this.#isClosed = true
    await flushed
  }

  #takeLater(): void {
    if (this.#later.size === 0) return
    for (const [key, value] of this.#later) this.#next.changes.set(key, value)
    this.#later.clear()
    this.#begin()
  }

  #begin(): void {
    if (this.#isWriting) return
    this.#isWriting = true
    void this.#writeAll()
  }

  async #writeAll(): Promise<void> {
    // NOTE so that all changes of this turn are one batch.
    await Promise.resolve()
    while (this.#next.changes.size + this.#next.trims.length + this.#next.after.length > 0) {
      const batch = this.#next
      this.#next = emptyBatch()
      // NOTE now, not after a wait: what is said of rows of one batch is of one moment.
      const written = [...batch.changes].map(([key, value]): StorageChange => [key, bytesOf(value)])
      const removals = batch.trims.length === 0 ? [] : await this.#removals(batch)
      const changes = [...removals, ...written]
      if (changes.length > 0) await this.#storage.write(changes)
      for (const then of batch.after) then()
    }
    this.#isWriting = false
  }

  async #removals(batch: Batch): Promise<StorageChange[]> {
    const removals: StorageChange[] = []
    for (const { prefix, below } of batch.trims)
      for (const [key] of await this.#storage.list(prefix))
        if (key < below && !batch.changes.has(key)) removals.push([key, undefined])
    return removals
  }
}

const bytesOf = (value: RowValue) => (typeof value === 'function' ? value() : value)

const emptyBatch = (): Batch => ({ changes: new Map(), trims: [], after: [] })
