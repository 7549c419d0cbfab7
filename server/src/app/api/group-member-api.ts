import { groupAccountsMax, groupPageMax } from '@parley/protocol'
import { Type } from 'typebox'
import { Refusal } from '../../base/refusal.ts'
import type { GroupMemberView } from '../../data/group-store.ts'
import { apiRoute, type ApiRoute } from './api-route.ts'
import type { ApiDeps } from './api-deps.ts'
import { Count, Id, idOf } from './api-types.ts'
import {
  asOwner,
  changeAsOwner,
  groupJson,
  GroupReply,
  MemberReply,
  Named,
  roleNameOf,
  roleOf,
} from './group-acting.ts'

const NamedMember = Type.Object({ group: Id, account: Id })
const paged = { after: Type.Optional(Id), limit: Type.Optional(Count(groupPageMax)) }
const next = Type.Union([Id, Type.Null()], { description: '`after` of the next page, or null.' })

function memberJson(member: GroupMemberView) {
  const { account, role, nickname, mutedUntilMs, joinedSeq, delivered, read } = member
  return {
    ...{ account: String(account), role: roleNameOf(role), nickname },
    ...{ mutedUntilMs, joinedSeq, delivered, read },
  }
}

/** @throws Refusal NOT_FOUND for who is not in it */
function memberOf({ store }: ApiDeps, group: string, account: string) {
  return asOwner({ store }, group, async (caller, conversation) => {
    const page = { after: 0, limit: 1, accounts: [idOf(account)] }
    const { members } = await store.groups.members(caller.account, conversation, page)
    const [member] = members
    if (member === undefined) throw new Refusal('NOT_FOUND', 'there is no such member')
    return memberJson(member)
  })
}

const last = (accounts: readonly number[], more: boolean): string | null =>
  more ? String(accounts.at(-1)) : null

export const groupMemberApi: readonly ApiRoute[] = [
  apiRoute({
    ...{ method: 'GET', path: '/groups/:group/members', scope: 'groups' },
    summary: 'Who is in a group, ascending by account.',
    params: Named,
    query: Type.Object(paged),
    reply: Type.Object({ members: Type.Array(MemberReply), next }),
    run: ({ store }, { params, query }) =>
      asOwner({ store }, params.group, async ({ account }, conversation) => {
        const after = query.after === undefined ? 0 : idOf(query.after)
        const page = { after, limit: query.limit ?? groupPageMax, accounts: [] }
        const { members, more } = await store.groups.members(account, conversation, page)
        const accounts = members.map((member) => member.account)
        return { members: members.map(memberJson), next: last(accounts, more) }
      }),
  }),
  apiRoute({
    ...{ method: 'POST', path: '/groups/:group/members', scope: 'groups' },
    summary: 'Add members. Who is in it already is passed over.',
    params: Named,
    body: Type.Object({ accounts: Type.Array(Id, { minItems: 1, maxItems: groupAccountsMax }) }),
    reply: GroupReply,
    async run(deps, { params: { group }, body, requestKey }) {
      const accounts = body.accounts.map(idOf)
      await changeAsOwner(deps, group, 'inviteMembers', { accounts }, requestKey)
      return groupJson(deps, group)
    },
  }),
  apiRoute({
    ...{ method: 'GET', path: '/groups/:group/members/:account', scope: 'groups' },
    summary: 'A member.',
    params: NamedMember,
    reply: MemberReply,
    run: (deps, { params: { group, account } }) => memberOf(deps, group, account),
  }),
  apiRoute({
    ...{ method: 'PATCH', path: '/groups/:group/members/:account', scope: 'groups' },
    summary: 'Make a member an admin or end that, mute it or end that. Absent fields stay.',
    params: NamedMember,
    body: Type.Object({
      role: Type.Optional(Type.Union([Type.Literal('member'), Type.Literal('admin')])),
      mutedUntilMs: Type.Optional(Type.Integer({ minimum: 0, description: '0: may write.' })),
    }),
    reply: MemberReply,
    async run(deps, { params, body }) {
      const { group } = params
      const account = idOf(params.account)
      const { role, mutedUntilMs } = body
      await memberOf(deps, group, params.account)
      if (role !== undefined)
        await changeAsOwner(deps, group, 'setMemberRole', { account, role: roleOf(role) })
      if (mutedUntilMs !== undefined)
        await changeAsOwner(deps, group, 'muteMember', { account, untilMs: mutedUntilMs })
      return memberOf(deps, group, params.account)
    },
  }),
  apiRoute({
    ...{ method: 'DELETE', path: '/groups/:group/members/:account', scope: 'groups' },
    summary: 'Remove a member. Who is not in it is passed over.',
    params: NamedMember,
    reply: Type.Object({}),
    async run(deps, { params: { group, account } }) {
      await changeAsOwner(deps, group, 'removeMembers', { accounts: [idOf(account)] })
      return {}
    },
  }),
  apiRoute({
    ...{ method: 'GET', path: '/groups/:group/entries/:seq/readers', scope: 'groups' },
    summary: 'Who has read an entry, or with `unread` who has not, ascending by account.',
    params: Type.Object({ group: Id, seq: Type.Integer({ minimum: 1 }) }),
    query: Type.Object({ ...paged, unread: Type.Optional(Type.Boolean()) }),
    reply: Type.Object({
      ...{ accounts: Type.Array(Id), next },
      ...{ readCount: Type.Integer(), unreadCount: Type.Integer() },
    }),
    run: ({ store }, { params, query }) =>
      asOwner({ store }, params.group, async ({ account: reader }, conversation) => {
        const { unread = false, limit = groupPageMax } = query
        const after = query.after === undefined ? 0 : idOf(query.after)
        const asked = { reader, conversation, seq: params.seq, unread, after, limit }
        const { accounts, more, readCount, unreadCount } = await store.groups.readers(asked)
        const page = { accounts: accounts.map(String), next: last(accounts, more) }
        return { ...page, readCount, unreadCount }
      }),
  }),
]
