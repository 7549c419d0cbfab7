import { groupRoles, wire } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import {
  groupAdminsMax,
  intervalsMax,
  type GroupAct,
  type GroupChange,
  type GroupGuards,
  type GroupNotice,
  type GroupRequest,
} from '../group-store.ts'
import type { AccountId, Seq } from '../model.ts'
import { directRefusal } from './direct-guard.ts'
import { appendNotice } from './append-notice.ts'
import { adminsOf, memberRow, target, textRow, type InGroup } from './group-rows.ts'
import { groupMemberTable, groupTable, joinRequestTable, type GroupRow } from './group-tables.ts'
import type { ConversationRow, MemberRow, Tables } from './tables.ts'

const types = wire.NoticeType

type ActOf<T extends GroupAct['do']> = Extract<GroupAct, { do: T }>

export function invite(
  tables: Tables,
  { conversation, group }: InGroup,
  request: GroupRequest,
  act: ActOf<'invite'>,
  guards: GroupGuards,
): GroupChange {
  const { id } = conversation
  const added = [...new Set(act.accounts)].filter((account) => !isIn(tables, conversation, account))
  if (added.length === 0) return { conversation: id }
  checkReachable(tables, request.account, added, guards)
  return addMembers(tables, { conversation, group }, request, added, guards, {
    type: types.NOTICE_TYPE_MEMBERS_ADDED,
    accounts: added,
  })
}

/**
 * Opens an interval for each (R10): it begins with the entry that tells of it, and so does the read cursor.
 * @throws Refusal LIMIT_REACHED; nothing is written then.
 */
export function addMembers(
  tables: Tables,
  { conversation, group }: Pick<InGroup, 'conversation' | 'group'>,
  request: GroupRequest,
  added: AccountId[],
  guards: GroupGuards,
  notice: GroupNotice,
): GroupChange {
  const members = group.members + added.length
  if (members > guards.membersMax) throw new Refusal('LIMIT_REACHED', 'the group is full')
  for (const account of added) {
    const former = tables.member(conversation.id, account)
    if ((former?.earlier.length ?? 0) >= intervalsMax) throw new Refusal('LIMIT_REACHED')
  }
  const told = { ...notice, value: members }
  const head = appendNotice(tables, conversation, request, told)
  let { joinRequests } = group
  for (const account of added) {
    tables.putMember(joined(tables, head, group, account, groupRoles.member))
    if (tables.row(joinRequestTable, [head.id, account]) === undefined) continue
    tables.removeRow(joinRequestTable, [head.id, account])
    joinRequests -= 1
  }
  tables.putRow(groupTable, { ...group, members, membersSeq: head.headSeq, joinRequests })
  const { membersSeq: before } = group
  return changeOf(head, told, head.headSeq, { before, added, removed: [] })
}

/** The member row of one who joins with the newest entry. */
export function joined(
  tables: Tables,
  head: ConversationRow,
  group: GroupRow,
  account: AccountId,
  role: number,
): MemberRow {
  const { id: conversation, headSeq, headCount } = head
  const former = tables.member(conversation, account)
  const past =
    former === undefined
      ? []
      : [...former.earlier, { fromSeq: former.fromSeq, toSeq: former.toSeq }]
  // NOTE the last interval begins with the join in any case: who joined when is read from it.
  const all = headSeq > 1 ? [{ fromSeq: 1, toSeq: headSeq - 1 }] : []
  return {
    conversation,
    account,
    role,
    fromSeq: headSeq,
    toSeq: 0,
    earlier: group.historyFromStart === 1 ? all : past,
    delivered: headSeq,
    read: headSeq,
    readCount: headCount,
    ownAfter: 0,
    touched: tables.stamp(),
  }
}

export function remove(
  tables: Tables,
  found: InGroup,
  request: GroupRequest,
  act: ActOf<'remove'>,
): GroupChange {
  const { conversation } = found
  const removed = [...new Set(act.accounts)].filter((one) => isIn(tables, conversation, one))
  for (const account of removed) target(tables, found, account, 'remove')
  if (removed.length === 0) return { conversation: conversation.id }
  return takeMembers(tables, found, request, removed, {
    type: types.NOTICE_TYPE_MEMBERS_REMOVED,
    accounts: removed,
  })
}

export function leave(tables: Tables, found: InGroup, request: GroupRequest): GroupChange {
  const notice = { type: types.NOTICE_TYPE_MEMBER_LEFT, accounts: [request.account] }
  return takeMembers(tables, found, request, [request.account], notice)
}

