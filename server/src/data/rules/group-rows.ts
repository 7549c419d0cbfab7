import { Refusal } from '../../base/refusal.ts'
import { mayInGroup, type GroupPermissionName } from '@parley/protocol'
import type { GroupSettings } from '../group-store.ts'
import type { AccountId, ConversationId } from '../model.ts'
import {
  groupKind,
  groupMemberTable,
  groupTable,
  groupTextTable,
  type GroupMemberRow,
  type GroupRow,
} from './group-tables.ts'
import type { ConversationRow, MemberRow, ReadTables } from './tables.ts'

/** A group, and one who is in it. */
export interface InGroup {
  conversation: ConversationRow
  group: GroupRow
  member: MemberRow
}

/** @throws Refusal NOT_FOUND for whoever is not in it, WRONG_STATE where it is no group */
export function inGroup(tables: ReadTables, id: ConversationId, account: AccountId): InGroup {
  const conversation = tables.conversation(id)
  const member = tables.member(id, account)
  if (conversation === undefined || member === undefined || member.toSeq !== 0)
    throw new Refusal('NOT_FOUND')
  if (conversation.kind !== groupKind)
    throw new Refusal('WRONG_STATE', 'the conversation is no group')
  return { conversation, member, group: groupRow(tables, id) }
}

/** @throws Refusal as inGroup; FORBIDDEN by the table of permissions */
export function permitted(
  tables: ReadTables,
  id: ConversationId,
  account: AccountId,
  name: GroupPermissionName,
): InGroup {
  const found = inGroup(tables, id, account)
  if (!mayInGroup(name, found.member.role, found.group)) throw new Refusal('FORBIDDEN')
  return found
}

/** One on whom another acts. @throws Refusal NOT_FOUND when it is not in the group; FORBIDDEN by its role */
export function target(
  tables: ReadTables,
  { conversation, group, member }: InGroup,
  account: AccountId,
  name: GroupPermissionName,
): MemberRow {
  const row = tables.member(conversation.id, account)
  if (row === undefined || row.toSeq !== 0) throw new Refusal('NOT_FOUND', 'no such member')
  if (!mayInGroup(name, member.role, group, row.role)) throw new Refusal('FORBIDDEN')
  return row
}

export function groupRow(tables: ReadTables, id: ConversationId): GroupRow {
  const row = tables.row(groupTable, [id])
  if (row === undefined) throw new Error('a group has no state')
  return row
}

export function textRow(tables: ReadTables, id: ConversationId) {
  const row = tables.row(groupTextTable, [id])
  if (row === undefined) throw new Error('a group has no name')
  return row
}

/** What is set of a member; where nothing is, a row that says so. */
export function memberRow(
  tables: ReadTables,
  conversation: ConversationId,
  account: AccountId,
): GroupMemberRow {
  return (
    tables.row(groupMemberTable, [conversation, account]) ?? {
      conversation,
      account,
      mutedUntilMs: 0,
      nickname: '',
      remark: '',
      mentionedSeq: 0,
      formerName: '',
    }
  )
}

export const adminsOf = ({ admins }: GroupRow): AccountId[] => JSON.parse(admins) as AccountId[]

export function settingsOf(row: GroupRow): GroupSettings {
  const { inviteFrom, mentionAllFrom } = row
  return {
    inviteFrom,
    mentionAllFrom,
    approveJoins: row.approveJoins === 1,
    historyFromStart: row.historyFromStart === 1,
  }
}

export function settingColumns(settings: GroupSettings) {
  const { inviteFrom, mentionAllFrom, approveJoins, historyFromStart } = settings
  return {
    inviteFrom,
    mentionAllFrom,
    approveJoins: approveJoins ? 1 : 0,
    historyFromStart: historyFromStart ? 1 : 0,
  }
}
