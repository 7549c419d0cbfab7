import type { Driver } from './driver.ts'

/**
 * Ends a transaction in which something was thrown, so that this can be thrown on: SQLite rolls back by itself on some
 * faults (a full disk, an I/O error, even of a read), and says then that there is nothing left to roll back.
 */
export function rollBackAfterFault(driver: Driver): void {
  try {
    driver.exec('ROLLBACK')
  } catch {}
}
