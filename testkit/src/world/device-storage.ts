import type { Storage } from '@parley/client'
import { SortedRows } from '../../../client/src/cache/sorted-rows.ts'
import type { HostClock } from './host-clock.ts'

const readMs = 0.2
const writeMs = 1.5

/**
 * What a device keeps, across the lives of its program. A write is there all at once, a moment after it was asked for;
 * what a program was still waiting for when it was killed may be there or not, and it is never told.
 */
export class DeviceStorage {
  // NOTE copies out of a pool: the memory of one row alone costs more than the row.
  readonly #rows = new SortedRows((bytes) => Buffer.from(bytes))

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
      list: (prefix, options) => later(readMs, () => this.#rows.list(prefix, options)),
      write: (changes) => later(writeMs, () => this.#rows.apply(changes)),
      close: async () => {
        await later(writeMs, () => undefined)
        closed = true
      },
    }
  }
}
