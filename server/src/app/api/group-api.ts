import { announcementBytesMax, groupAccountsMax, groupNameBytesMax } from '@parley/protocol'
import { Type, type Static } from 'typebox'
import { createGroup } from '../../logic/group/create-group.ts'
import { createGroupLink } from '../../logic/group/group-links.ts'
import { callerFor } from './api-caller.ts'
import { apiRoute, type ApiRoute } from './api-route.ts'
import { Id, idOf, Text } from './api-types.ts'
import {
  asOwner,
  changeAsOwner,
  groupJson,
  GroupReply,
  keyOr,
  LinkReply,
  Named,
  requestFor,
  roleOf,
  settings,
} from './group-acting.ts'

const Settings = Type.Object(settings)
/** Keys are limited by themselves: a backend that makes a group for each of its deals makes many. */
const unlimited = { take: () => 0 }

export const groupApi: readonly ApiRoute[] = [
  apiRoute({
    ...{ method: 'POST', path: '/groups', scope: 'groups', status: 201 },
    summary:
      'Create a group. With the same Idempotency-Key again it is the same group. What this API does to a group later it does as its owner.',
    body: Type.Object({
      owner: Id,
      name: Text(groupNameBytesMax),
      avatar: Type.Optional(Text(65_536)),
      members: Type.Optional(Type.Array(Id, { maxItems: groupAccountsMax })),
      settings: Type.Optional(Settings),
    }),
    reply: GroupReply,
    async run(deps, { body, requestKey }) {
      const { owner, name, avatar = '', members = [] } = body
      const request = requestFor('createGroup', {
        ...{ name, avatar, members: members.map(idOf), requestKey: keyOr(deps, requestKey) },
        settings: wireSettings(body.settings ?? {}),
      })
      const rules = { ...deps.rules, groupLimit: unlimited }
      const { conversation } = await createGroup(rules, callerFor(idOf(owner)), request)
      return groupJson(deps, String(conversation))
    },
  }),
  apiRoute({
    ...{ method: 'GET', path: '/groups/:group', scope: 'groups' },
    summary: 'A group.',
    params: Named,
    reply: GroupReply,
    run: (deps, { params }) => groupJson(deps, params.group),
  }),
  apiRoute({
    ...{ method: 'PATCH', path: '/groups/:group', scope: 'groups' },
    summary:
      'Change what is named, one after the other, the owner last; absent fields stay. The former owner becomes an admin.',
    params: Named,
    body: Type.Object({
      name: Type.Optional(Text(groupNameBytesMax)),
      avatar: Type.Optional(Text(65_536)),
      announcement: Type.Optional(Text(announcementBytesMax)),
      settings: Type.Optional(Settings),
      allMuted: Type.Optional(Type.Boolean()),
      owner: Type.Optional(Id),
    }),
    reply: GroupReply,
    async run(deps, { params: { group }, body }) {
      const { owner, settings: asked, ...facts } = body
      const before = await groupJson(deps, group)
      for (const [name, value] of Object.entries(facts))
        await changeAsOwner(deps, group, 'setGroup', { [name]: value })
      if (asked !== undefined) {
        // NOTE settings change as a whole: what is not named is what it was.
        const all = wireSettings({ ...before.settings, ...asked } as Static<typeof Settings>)
        await changeAsOwner(deps, group, 'setGroup', { settings: all })
      }
      if (owner !== undefined)
        await changeAsOwner(deps, group, 'transferGroup', { account: idOf(owner) })
      return groupJson(deps, group)
    },
  }),
  apiRoute({
    ...{ method: 'DELETE', path: '/groups/:group', scope: 'groups' },
    summary: 'Dissolve a group: nobody writes any more, what was said stays.',
    params: Named,
    reply: Type.Object({}),
    async run(deps, { params: { group } }) {
      const { dissolved } = await groupJson(deps, group)
      if (!dissolved) await changeAsOwner(deps, group, 'dissolveGroup', {})
      return {}
    },
  }),
  apiRoute({
    ...{ method: 'POST', path: '/groups/:group/links', scope: 'groups', status: 201 },
    summary: 'Make a link by whose token people join.',
    params: Named,
    body: Type.Object({
      lifetimeMs: Type.Optional(Type.Integer({ minimum: 0, description: '0: for ever.' })),
      usesMax: Type.Optional(
        Type.Integer({ minimum: 0, maximum: 4_294_967_295, description: '0: any number.' }),
      ),
    }),
    reply: LinkReply,
    async run(deps, { params, body, requestKey }) {
      const { lifetimeMs = 0, usesMax = 0 } = body
      const link = await asOwner(deps, params.group, (caller, conversation) => {
        const key = keyOr(deps, requestKey)
        const init = { target: { conversation }, requestKey: key, lifetimeMs, usesMax }
        return createGroupLink(deps.rules, caller, requestFor('createGroupLink', init))
      })
      const { token, expiresMs } = link
      return { group: params.group, token, expiresMs, usesMax }
    },
  }),
  apiRoute({
    ...{ method: 'DELETE', path: '/groups/:group/links/:token', scope: 'groups' },
    summary: 'Revoke a link.',
    params: Type.Object({ group: Id, token: Text(64) }),
    reply: Type.Object({}),
    async run(deps, { params: { group, token } }) {
      await changeAsOwner(deps, group, 'revokeGroupLink', { token })
      return {}
    },
  }),
]

function wireSettings(given: Static<typeof Settings>) {
  const { inviteFrom, mentionAllFrom, approveJoins, historyFromStart } = given
  return {
    ...(inviteFrom && { inviteFrom: roleOf(inviteFrom) }),
    ...(mentionAllFrom && { mentionAllFrom: roleOf(mentionAllFrom) }),
    ...{ approveJoins: approveJoins ?? false, historyFromStart: historyFromStart ?? false },
  }
}
