import {
  orderOf,
  type Columns,
  type ColumnValue,
  type DeclaredTable,
  type RowOf,
  type RowRange,
} from '../rules/declared-table.ts'

type Row = Readonly<Record<string, ColumnValue>>

/** Rows in one order: the columns by which they lie, and the rows, ascending. */
interface Order {
  columns: readonly string[]
  rows: Row[]
}

/** Declared tables as sorted lists, one for the key and one for each index. Every change notes how to undo it. */
export abstract class DeclaredRows {
  readonly #tables = new Map<string, Order[]>()

  protected abstract note(undo: () => void): void

  row<C extends Columns>(
    table: DeclaredTable<C>,
    key: readonly ColumnValue[],
  ): RowOf<DeclaredTable<C>> | undefined {
    return this.#find(this.#byKey(table), key) as RowOf<DeclaredTable<C>> | undefined
  }

  rows<C extends Columns>(table: DeclaredTable<C>, range: RowRange<C>): RowOf<DeclaredTable<C>>[] {
    const { by, where, after, descending = false, limit } = range
    const order = this.#orders(table).find(({ columns }) => startsWith(columns, by))
    if (order === undefined) throw new Error(`${table.name} has no order by ${by.join(', ')}`)
    const { columns, rows } = order
    const start = placeOf(rows, columns, where, false)
    const end = placeOf(rows, columns, where, true)
    const bound = after && [...where, ...after]
    const from = bound && !descending ? placeOf(rows, columns, bound, true) : start
    const to = bound && descending ? placeOf(rows, columns, bound, false) : end
    const found = descending
      ? rows.slice(Math.max(from, to - limit), Math.max(from, to)).toReversed()
      : rows.slice(from, Math.min(to, from + limit))
    return found as RowOf<DeclaredTable<C>>[]
  }

  putRow<C extends Columns>(table: DeclaredTable<C>, row: RowOf<DeclaredTable<C>>): void {
    const kept = copyOf(row as Row)
    const former = this.row(
      table,
      table.key.map((column) => valueOf(kept, column)),
    ) as Row | undefined
    if (former !== undefined) this.#drop(table, former)
    this.#add(table, kept)
    this.note(() => {
      this.#drop(table, kept)
      if (former !== undefined) this.#add(table, former)
    })
  }

  removeRow<C extends Columns>(table: DeclaredTable<C>, key: readonly ColumnValue[]): void {
    const former = this.row(table, key) as Row | undefined
    if (former === undefined) return
    this.#drop(table, former)
    this.note(() => this.#add(table, former))
  }

  #add<C extends Columns>(table: DeclaredTable<C>, row: Row): void {
    for (const { columns, rows } of this.#orders(table)) {
      const values = columns.map((column) => valueOf(row, column))
      rows.splice(placeOf(rows, columns, values, false), 0, row)
    }
  }

  #drop<C extends Columns>(table: DeclaredTable<C>, row: Row): void {
    for (const { columns, rows } of this.#orders(table)) {
      const values = columns.map((column) => valueOf(row, column))
      rows.splice(placeOf(rows, columns, values, false), 1)
    }
  }

  #find({ columns, rows }: Order, key: readonly ColumnValue[]): Row | undefined {
    const row = rows[placeOf(rows, columns, key, false)]
    return row !== undefined && compare(row, columns, key) === 0 ? row : undefined
  }

  #byKey<C extends Columns>(table: DeclaredTable<C>): Order {
    const [first] = this.#orders(table)
    if (first === undefined) throw new Error(`${table.name} has no key`)
    return first
  }

  #orders<C extends Columns>(table: DeclaredTable<C>): Order[] {
    const known = this.#tables.get(table.name)
    if (known !== undefined) return known
    const orders = [table.key, ...table.indexes].map((by) => ({
      columns: orderOf(table, by),
      rows: [],
    }))
    this.#tables.set(table.name, orders)
    return orders
  }
}

/** The first place whose row is not before `values`; `beyond`: whose row is after them. Fewer values than columns: a prefix. */
function placeOf(
  rows: readonly Row[],
  columns: readonly string[],
  values: readonly ColumnValue[],
  beyond: boolean,
): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const row = rows[middle]
    const order = row === undefined ? 0 : compare(row, columns, values)
    if (order < 0 || (beyond && order === 0)) low = middle + 1
    else high = middle
  }
  return low
}

function compare(row: Row, columns: readonly string[], values: readonly ColumnValue[]): number {
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index]
    const order = value === undefined ? 0 : compareValues(valueOf(row, columns[index] ?? ''), value)
    if (order !== 0) return order
  }
  return 0
}

/** As SQLite compares within a column of one type: numbers by size, texts by their UTF-8, blobs by their bytes. */
function compareValues(a: ColumnValue, b: ColumnValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (a === b) return 0
  return compareBytes(bytesOf(a), bytesOf(b))
}

const utf8 = new TextEncoder()
const bytesOf = (value: ColumnValue): Uint8Array =>
  typeof value === 'string' ? utf8.encode(value) : (value as Uint8Array)

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length)
  for (let index = 0; index < shared; index += 1) {
    const order = (a[index] ?? 0) - (b[index] ?? 0)
    if (order !== 0) return order
  }
  return a.length - b.length
}

function valueOf(row: Row, column: string): ColumnValue {
  const value = row[column]
  if (value === undefined) throw new Error(`a row has no ${column}`)
  return value
}

function copyOf(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? value.slice() : value,
    ]),
  )
}

const startsWith = (columns: readonly string[], by: readonly string[]): boolean =>
  by.every((column, index) => columns[index] === column)
