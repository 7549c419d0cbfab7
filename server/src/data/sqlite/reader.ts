import type { Driver } from './driver.ts'
import { SqliteReadTables } from './sqlite-read-tables.ts'

export const readerCacheBytes = 33_554_432

/** Reads what is committed, over a connection of its own. */
export function openReader(driver: Driver): { tables: SqliteReadTables; close(): void } {
  driver.exec(`PRAGMA cache_size = -${readerCacheBytes / 1_024}`)
  driver.exec('PRAGMA query_only = ON')
  return { tables: new SqliteReadTables(driver), close: () => driver.close() }
}
