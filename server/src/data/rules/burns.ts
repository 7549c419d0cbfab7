import type { AccountId, ConversationId, Seq, ServedEntry } from '../model.ts'
import { declareTable } from './declared-table.ts'
import { sees } from './intervals.ts'
import type { MemberRow, ReadTables, Tables } from './tables.ts'

/** Entries that erase themselves: when is known once somebody else has read them. */
export const burnTable = declareTable({
  name: 'burn',
  columns: {
    conversation: 'integer',
    seq: 'integer',
    sender: 'integer',
    afterMs: 'integer',
    dueMs: 'integer',
  },
  key: ['conversation', 'seq'],
  indexes: [['dueMs']],
})

/** Nobody but its sender has read it. */
export const notReadMs = Number.MAX_SAFE_INTEGER
const rowsAtOnce = 200

/**
 * Tables that hold no such entry. Every cursor of every reader asks, and most servers have none: only what is written
 * through these very tables can change that, and one process writes.
 */
const without = new WeakSet<ReadTables>()

export const isAnyBurning = (tables: ReadTables): boolean =>
  tables.rows(burnTable, { by: ['dueMs'], where: [], limit: 1 }).length > 0

export function keepBurn(
  tables: Tables,
  entry: { conversation: ConversationId; seq: Seq; sender: AccountId; afterMs: number },
): void {
  without.delete(tables)
  tables.putRow(burnTable, { ...entry, dueMs: notReadMs })
}

/** A reader's cursor goes on to `toSeq`: the time of what others wrote on the way begins, where it has not yet. */
export function startBurns(
  tables: Tables,
  reader: MemberRow,
  { toSeq, nowMs }: { toSeq: Seq; nowMs: number },
): void {
  if (without.has(tables)) return
  if (!isAnyBurning(tables)) return void without.add(tables)
  const { conversation, account, read, fromSeq } = reader
  // NOTE a cursor that stands where its member joined has passed nothing yet of what lies before it.
  for (let after = read > fromSeq ? read : 0; after < toSeq;) {
    const rows = tables.rows(burnTable, {
      ...{ by: burnTable.key, where: [conversation], after: [after], limit: rowsAtOnce },
    })
    for (const row of rows) {
      if (row.seq > toSeq || row.sender === account || row.dueMs !== notReadMs) continue
      if (!sees(reader, row.seq)) continue
      tables.putRow(burnTable, { ...row, dueMs: Math.floor(nowMs) + row.afterMs })
    }
    after = rows.length < rowsAtOnce ? toSeq : (rows.at(-1)?.seq ?? toSeq)
  }
}

/** Says of served entries, which lie from one seq to the other, when they erase themselves. */
export function withBurnTimes(
  tables: ReadTables,
  conversation: ConversationId,
  entries: readonly ServedEntry[],
): ServedEntry[] {
  const seqs = entries.map(({ seq }) => seq)
  const [first, last] = [Math.min(...seqs), Math.max(...seqs)]
  const due = new Map<Seq, number>()
  for (let after = first - 1; after < last;) {
    const rows = tables.rows(burnTable, {
      ...{ by: burnTable.key, where: [conversation], after: [after], limit: rowsAtOnce },
    })
    for (const { seq, dueMs } of rows) if (dueMs !== notReadMs) due.set(seq, dueMs)
    after = rows.length < rowsAtOnce ? last : (rows.at(-1)?.seq ?? last)
  }
  if (due.size === 0) return [...entries]
  return entries.map((entry) => {
    const burnAtMs = due.get(entry.seq)
    return burnAtMs === undefined ? entry : { ...entry, burnAtMs }
  })
}
