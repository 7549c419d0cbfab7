import { groupRoles, mayInGroup } from '@parley/protocol'
import type { AccountId } from '../model.ts'
import { groupRow } from './group-rows.ts'
import { groupKind } from './group-tables.ts'
import type { ConversationRow, MemberRow, ReadTables } from './tables.ts'

/** Whether a member may pin for everybody. */
export function mayPin(
  tables: ReadTables,
  conversation: ConversationRow,
  member: MemberRow,
): boolean {
  if (conversation.kind !== groupKind) return true
  return mayInGroup('pin', member.role, groupRow(tables, conversation.id))
}

/** Whether a member may take away what another one wrote. NOTE in a direct conversation both sides are equals. */
export function mayModerate(
  tables: ReadTables,
  conversation: ConversationRow,
  member: MemberRow,
  author: AccountId,
): boolean {
  if (conversation.kind !== groupKind || author === member.account) return false
  const role = tables.member(conversation.id, author)?.role ?? groupRoles.member
  return mayInGroup('recallOthers', member.role, groupRow(tables, conversation.id), role)
}
