import { groupRoles, wire } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { GroupAct, GroupChange, GroupNotice, GroupRequest } from '../group-store.ts'
import { appendNotice } from './append-notice.ts'
import { answerJoin, makeLink, removeWaysIn, revokeLink } from './group-links.ts'
import {
  changeOf,
  checkReachable,
  invite,
  joined,
  leave,
  remove,
  setRole,
  transfer,
} from './group-members.ts'
import type { GroupOperation } from './group-operations.ts'
import {
  memberRow,
  permitted,
  settingColumns,
  settingsOf,
  target,
  textRow,
  type InGroup,
} from './group-rows.ts'
import {
  groupKind,
  groupMemberTable,
  groupTable,
  groupTextTable,
  type GroupRow,
} from './group-tables.ts'
import type { ConversationRow, Tables } from './tables.ts'

const types = wire.NoticeType

type OperationOf<T extends GroupOperation['type']> = Extract<GroupOperation, { type: T }>

/** A new group: its first entry tells who made it with whom. */
export function createGroup(
  tables: Tables,
  { request, id, group: asked, guards }: OperationOf<'createGroup'>,
): GroupChange {
  const { account: owner } = request
  const others = [...new Set(asked.members)].filter((account) => account !== owner)
  const members = others.length + 1
  if (tables.account(owner) === undefined) throw new Refusal('NOT_FOUND')
  if (members > guards.membersMax) throw new Refusal('LIMIT_REACHED', 'the group is full')
  checkReachable(tables, owner, others, guards)
  if (tables.conversation(id) !== undefined) throw new Error('a new conversation id is in use')

  const conversation: ConversationRow = {
    id,
    kind: groupKind,
    low: 0,
    high: 0,
    headSeq: 0,
    headCount: 0,
    headTimeMs: 0,
    firstSeq: 1,
    touched: tables.stamp(),
  }
  tables.putConversation(conversation)
  const { name, avatar, settings } = asked
  const type = types.NOTICE_TYPE_GROUP_CREATED
  const notice = { type, accounts: others, text: name, value: members }
  const head = appendNotice(tables, conversation, request, notice)
  const row: GroupRow = {
    conversation: id,
    owner,
    admins: '[]',
    members,
    membersSeq: head.headSeq,
    mentionAllSeq: 0,
    mentionAllBy: 0,
    ...settingColumns(settings),
    allMuted: 0,
    dissolvedSeq: 0,
    joinRequests: 0,
  }
  tables.putRow(groupTable, row)
  const avatarSeq = avatar === '' ? 0 : head.headSeq
  tables.putRow(groupTextTable, { conversation: id, name, announcement: '', avatar, avatarSeq })
  for (const account of [owner, ...others]) {
    const role = account === owner ? groupRoles.owner : groupRoles.member
    tables.putMember(joined(tables, head, row, account, role))
  }
  const added = [owner, ...others]
  return changeOf(head, notice, head.headSeq, { before: 0, added, removed: [] })
}

/** What one member does. What changes nothing appends nothing. */
export function changeGroup(tables: Tables, operation: OperationOf<'changeGroup'>): GroupChange {
  const { request, conversation, act, guards, token } = operation
  const found = permitted(tables, conversation, request.account, act.do)
  if (found.group.dissolvedSeq > 0 && act.do !== 'setRemark')
    throw new Refusal('WRONG_STATE', 'the group was dissolved')
  switch (act.do) {
    case 'invite':
      return invite(tables, found, request, act, guards)
    case 'remove':
      return remove(tables, found, request, act)
    case 'leave':
      return leave(tables, found, request)
    case 'setRole':
      return setRole(tables, found, request, act)
    case 'transfer':
      return transfer(tables, found, request, act)
    case 'makeLink':
      return makeLink(tables, found, request, act, token)
    case 'revokeLink':
      return revokeLink(tables, found, act)
    case 'answerJoin':
      return answerJoin(tables, found, request, act, guards)
    case 'setRemark':
      return setRemark(tables, found, act.remark)
    case 'setNickname':
      return setNickname(tables, found, request, act.nickname)
    case 'mute':
      return mute(tables, found, request, act)
    default:
      return setFact(tables, found, request, act)
  }
}

type Fact = Extract<
  GroupAct,
  { do: 'rename' | 'setAvatar' | 'announce' | 'setSettings' | 'muteAll' | 'dissolve' }
>

