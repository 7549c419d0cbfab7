import { wire } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import {
  groupLinksMax,
  joinRequestsMax,
  type GroupAct,
  type GroupChange,
  type GroupGuards,
  type GroupLinkRow,
  type GroupRequest,
  type LinkLook,
} from '../group-store.ts'
import type { AccountId, ConversationId } from '../model.ts'
import type { RowOf } from './declared-table.ts'
import { addMembers, isIn } from './group-members.ts'
import { adminsOf, groupRow, textRow, type InGroup } from './group-rows.ts'
import { groupLinkTable, groupTable, joinRequestTable, type GroupRow } from './group-tables.ts'
import type { ReadTables, Tables } from './tables.ts'

type LinkRow = RowOf<typeof groupLinkTable>
type ActOf<T extends GroupAct['do']> = Extract<GroupAct, { do: T }>

export function makeLink(
  tables: Tables,
  { conversation }: InGroup,
  request: GroupRequest,
  act: ActOf<'makeLink'>,
  token: Uint8Array | undefined,
): GroupChange {
  if (token === undefined) throw new Error('a link needs a token')
  const { id } = conversation
  const { account: creator, nowMs } = request
  const rows = linkRows(tables, id)
  const dead = rows.filter((row) => !works(row, nowMs))
  if (rows.length - dead.length >= groupLinksMax) throw new Refusal('LIMIT_REACHED')
  for (const row of dead) tables.removeRow(groupLinkTable, [row.token])
  const createdMs = Math.floor(nowMs)
  const expiresMs = act.lifetimeMs === 0 ? 0 : createdMs + act.lifetimeMs
  const { usesMax } = act
  const row = { token, conversation: id, creator, createdMs, expiresMs, usesMax, uses: 0 }
  tables.putRow(groupLinkTable, row)
  return { conversation: id, link: linkOf(row) }
}

export function revokeLink(
  tables: Tables,
  { conversation }: InGroup,
  act: ActOf<'revokeLink'>,
): GroupChange {
  const row = tables.row(groupLinkTable, [act.token])
  if (row?.conversation !== conversation.id) throw new Refusal('NOT_FOUND', 'no such link')
  tables.removeRow(groupLinkTable, [act.token])
  return { conversation: conversation.id }
}

export function joinGroup(
  tables: Tables,
  request: GroupRequest,
  { token, text }: { token: Uint8Array; text: string },
  guards: GroupGuards,
): GroupChange {
  const { account, nowMs } = request
  const link = workingLink(tables, token, nowMs)
  const conversation = tables.conversation(link.conversation)
  if (conversation === undefined) throw new Error('a link leads nowhere')
  const group = groupRow(tables, conversation.id)
  if (isIn(tables, conversation, account)) return { conversation: conversation.id }

  const used = { ...link, uses: link.uses + 1 }
  if (group.approveJoins === 0) {
    const notice = { type: wire.NoticeType.NOTICE_TYPE_MEMBER_JOINED, accounts: [account] }
    const change = addMembers(tables, { conversation, group }, request, [account], guards, notice)
    tables.putRow(groupLinkTable, used)
    return change
  }
  const key = [conversation.id, account]
  const isNew = tables.row(joinRequestTable, key) === undefined
  if (isNew && group.joinRequests >= joinRequestsMax) throw new Refusal('LIMIT_REACHED')
  const asked = { conversation: conversation.id, account, text, askedMs: Math.floor(nowMs) }
  tables.putRow(joinRequestTable, asked)
  const joinRequests = group.joinRequests + (isNew ? 1 : 0)
  if (isNew) {
    tables.putRow(groupLinkTable, used)
    tables.putRow(groupTable, { ...group, joinRequests })
  }
  return { conversation: conversation.id, waits: true, told: touchAdmins(tables, group) }
}

export function answerJoin(
  tables: Tables,
  { conversation, group }: InGroup,
  request: GroupRequest,
  act: ActOf<'answerJoin'>,
  guards: GroupGuards,
): GroupChange {
  const key = [conversation.id, act.account]
  if (tables.row(joinRequestTable, key) === undefined)
    throw new Refusal('NOT_FOUND', 'no such request')
  if (act.accept) {
    const notice = { type: wire.NoticeType.NOTICE_TYPE_MEMBERS_ADDED, accounts: [act.account] }
    return addMembers(tables, { conversation, group }, request, [act.account], guards, notice)
  }
  tables.removeRow(joinRequestTable, key)
  tables.putRow(groupTable, { ...group, joinRequests: group.joinRequests - 1 })
  return { conversation: conversation.id, told: touchAdmins(tables, group) }
}

/** Nothing leads into the group any more. */
export function removeWaysIn(tables: Tables, id: ConversationId): void {
  for (const { token } of linkRows(tables, id)) tables.removeRow(groupLinkTable, [token])
  for (const { account } of joinRows(tables, id)) tables.removeRow(joinRequestTable, [id, account])
}

export function lookAtLink(
  tables: ReadTables,
  account: AccountId,
  token: Uint8Array,
  nowMs: number,
): LinkLook {
  const { conversation } = workingLink(tables, token, nowMs)
  const { name, avatar } = textRow(tables, conversation)
  const { members, approveJoins } = groupRow(tables, conversation)
  const isMember = tables.member(conversation, account)?.toSeq === 0
  return {
    name,
    avatar,
    members,
    approveJoins: approveJoins === 1,
    conversation: isMember ? conversation : 0,
  }
}

export function livingLinks(tables: ReadTables, id: ConversationId, nowMs: number): GroupLinkRow[] {
  return linkRows(tables, id)
    .filter((row) => works(row, nowMs))
    .map(linkOf)
}

export function joinRows(tables: ReadTables, id: ConversationId) {
  const by = ['conversation', 'askedMs'] as const
  return tables.rows(joinRequestTable, { by, where: [id], limit: joinRequestsMax })
}

function linkRows(tables: ReadTables, id: ConversationId): LinkRow[] {
  const by = ['conversation', 'createdMs'] as const
  return tables.rows(groupLinkTable, { by, where: [id], limit: groupLinksMax })
}

/** What does not work and what never was get the same refusal. */
function workingLink(tables: ReadTables, token: Uint8Array, nowMs: number): LinkRow {
  const row = tables.row(groupLinkTable, [token])
  if (row === undefined || !works(row, nowMs)) throw new Refusal('NOT_FOUND', 'no such link')
  return row
}

const works = ({ expiresMs, uses, usesMax }: LinkRow, nowMs: number): boolean =>
  (expiresMs === 0 || expiresMs > nowMs) && (usesMax === 0 || uses < usesMax)

function linkOf({ token, creator, createdMs, expiresMs, usesMax, uses }: LinkRow): GroupLinkRow {
  const text = Array.from(token, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { token: text, creator, createdMs, expiresMs, usesMax, uses }
}

/** Those who answer requests see how many wait: their next sync finds it. @returns them */
function touchAdmins(tables: Tables, group: GroupRow): AccountId[] {
  const accounts = [group.owner, ...adminsOf(group)]
  for (const account of accounts) {
    const row = tables.member(group.conversation, account)
    if (row === undefined) throw new Error('an admin is no member')
    tables.putMember({ ...row, touched: tables.stamp() })
  }
  return accounts
}
