import type { Storage, StorageChange, StorageRow } from './storage.ts'
import { SortedRows } from './sorted-rows.ts'

/** Keeps everything in memory: survives nothing. */
export class MemoryStorage implements Storage {
  readonly #rows = new SortedRows()
  #isClosed = false

  async get(key: string): Promise<Uint8Array | undefined> {
    this.#check()
    return this.#rows.get(key)?.slice()
  }

  async list(
    prefix: string,
    options: { limit?: number; reverse?: boolean } = {},
  ): Promise<StorageRow[]> {
    this.#check()
    return this.#rows.list(prefix, options)
  }

  async write(changes: readonly StorageChange[]): Promise<void> {
    this.#check()
    this.#rows.apply(changes)
  }

  async close(): Promise<void> {
    this.#isClosed = true
  }

  /** For whoever opens the same memory again, as a restart would. */
  reopen(): void {
    this.#isClosed = false
  }

  #check(): void {
    if (this.#isClosed) throw new Error('the storage is closed')
  }
}