/** Something that is true of the whole group. */
function setFact(tables: Tables, found: InGroup, request: GroupRequest, act: Fact): GroupChange {
  const { conversation, group } = found
  const { id } = conversation
  const text = textRow(tables, id)
  const notice = noticeOf(act, group, text)
  if (notice === undefined) return { conversation: id }
  const head = appendNotice(tables, conversation, request, notice)
  const { headSeq } = head
  switch (act.do) {
    case 'rename':
      tables.putRow(groupTextTable, { ...text, name: act.name })
      break
    case 'setAvatar': {
      const avatarSeq = act.avatar === '' ? 0 : headSeq
      tables.putRow(groupTextTable, { ...text, avatar: act.avatar, avatarSeq })
      break
    }
    case 'announce':
      tables.putRow(groupTextTable, { ...text, announcement: act.text })
      break
    case 'setSettings':
      tables.putRow(groupTable, { ...group, ...settingColumns(act.settings) })
      break
    case 'muteAll':
      tables.putRow(groupTable, { ...group, allMuted: act.muted ? 1 : 0 })
      break
    case 'dissolve':
      removeWaysIn(tables, id)
      tables.putRow(groupTable, { ...group, dissolvedSeq: headSeq, joinRequests: 0 })
      break
  }
  return changeOf(head, notice, group.membersSeq)
}

/** Undefined: it is so already. */
function noticeOf(
  act: Fact,
  group: GroupRow,
  text: { name: string; announcement: string; avatar: string },
): GroupNotice | undefined {
  switch (act.do) {
    case 'rename':
      if (act.name === text.name) return undefined
      return { type: types.NOTICE_TYPE_NAME_CHANGED, text: act.name }
    case 'setAvatar':
      if (act.avatar === text.avatar) return undefined
      return { type: types.NOTICE_TYPE_AVATAR_CHANGED, value: act.avatar === '' ? 0 : 1 }
    case 'announce':
      if (act.text === text.announcement) return undefined
      return { type: types.NOTICE_TYPE_ANNOUNCEMENT_CHANGED, text: act.text }
    case 'setSettings': {
      const { settings } = act
      if (JSON.stringify(settings) === JSON.stringify(settingsOf(group))) return undefined
      return { type: types.NOTICE_TYPE_SETTINGS_CHANGED, settings }
    }
    case 'muteAll':
      if (act.muted === (group.allMuted === 1)) return undefined
      return { type: types.NOTICE_TYPE_ALL_MUTED, value: act.muted ? 1 : 0 }
    case 'dissolve':
      return { type: types.NOTICE_TYPE_DISSOLVED }
  }
}

function mute(
  tables: Tables,
  found: InGroup,
  request: GroupRequest,
  act: Extract<GroupAct, { do: 'mute' }>,
): GroupChange {
  const { conversation, group } = found
  target(tables, found, act.account, 'mute')
  const row = memberRow(tables, conversation.id, act.account)
  const untilMs = act.untilMs > request.nowMs ? act.untilMs : 0
  const wasMuted = row.mutedUntilMs > request.nowMs
  if (untilMs === (wasMuted ? row.mutedUntilMs : 0)) return { conversation: conversation.id }
  const type = types.NOTICE_TYPE_MEMBER_MUTED
  const notice = { type, accounts: [act.account], value: untilMs }
  const head = appendNotice(tables, conversation, request, notice)
  tables.putRow(groupMemberTable, { ...row, mutedUntilMs: untilMs })
  return changeOf(head, notice, group.membersSeq)
}

function setNickname(
  tables: Tables,
  { conversation, group }: InGroup,
  request: GroupRequest,
  nickname: string,
): GroupChange {
  const row = memberRow(tables, conversation.id, request.account)
  if (row.nickname === nickname) return { conversation: conversation.id }
  const type = types.NOTICE_TYPE_NICKNAME_CHANGED
  const notice = { type, accounts: [request.account], text: nickname }
  const head = appendNotice(tables, conversation, request, notice)
  tables.putRow(groupMemberTable, { ...row, nickname })
  return changeOf(head, notice, group.membersSeq)
}

/** Private: state of the member row (R3), found by the account's own devices. */
function setRemark(tables: Tables, { conversation, member }: InGroup, remark: string): GroupChange {
  const { id } = conversation
  const row = memberRow(tables, id, member.account)
  if (row.remark === remark) return { conversation: id }
  tables.putRow(groupMemberTable, { ...row, remark })
  tables.putMember({ ...member, touched: tables.stamp() })
  return { conversation: id, told: [member.account] }
}
