import { pinnedConversationsMax } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { AccountId, ConversationId } from '../model.ts'
import type { ConversationOwnState, OwnStatePatch, OwnStateStore } from '../own-state-store.ts'
import { headFor } from './intervals.ts'
import { ownStateOf, ownStateRow, ownStateTable, type OwnStateRow } from './own-state-table.ts'
import type { ConversationRow, MemberRow, ReadTables, Tables } from './tables.ts'

export type OwnStateOperation =
  | {
      type: 'setOwnState'
      account: AccountId
      conversation: ConversationId
      patch: OwnStatePatch
      nowMs: number
    }
  | { type: 'orderPinned'; account: AccountId; conversations: readonly ConversationId[] }

export interface OwnStateResults {
  setOwnState: Awaited<ReturnType<OwnStateStore['set']>>
  orderPinned: ConversationOwnState[]
}

type OperationOf<T> = Extract<OwnStateOperation, { type: T }>

export const ownStateRules = {
  setOwnState(
    tables: Tables,
    { account, conversation: id, patch, nowMs }: OperationOf<'setOwnState'>,
  ): OwnStateResults['setOwnState'] {
    const found = membershipOf(tables, id, account)
    const before = ownStateRow(tables, account, id)
    const row = patched(tables, found, before, patch, nowMs)
    const isChanged = JSON.stringify(row) !== JSON.stringify(before)
    return { own: ownStateOf(isChanged ? putOwnState(tables, row) : before), isChanged }
  },

  orderPinned(
    tables: Tables,
    { account, conversations }: OperationOf<'orderPinned'>,
  ): OwnStateResults['orderPinned'] {
    const pinned = pinnedRows(tables, account).toReversed()
    const named = [...new Set(conversations)].flatMap(
      (id) => pinned.find(({ conversation }) => conversation === id) ?? [],
    )
    const order = [...named, ...pinned.filter((row) => !named.includes(row))]
    // NOTE the places stay the same ones: only who has which changes.
    const places = pinned.map((row) => row.pinned)
    return order.flatMap((row, index) => {
      const place = places[index] ?? row.pinned
      if (place === row.pinned) return []
      const own = ownStateOf(putOwnState(tables, { ...row, pinned: place }))
      return { conversation: row.conversation, own }
    })
  },
}

/** In it now, or formerly. @throws Refusal NOT_FOUND */
export function membershipOf(
  tables: Tables,
  id: ConversationId,
  account: AccountId,
): { conversation: ConversationRow; member: MemberRow } {
  const conversation = tables.conversation(id)
  const member = tables.member(id, account)
  if (conversation === undefined || member === undefined) throw new Refusal('NOT_FOUND')
  return { conversation, member }
}

/** Writes a row that changed, and notes the commit on its member (S1): this account's next sync brings it. */
export function putOwnState(tables: Tables, changed: OwnStateRow): OwnStateRow {
  const { account, conversation } = changed
  const member = tables.member(conversation, account)
  if (member === undefined) throw new Error('state of a member that has no row')
  const row = { ...changed, version: changed.version + 1 }
  tables.putRow(ownStateTable, row)
  tables.putMember({ ...member, touched: tables.stamp() })
  return row
}

type Found = ReturnType<typeof membershipOf>

function patched(
  tables: Tables,
  found: Found,
  before: OwnStateRow,
  patch: OwnStatePatch,
  nowMs: number,
): OwnStateRow {
  const head = headCountOf(tables, found)
  const meant = patch.headCount > 0 ? Math.min(patch.headCount, head) : head
  const below = (former: number, wanted: boolean | undefined): number => {
    if (wanted === undefined) return former
    // NOTE said again by a retry, it does not take back what came of it meanwhile.
    return wanted ? Math.max(former, meant + 1) : 0
  }
  const { pinned, markedUnread, mutedUntilMs = before.mutedUntilMs } = patch
  // NOTE the cursor may be on its way: when it arrives, it is below the mark.
  const readUpTo = Math.min(patch.readUpTo ?? 0, headFor(found.conversation, found.member))
  const read = Math.max(found.member.read, readUpTo)
  return {
    ...before,
    pinned: pinned === undefined ? before.pinned : pinned ? placeOf(tables, before) : 0,
    mutedUntilMs: mutedUntilMs > nowMs ? mutedUntilMs : 0,
    unreadBelow: markedUnread === undefined ? before.unreadBelow : markedUnread ? read + 1 : 0,
    archivedBelow: below(stillArchived(before, head, nowMs), patch.archived),
    hiddenBelow: below(before.hiddenBelow, patch.hidden),
  }
}

/**
 * What is archived and muted stays archived when the mute ends: only what comes afterwards brings it back. What has come
 * back already is not archived again by a mute.
 */
function stillArchived({ archivedBelow, mutedUntilMs }: OwnStateRow, head: number, nowMs: number) {
  if (archivedBelow > 0 && mutedUntilMs > nowMs) return Math.max(archivedBelow, head + 1)
  return head < archivedBelow ? archivedBelow : 0
}

/** On top of the others; where it is pinned already, where it is. @throws Refusal LIMIT_REACHED */
function placeOf(tables: Tables, { account, pinned }: OwnStateRow): number {
  if (pinned > 0) return pinned
  const rows = pinnedRows(tables, account)
  if (rows.length >= pinnedConversationsMax)
    throw new Refusal('LIMIT_REACHED', `${pinnedConversationsMax} conversations are pinned`)
  return (rows.at(-1)?.pinned ?? 0) + 1
}

/** The lowest first. */
function pinnedRows(tables: ReadTables, account: AccountId): OwnStateRow[] {
  return tables.rows(ownStateTable, {
    by: ['account', 'pinned'],
    where: [account],
    after: [0, Number.MAX_SAFE_INTEGER],
    limit: pinnedConversationsMax,
  })
}

function headCountOf(tables: ReadTables, { conversation, member }: Found): number {
  const headSeq = headFor(conversation, member)
  if (headSeq === conversation.headSeq) return conversation.headCount
  return tables.entry(conversation.id, headSeq)?.count ?? conversation.headCount
}
