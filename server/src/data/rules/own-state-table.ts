import type { AccountId, ConversationId, OwnState } from '../model.ts'
import { declareTable, type RowOf } from './declared-table.ts'
import { seqRanges } from './seq-ranges.ts'
import type { Interval, ReadTables } from './tables.ts'

/** The part of a member row that is seldom set, apart from what every send writes. Without a row nothing is set. */
export const ownStateTable = declareTable({
  name: 'own_state',
  columns: {
    account: 'integer',
    conversation: 'integer',
    version: 'integer',
    pinned: 'integer',
    mutedUntilMs: 'integer',
    unreadBelow: 'integer',
    archivedBelow: 'integer',
    hiddenBelow: 'integer',
    /** What the account deleted for itself: ranges of seqs, as text. */
    deleted: 'text',
  },
  key: ['account', 'conversation'],
  indexes: [['account', 'pinned']],
})
export type OwnStateRow = RowOf<typeof ownStateTable>

/** Where nothing is set, a row that says so. */
export function ownStateRow(
  tables: ReadTables,
  account: AccountId,
  conversation: ConversationId,
): OwnStateRow {
  return (
    tables.row(ownStateTable, [account, conversation]) ?? {
      account,
      conversation,
      version: 0,
      pinned: 0,
      mutedUntilMs: 0,
      unreadBelow: 0,
      archivedBelow: 0,
      hiddenBelow: 0,
      deleted: '',
    }
  )
}

/**
 * What an account keeps of its conversations, in one look instead of one for each.
 * @returns undefined where it keeps more than `limit`
 */
export function fewOwnStates(
  tables: ReadTables,
  account: AccountId,
  limit: number,
): ReadonlyMap<ConversationId, OwnStateRow> | undefined {
  const by = ownStateTable.key
  const rows = tables.rows(ownStateTable, { by, where: [account], limit: limit + 1 })
  if (rows.length > limit) return undefined
  return new Map(rows.map((row) => [row.conversation, row]))
}

export function ownStateOf(row: OwnStateRow): OwnState {
  const { version, pinned, mutedUntilMs, unreadBelow, archivedBelow, hiddenBelow } = row
  return { version, pinned, mutedUntilMs, unreadBelow, archivedBelow, hiddenBelow }
}

/** What an account deleted for itself there, ascending. */
export function deletedRanges(
  tables: ReadTables,
  account: AccountId,
  conversation: ConversationId,
): readonly Interval[] {
  const row = tables.row(ownStateTable, [account, conversation])
  return row === undefined ? [] : seqRanges(row.deleted)
}
