import type { Storage, StorageChange, StorageRow } from '@parley/client'
import type { HostClock } from './host-clock.ts'

const readMs = 0.2
const writeMs = 1.5

/**
 * What a device keeps, across the lives of its program. A write is there all at once, a moment after it was asked for;
 * what a program was still waiting for when it was killed may be there or not, and it is never told.
 */
export class DeviceStorage {
  #rows = new Map<string, Uint8Array>()
  #keys: string[] | undefined

  /** For one life of the program: when its clock dies, nothing is answered any more. */
  open(clock: HostClock): Storage {
    let closed = false
    const later = <T>(delayMs: number, run: () => T): Promise<T> =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('the storage is closed'))
        clock.after(delayMs, () => resolve(run()))
      })
    return {
      get: (key) => later(readMs, () => this.#rows.get(key)),
      list: (prefix, options) => later(readMs, () => this.#list(prefix, options)),
      write: (changes) => later(writeMs, () => this.#apply(changes)),
      close: async () => {
        await later(writeMs, () => undefined)
        closed = true
      },
    }
  }

  #apply(changes: readonly StorageChange[]): void {
    for (const [key, value] of changes) {
      if (value === undefined) {
        if (this.#rows.delete(key)) this.#keys = undefined
        continue
      }
      if (!this.#rows.has(key)) this.#keys = undefined
      // NOTE a copy out of a pool: the memory of one row alone costs more than the row.
      this.#rows.set(key, Buffer.from(value))
    }
  }

  #list(prefix: string, options: { limit?: number; reverse?: boolean } = {}): StorageRow[] {
    this.#keys ??= [...this.#rows.keys()].toSorted((a, b) => (a < b ? -1 : 1))
    const found = this.#keys.filter((key) => key.startsWith(prefix))
    if (options.reverse === true) found.reverse()
    return found
      .slice(0, options.limit)
      .map((key): StorageRow => [key, this.#rows.get(key) ?? new Uint8Array(0)])
  }
}
