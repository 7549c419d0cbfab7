import {
  orderOf,
  type Columns,
  type ColumnType,
  type DeclaredTable,
  type RowRange,
} from '../rules/declared-table.ts'
import { sumColumn } from './row-sum.ts'
import { whole } from './whole.ts'

/** The statements of declared tables. A column `requestKey` is `request_key` in the database. */
const columnName = (column: string): string =>
  column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const list = (columns: readonly string[]): string => columns.map(columnName).join(', ')
const marks = (count: number): string => Array.from({ length: count }, () => '?').join(', ')
const conditions = (columns: readonly string[]): string[] =>
  columns.map((column) => `${columnName(column)} = ?`)

/** Makes a table with its indexes, as it is declared now. Its sums are added by what runs the migration. */
export function createStatements<C extends Columns>(table: DeclaredTable<C>): string[] {
  const columns = Object.entries<ColumnType>(table.columns).map(
    ([column, type]) => `${columnName(column)} ${type.toUpperCase()} NOT NULL`,
  )
  const key = `PRIMARY KEY (${list(table.key)})`
  return [
    `CREATE TABLE ${table.name} (${[...columns, key].join(', ')}) STRICT, WITHOUT ROWID`,
    ...table.indexes.map(
      (by) =>
        `CREATE INDEX ${table.name}_by_${by.map(columnName).join('_')} ON ${table.name} (${list(by)})`,
    ),
  ]
}

const cached = new WeakMap<DeclaredTable, Map<string, string>>()

function cachedSql(table: DeclaredTable, name: string, make: () => string): string {
  const texts = cached.get(table) ?? new Map<string, string>()
  cached.set(table, texts)
  const known = texts.get(name)
  if (known !== undefined) return known
  const made = make()
  texts.set(name, made)
  return made
}

/** Columns keep their declared names in what is read. */
const selection = (table: DeclaredTable): string =>
  Object.keys(table.columns)
    .map((column) => `${columnName(column)} AS "${column}"`)
    .concat(sumColumn)
    .join(', ')

export function selectRow(table: DeclaredTable): string {
  return cachedSql(
    table,
    'row',
    () =>
      `SELECT ${selection(table)} FROM ${table.name} WHERE ${conditions(table.key).join(' AND ')}`,
  )
}

export function selectRows(table: DeclaredTable, range: RowRange<Columns>): string {
  const { by, where, after, descending = false } = range
  const name = `${by.join()} ${where.length} ${after?.length} ${descending}`
  return cachedSql(table, name, () => {
    const order = orderOf(table, by)
    const fixed = conditions(order.slice(0, where.length))
    const beyond = order.slice(where.length, where.length + (after?.length ?? 0))
    const sign = descending ? '<' : '>'
    const bound = beyond.length > 0 ? [`(${list(beyond)}) ${sign} (${marks(beyond.length)})`] : []
    const all = [...fixed, ...bound]
    const direction = descending ? ' DESC' : ''
    const sorted = order.map((column) => columnName(column) + direction).join(', ')
    const filter = all.length > 0 ? `WHERE ${all.join(' AND ')} ` : ''
    return `SELECT ${selection(table)} FROM ${table.name} ${filter}ORDER BY ${sorted} LIMIT ${whole}`
  })
}

export function replaceRow(table: DeclaredTable): string {
  const columns = Object.keys(table.columns)
  return cachedSql(
    table,
    'put',
    () =>
      `INSERT OR REPLACE INTO ${table.name} (${list(columns)}, ${sumColumn}) VALUES (${marks(columns.length + 1)})`,
  )
}

export function deleteRow(table: DeclaredTable): string {
  return cachedSql(
    table,
    'remove',
    () => `DELETE FROM ${table.name} WHERE ${conditions(table.key).join(' AND ')}`,
  )
}
