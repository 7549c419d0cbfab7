/**
 * A table that every engine keeps from its declaration alone: for rows that do not lie on the path of every message.
 * Rows are values; they are found by their key or, in order, by the key or an index.
 */
export interface DeclaredTable<C extends Columns = Columns> {
  readonly name: string
  readonly columns: C
  /** Columns that are unique together. */
  readonly key: readonly ColumnOf<C>[]
  /** Each is an order that rows can be read in; the key decides between equal ones. */
  readonly indexes: readonly (readonly ColumnOf<C>[])[]
}

export type ColumnType = 'integer' | 'text' | 'blob'
export type Columns = Readonly<Record<string, ColumnType>>
export type ColumnOf<C extends Columns> = keyof C & string
export type ColumnValue = number | string | Uint8Array
type ValueOf<T extends ColumnType> = { integer: number; text: string; blob: Uint8Array }[T]

/** A row of a declared table. Integers are below 2^53, and not all columns can be undefined: 0 and '' say "none". */
export type RowOf<T> =
  T extends DeclaredTable<infer C> ? { readonly [K in keyof C]: ValueOf<C[K]> } : never

export interface RowRange<C extends Columns> {
  /** The key, or one of the indexes: the order of what is returned. */
  by: readonly ColumnOf<C>[]
  /** Values of the first columns of `by`: only these rows. */
  where: readonly ColumnValue[]
  /** Values of the columns of `by` behind `where`, then of the key's columns that `by` lacks: only rows beyond. */
  after?: readonly ColumnValue[] | undefined
  descending?: boolean
  limit: number
}

export function declareTable<const C extends Columns>(table: DeclaredTable<C>): DeclaredTable<C> {
  return table
}

/** The whole order of an index: its columns, then those of the key that it lacks. */
export function orderOf<C extends Columns>(
  table: DeclaredTable<C>,
  by: readonly ColumnOf<C>[],
): readonly ColumnOf<C>[] {
  return [...by, ...table.key.filter((column) => !by.includes(column))]
}
