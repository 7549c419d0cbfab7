import type { Driver, SqlValue } from './driver.ts'
import type { Problems } from './problems.ts'

/** A query for rows that should not be, and what each of them means. */
export interface Check {
  sql: string
  problem(row: Record<string, SqlValue>): string
}

export function runCheck(driver: Driver, problems: Problems, check: Check): void {
  for (const row of driver.prepare(`${check.sql} LIMIT 100`).all()) {
    problems.add(check.problem(row))
  }
}
