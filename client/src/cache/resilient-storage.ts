import type { Storage, StorageChange, StorageRow } from './storage.ts'
import { SortedRows } from './sorted-rows.ts'

/**
 * A storage that never lets its user down: when the one below fails (a browser took it away, the disk is full), what
 * is written stays in memory over what can still be read. `onFailed` is told once.
 */
export class ResilientStorage implements Storage {
  readonly #below: Storage
  readonly #onFailed: (error: unknown) => void
  readonly #over = new SortedRows()
  readonly #gone = new Set<string>()
  #hasFailed = false
  #isClosed = false

  constructor(below: Storage, onFailed: (error: unknown) => void) {
    this.#below = below
    this.#onFailed = onFailed
  }

  get isDurable(): boolean {
    return !this.#hasFailed
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    if (this.#isClosed) throw new Error('the storage is closed')
    const over = this.#over.get(key)
    if (over !== undefined) return over.slice()
    if (this.#gone.has(key)) return undefined
    return this.#try(() => this.#below.get(key), undefined)
  }

  async list(
    prefix: string,
    options: { limit?: number; reverse?: boolean } = {},
  ): Promise<StorageRow[]> {
    if (!this.#hasFailed) {
      const rows = await this.#try(() => this.#below.list(prefix, options), undefined)
      if (rows !== undefined) return rows
    }
    const rows = new SortedRows()
    rows.apply(await this.#try(() => this.#below.list(prefix), []))
    rows.apply([...this.#gone].map((key) => [key, undefined] as const))
    rows.apply(this.#over.list(prefix))
    return rows.list(prefix, options)
  }

  async write(changes: readonly StorageChange[]): Promise<void> {
    if (this.#isClosed) throw new Error('the storage is closed')
    if (!this.#hasFailed) {
      const done = await this.#try(() => this.#below.write(changes).then(() => true), false)
      if (done) return
    }
    this.#over.apply(changes)
    for (const [key, value] of changes)
      if (value === undefined) this.#gone.add(key)
      else this.#gone.delete(key)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#try(() => this.#below.close(), undefined)
  }

  async #try<T>(act: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await act()
    } catch (error) {
      if (!this.#hasFailed) {
        this.#hasFailed = true
        this.#onFailed(error)
      }
      return otherwise
    }
  }
}
