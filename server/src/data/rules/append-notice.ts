import { Refusal } from '../../base/refusal.ts'
import type { GroupNotice, GroupRequest } from '../group-store.ts'
import type { StoredEntry } from '../model.ts'
import { noticeBody, noticeKind } from '../notice-body.ts'
import { contentHash } from './content-hash.ts'
import type { ConversationRow, Tables } from './tables.ts'

/**
 * Tells of a change as an entry of the conversation log, in the commit of the change (R3). Comes before everything else
 * that the change writes. @returns the conversation with its new head.
 * @throws Refusal ID_REUSED when the caller's request key is the client id of a send.
 */
export function appendNotice(
  tables: Tables,
  conversation: ConversationRow,
  request: GroupRequest,
  notice: GroupNotice,
): ConversationRow {
  const { account: sender, requestKey: clientId, nowMs } = request
  const { id, headCount: count } = conversation
  const seq = conversation.headSeq + 1
  const body = noticeBody(notice)
  const hash = contentHash(noticeKind, 0, body)
  if (!tables.remember(clientId, sender, id, { seq, contentHash: hash }))
    throw new Refusal('ID_REUSED')
  const timeMs = Math.max(Math.floor(nowMs), conversation.headTimeMs)
  const fixed = { kind: noticeKind, refSeq: 0, changed: seq, state: 0 }
  const entry: StoredEntry = { seq, sender, clientId, body, timeMs, count, ...fixed }
  tables.addEntry(id, entry)
  const head = { ...conversation, headSeq: seq, headTimeMs: timeMs, touched: tables.stamp() }
  tables.putConversation(head)
  return head
}