/** The entry that tells of it is the last that they see (R10). */
function takeMembers(
  tables: Tables,
  { conversation, group }: InGroup,
  request: GroupRequest,
  removed: AccountId[],
  notice: GroupNotice,
): GroupChange {
  const members = group.members - removed.length
  const told = { ...notice, value: members }
  const head = appendNotice(tables, conversation, request, told)
  const { name: formerName } = textRow(tables, head.id)
  for (const account of removed) {
    const row = tables.member(head.id, account)
    if (row === undefined) throw new Error('a member has no row')
    const { headSeq: toSeq } = head
    const role = groupRoles.member
    tables.putMember({ ...row, toSeq, role, touched: tables.stamp() })
    tables.putRow(groupMemberTable, { ...memberRow(tables, head.id, account), formerName })
  }
  const admins = JSON.stringify(adminsOf(group).filter((admin) => !removed.includes(admin)))
  tables.putRow(groupTable, { ...group, members, membersSeq: head.headSeq, admins })
  const { membersSeq: before } = group
  return changeOf(head, told, head.headSeq, { before, added: [], removed })
}

export function setRole(
  tables: Tables,
  found: InGroup,
  request: GroupRequest,
  act: ActOf<'setRole'>,
): GroupChange {
  const { conversation, group } = found
  const row = target(tables, found, act.account, 'setRole')
  if (row.role === act.role) return { conversation: conversation.id }
  const others = adminsOf(group).filter((admin) => admin !== act.account)
  const admins = act.role === groupRoles.admin ? [...others, act.account] : others
  if (admins.length > groupAdminsMax) throw new Refusal('LIMIT_REACHED', 'too many admins')
  const type = types.NOTICE_TYPE_ROLE_CHANGED
  const notice = { type, accounts: [act.account], value: act.role }
  const head = appendNotice(tables, conversation, request, notice)
  tables.putMember({ ...row, role: act.role, touched: tables.stamp() })
  tables.putRow(groupTable, { ...group, admins: JSON.stringify(admins) })
  return changeOf(head, notice, group.membersSeq)
}

/** The former owner becomes an admin. */
export function transfer(
  tables: Tables,
  found: InGroup,
  request: GroupRequest,
  act: ActOf<'transfer'>,
): GroupChange {
  const { conversation, group, member } = found
  if (act.account === request.account) return { conversation: conversation.id }
  const row = target(tables, found, act.account, 'transfer')
  const others = adminsOf(group).filter((admin) => admin !== act.account)
  const admins = [...others, request.account]
  if (admins.length > groupAdminsMax) throw new Refusal('LIMIT_REACHED', 'too many admins')
  const notice = { type: types.NOTICE_TYPE_OWNER_CHANGED, accounts: [act.account] }
  const head = appendNotice(tables, conversation, request, notice)
  const touched = tables.stamp()
  tables.putMember({ ...row, role: groupRoles.owner, touched })
  tables.putMember({ ...member, role: groupRoles.admin, touched })
  tables.putRow(groupTable, { ...group, owner: act.account, admins: JSON.stringify(admins) })
  return changeOf(head, notice, group.membersSeq)
}

/** Who adds an account needs to be allowed to write to it. @throws Refusal NOT_FOUND, BLOCKED, STRANGERS_REFUSED */
export function checkReachable(
  tables: Tables,
  from: AccountId,
  accounts: readonly AccountId[],
  guards: GroupGuards,
): void {
  for (const account of accounts) {
    if (tables.account(account) === undefined)
      throw new Refusal('NOT_FOUND', `there is no account ${account}`)
    const known = tables.direct(Math.min(from, account), Math.max(from, account))
    const error = directRefusal(tables, from, account, { isFirst: known === undefined, guards })
    if (error !== undefined) throw new Refusal(error)
  }
}

export function isIn(tables: Tables, conversation: ConversationRow, account: AccountId): boolean {
  return tables.member(conversation.id, account)?.toSeq === 0
}

/** What a change came to, of its notice and the conversation with that as its head. */
export function changeOf(
  head: ConversationRow,
  notice: GroupNotice,
  membersSeq: Seq,
  members?: GroupChange['members'],
): GroupChange {
  const { id: conversation, headSeq: seq, headTimeMs: timeMs, headCount: count } = head
  const entry = { seq, timeMs, count, notice, membersSeq }
  return members === undefined ? { conversation, entry } : { conversation, entry, members }
}
