import { Sum } from '../rules/content-hash.ts'
import type { ConversationRow, MemberRow } from '../rules/tables.ts'
import type { SqlValue } from './driver.ts'

/**
 * Every row but those of the logs carries, in its column `sum`, a sum over its table's name and its other columns in
 * their order. SQLite's pages have none: a bit that turns in a name, a head, a cursor or a token would be read as what
 * was written there. (Records of entries have theirs inside: entry-record.ts.)
 */
export const sumColumn = 'sum'

/** Without sums: records have their own, and an id that is remembered must fit the entry it names. */
export const unsummedTables: ReadonlySet<string> = new Set(['entry', 'remembered_id'])
/** SQLite chooses it while it inserts. */
export const unsummedColumns: Readonly<Record<string, string>> = { access_token: 'place' }

/** What lies on the disk is not what was written there. */
export class RowDamaged extends Error {
  constructor(table: string, what = 'it does not fit its sum') {
    super(`a row of ${table} is damaged: ${what}`)
    this.name = 'RowDamaged'
  }
}

/** @param values of the summed columns, in the order in which the table was made. */
export function rowSum(table: string, values: Iterable<SqlValue>): number {
  const sum = begin(table)
  for (const value of values) add(sum, value)
  return sum.finish()
}

/** A row as `SELECT *` finds it. @returns the same, without its sum. @throws RowDamaged */
export function checkedRow(table: string, row: Record<string, SqlValue>): Record<string, SqlValue> {
  const left = unsummedColumns[table]
  const sum = begin(table)
  for (const column in row) {
    if (column !== sumColumn && column !== left) add(sum, row[column] ?? null)
  }
  if (row[sumColumn] !== sum.finish()) throw new RowDamaged(table)
  delete row[sumColumn]
  return row
}

export function conversationSum(row: ConversationRow): number {
  const sum = begin('conversation')
  sum.integer(row.id)
  sum.integer(row.kind)
  sum.integer(row.low)
  sum.integer(row.high)
  sum.integer(row.headSeq)
  sum.integer(row.headCount)
  sum.integer(row.headTimeMs)
  sum.integer(row.firstSeq)
  sum.integer(row.touched)
  return sum.finish()
}

/** @param earlier its intervals as they are written. */
export function memberSum(row: Omit<MemberRow, 'earlier'>, earlier: string): number {
  const sum = begin('member')
  sum.integer(row.account)
  sum.integer(row.conversation)
  sum.integer(row.role)
  sum.integer(row.fromSeq)
  sum.integer(row.toSeq)
  addText(sum, earlier)
  sum.integer(row.delivered)
  sum.integer(row.read)
  sum.integer(row.readCount)
  sum.integer(row.ownAfter)
  sum.integer(row.touched)
  return sum.finish()
}

/** Of each table's name: there are some thirty. */
const begun = new Map<string, Sum>()

function begin(table: string): Sum {
  const known = begun.get(table)
  if (known !== undefined) return known.fork()
  const sum = new Sum()
  addText(sum, table)
  begun.set(table, sum)
  return sum.fork()
}

function add(sum: Sum, value: SqlValue): void {
  if (typeof value === 'number') sum.integer(value)
  else if (typeof value === 'string') addText(sum, value)
  else if (value instanceof Uint8Array) sum.bytes(value)
  else sum.integer(value === null ? -1 : Number(value))
}

function addText(sum: Sum, text: string): void {
  for (let index = 0; index < text.length; index += 1) sum.word(text.charCodeAt(index))
  sum.word(text.length)
}
