import type { ColumnValue } from '../rules/declared-table.ts'
import { RecentCache } from '../../base/recent-cache.ts'

export const rowsKnownMax = 50_000

/** Rows of a declared table that the writer knows without asking the database, also that there is none. */
export class KnownRows {
  readonly #rows = new RecentCache<string, { row: object | undefined }>(rowsKnownMax)

  row(key: readonly ColumnValue[], read: () => object | undefined): object | undefined {
    const name = key.join(' ')
    const known = this.#rows.get(name)
    if (known !== undefined) return known.row
    const row = read()
    this.#rows.set(name, { row })
    return row
  }

  /** Before it is written or removed. */
  forget(key: readonly ColumnValue[]): void {
    this.#rows.delete(key.join(' '))
  }

  trim(): void {
    this.#rows.trim()
  }

  clear(): void {
    this.#rows.clear()
  }
}
