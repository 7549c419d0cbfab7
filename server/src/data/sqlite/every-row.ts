import type { Driver, SqlValue } from './driver.ts'
import {
  checkedRow,
  RowDamaged,
  rowSum,
  sumColumn,
  unsummedColumns,
  unsummedTables,
} from './row-sum.ts'

const rowsAtOnce = 500

interface Column {
  name: string
  /** Its place in the key, from 1; 0: it is not in it. */
  pk: number
}

type Row = Record<string, SqlValue>

/** Tables whose rows have sums, or are to have them. */
export function summedTables(driver: Driver): string[] {
  return driver
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all()
    .map(({ name }) => String(name))
    .filter((name) => !unsummedTables.has(name))
}

/** The columns of every table with sums, as one text each: which of them a migration changes. */
export function shapes(driver: Driver): Map<string, string> {
  return new Map(
    summedTables(driver).map((table) => [
      table,
      columnsOf(driver, table)
        .map(({ name }) => name)
        .join(),
    ]),
  )
}

/** Gives sums to the rows of every table that has another shape than before, and of one that never had any. */
export function giveSums(driver: Driver, before: ReadonlyMap<string, string>): void {
  for (const [table, shape] of shapes(driver)) {
    const hasSums = shape.split(',').includes(sumColumn)
    if (hasSums && before.get(table) === shape) continue
    if (!hasSums)
      driver.exec(`ALTER TABLE ${table} ADD COLUMN ${sumColumn} INTEGER NOT NULL DEFAULT 0`)
    sumAll(driver, table)
  }
}

/** @returns whether every table that is to have sums has them. */
export function haveSums(driver: Driver): boolean {
  return summedTables(driver).every((table) =>
    columnsOf(driver, table).some(({ name }) => name === sumColumn),
  )
}

/** @returns a sentence for each table with damaged rows. */
export function damagedRows(driver: Driver): string[] {
  return summedTables(driver).flatMap((table) => {
    let damaged = 0
    forEachRow(driver, table, (row) => {
      try {
        checkedRow(table, row)
      } catch (thrown) {
        if (!(thrown instanceof RowDamaged)) throw thrown
        damaged += 1
      }
    })
    return damaged === 0 ? [] : [`${damaged} rows of ${table} do not fit their sums`]
  })
}

function sumAll(driver: Driver, table: string): void {
  const left = new Set([sumColumn, unsummedColumns[table]])
  const columns = columnsOf(driver, table)
  const key = keyOf(columns)
  const update = driver.prepare(
    `UPDATE ${table} SET ${sumColumn} = ? WHERE ${key.map((name) => `${name} = ?`).join(' AND ')}`,
  )
  const summed = columns.flatMap(({ name }) => (left.has(name) ? [] : [name]))
  forEachRow(driver, table, (row) => {
    const sum = rowSum(
      table,
      summed.map((name) => row[name] ?? null),
    )
    update.run(sum, ...key.map((name) => row[name] ?? null))
  })
}

/** In the order of its key, some at a time. */
function forEachRow(driver: Driver, table: string, take: (row: Row) => void): void {
  const key = keyOf(columnsOf(driver, table))
  const list = key.join(', ')
  const marks = key.map(() => '?').join(', ')
  const select = (where: string) =>
    driver.prepare(`SELECT * FROM ${table} ${where} ORDER BY ${list} LIMIT ${rowsAtOnce}`)
  const next = select(`WHERE (${list}) > (${marks})`)
  let rows = select('').all()
  for (;;) {
    const last = rows.at(-1)
    const after = last && key.map((name) => last[name] ?? null)
    for (const row of rows) take(row)
    if (after === undefined || rows.length < rowsAtOnce) return
    rows = next.all(...after)
  }
}

function columnsOf(driver: Driver, table: string): Column[] {
  return driver
    .prepare(`PRAGMA table_info(${table})`)
    .all()
    .map(({ name, pk }) => ({ name: String(name), pk: Number(pk) }))
}

const keyOf = (columns: readonly Column[]): string[] =>
  columns
    .filter(({ pk }) => pk > 0)
    .toSorted((a, b) => a.pk - b.pk)
    .map(({ name }) => name)
