import { Refusal } from '../../base/refusal.ts'
import { groupRoles, mayInGroup } from '@parley/protocol'
import type { GroupMemberView, Readers, ReadersInput } from '../group-store.ts'
import type { AccountId, ConversationId, GroupView, Seq } from '../model.ts'
import { headFor, visibleIntervals } from './intervals.ts'
import { adminsOf, groupRow, inGroup, memberRow, settingsOf, textRow } from './group-rows.ts'
import { groupMemberTable } from './group-tables.ts'
import type { ConversationRow, MemberRow, ReadTables } from './tables.ts'

/** A group as one member sees it: of one who left, the name it had then. */
export function groupView(
  tables: ReadTables,
  conversation: ConversationRow,
  member: MemberRow,
  withAvatar: boolean,
): { group: GroupView; mentioned: Seq } {
  const { id } = conversation
  const own = memberRow(tables, id, member.account)
  const { mutedUntilMs, nickname, remark } = own
  if (member.toSeq !== 0) {
    const group = { ...former, name: own.formerName, remark }
    return { group, mentioned: unreadMention(member, own.mentionedSeq) }
  }
  const row = groupRow(tables, id)
  const { name, avatar, avatarSeq, announcement } = textRow(tables, id)
  const { owner, members } = row
  const group: GroupView = {
    name,
    avatar: withAvatar ? avatar : '',
    avatarSeq,
    announcement,
    owner,
    admins: adminsOf(row),
    members,
    settings: settingsOf(row),
    allMuted: row.allMuted === 1,
    dissolved: row.dissolvedSeq > 0,
    role: member.role,
    mutedUntilMs,
    nickname,
    remark,
    joinRequests: mayInGroup('answerJoin', member.role, row) ? row.joinRequests : 0,
  }
  const all = row.mentionAllBy === member.account ? 0 : row.mentionAllSeq
  const newest = Math.max(own.mentionedSeq, all)
  return {
    group,
    mentioned: Math.min(unreadMention(member, newest), headFor(conversation, member)),
  }
}

const former: GroupView = {
  name: '',
  avatar: '',
  avatarSeq: 0,
  announcement: '',
  owner: 0,
  admins: [],
  members: 0,
  settings: undefined,
  allMuted: false,
  dissolved: false,
  role: 0,
  mutedUntilMs: 0,
  nickname: '',
  remark: '',
  joinRequests: 0,
}

const unreadMention = (member: MemberRow, seq: Seq): Seq => (seq > member.read ? seq : 0)

export function listMembers(
  tables: ReadTables,
  reader: AccountId,
  id: ConversationId,
  page: { after: AccountId; limit: number; accounts: readonly AccountId[] },
): { members: GroupMemberView[]; more: boolean } {
  inGroup(tables, id, reader)
  const { accounts, after, limit } = page
  if (accounts.length > 0) {
    const rows = [...new Set(accounts)]
      .toSorted((a, b) => a - b)
      .flatMap((account) => tables.member(id, account) ?? [])
      .filter((row) => row.toSeq === 0)
    return { members: rows.map((row) => memberView(tables, row)), more: false }
  }
  const rows = tables.memberPage(id, after, limit + 1)
  const members = rows.slice(0, limit).map((row) => memberView(tables, row))
  return { members, more: rows.length > limit }
}

function memberView(tables: ReadTables, row: MemberRow): GroupMemberView {
  const { conversation, account, role, fromSeq: joinedSeq, delivered, read } = row
  const set = tables.row(groupMemberTable, [conversation, account])
  const { nickname = '', mutedUntilMs = 0 } = set ?? {}
  return { account, role, nickname, mutedUntilMs, joinedSeq, delivered, read }
}

export function readersOf(tables: ReadTables, input: ReadersInput): Readers {
  const { conversation: id, seq, unread, after, limit } = input
  const { conversation, member } = inGroup(tables, id, input.reader)
  const isVisible = visibleIntervals(conversation, member).some(
    ({ fromSeq, toSeq }) => fromSeq <= seq && seq <= toSeq,
  )
  const entry = isVisible ? tables.entry(id, seq) : undefined
  if (entry === undefined) throw new Refusal('NOT_FOUND', 'no such entry')
  const range = { conversation: id, seq, except: entry.sender }
  const { read: readCount, all } = tables.readCounts(range)
  const found = tables.readersPage({ ...range, unread, after, limit: limit + 1 })
  return {
    accounts: found.slice(0, limit),
    more: found.length > limit,
    readCount,
    unreadCount: all - readCount,
  }
}

/** Roles that a member may be given. */
export const rolesGiven: readonly number[] = [groupRoles.member, groupRoles.admin]
