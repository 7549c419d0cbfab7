import type { AccountId, ConversationId, ConversationView } from '../model.ts'
import { groupKind } from './group-tables.ts'
import { groupView } from './group-view.ts'
import { peerOf } from './direct-conversation.ts'
import { firstFor, headFor, visibleIntervals } from './intervals.ts'
import { ownStateOf, ownStateTable, type OwnStateRow } from './own-state-table.ts'
import { newestEntries } from './pull-entries.ts'
import { seqRanges } from './seq-ranges.ts'
import type { ReadTables } from './tables.ts'

/**
 * As one account sees it; undefined when it never was in it. Call it inside one snapshot.
 * @param ownStates all that the account keeps, where that is known already.
 */
export function conversationView(
  tables: ReadTables,
  account: AccountId,
  id: ConversationId,
  newest: { entriesMax: number; bytesMax: number; withAvatar?: boolean },
  ownStates?: ReadonlyMap<ConversationId, OwnStateRow>,
): ConversationView | undefined {
  const found = tables.membership(id, account)
  if (found === undefined) return undefined
  const { conversation, member } = found
  const left = member.toSeq !== 0
  const headSeq = headFor(conversation, member)
  const end = headSeq === conversation.headSeq ? undefined : tables.entry(id, headSeq)
  const headCount = end?.count ?? conversation.headCount
  const peer = peerOf(conversation, account)
  const { entriesMax, bytesMax } = newest
  const row = ownStates === undefined ? tables.row(ownStateTable, [account, id]) : ownStates.get(id)
  const deleted = seqRanges(row?.deleted ?? '')
  const viewer = { account, intervals: visibleIntervals(conversation, member), deleted }
  const { group, mentioned } =
    conversation.kind === groupKind
      ? groupView(tables, conversation, member, newest.withAvatar === true)
      : { group: undefined, mentioned: 0 }
  return {
    conversation: id,
    kind: conversation.kind,
    headSeq,
    headCount,
    firstSeq: firstFor(conversation, member),
    headTimeMs: end?.timeMs ?? conversation.headTimeMs,
    delivered: member.delivered,
    read: member.read,
    unread: Math.max(0, headCount - member.readCount - member.ownAfter),
    peer,
    peerDelivered: found.peer?.delivered ?? 0,
    peerRead: found.peer?.read ?? 0,
    left,
    ...newestEntries(tables, id, viewer, entriesMax, bytesMax),
    group,
    mentioned,
    own: row === undefined ? undefined : ownStateOf(row),
  }
}
