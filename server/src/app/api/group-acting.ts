import {
  commands,
  groupRoles,
  uuidV7Minter,
  type CommandName,
  type GroupRoleName,
  type RequestInit,
  type RequestOf,
} from '@parley/protocol'
import { Type } from 'typebox'
import { Refusal } from '../../base/refusal.ts'
import type { Caller } from '../../logic/caller.ts'
import { changeGroup, type ChangeName } from '../../logic/group/change-group.ts'
import { callerFor } from './api-caller.ts'
import type { ApiDeps } from './api-deps.ts'
import { Id, idOf, Text, Time } from './api-types.ts'

export const Named = Type.Object({ group: Id })
export const Role = Type.Union([
  Type.Literal('member'),
  Type.Literal('admin'),
  Type.Literal('owner'),
])
export const roleOf = (name: string): number => groupRoles[name as GroupRoleName]
export const roleNameOf = (role: number): string =>
  Object.entries(groupRoles).find(([, number]) => number === role)?.[0] ?? ''

export const settings = {
  inviteFrom: Type.Optional(Role),
  mentionAllFrom: Type.Optional(Role),
  approveJoins: Type.Optional(Type.Boolean()),
  historyFromStart: Type.Optional(Type.Boolean()),
}

export const GroupReply = Type.Object({
  ...{ group: Id, name: Type.String(), announcement: Type.String() },
  ...{ owner: Id, admins: Type.Array(Id), members: Type.Integer() },
  settings: Type.Object({
    ...{ inviteFrom: Role, mentionAllFrom: Role },
    ...{ approveJoins: Type.Boolean(), historyFromStart: Type.Boolean() },
  }),
  allMuted: Type.Boolean(),
  dissolved: Type.Boolean({ description: 'Nobody writes, joins or changes anything any more.' }),
  headSeq: Type.Integer({ description: 'The newest entry.' }),
})

export const MemberReply = Type.Object({
  ...{ account: Id, role: Role, nickname: Type.String() },
  mutedUntilMs: Type.Integer({ description: '0 or past: may write.' }),
  joinedSeq: Type.Integer({ description: 'The entry with which it came.' }),
  ...{ delivered: Type.Integer(), read: Type.Integer() },
})

export const LinkReply = Type.Object({
  ...{ group: Id, token: Text(64), expiresMs: Time },
  usesMax: Type.Integer({ description: '0: any number.' }),
})

/** A body as it would have come over the wire. */
export function requestFor<N extends CommandName>(name: N, init: RequestInit<N>): RequestOf<N> {
  const codec = commands[name].request as unknown as {
    encode(message: object): { finish(): Uint8Array }
    decode(bytes: Uint8Array): RequestOf<N>
  }
  return codec.decode(codec.encode(init).finish())
}

/** Of an Idempotency-Key, or one for this time only. */
export function keyOr({ rules }: ApiDeps, given: Uint8Array | undefined): Uint8Array {
  const { clock, random } = rules
  const fill = (bytes: Uint8Array) => random.fill(bytes)
  return given ?? uuidV7Minter({ nowMs: () => clock.wallMs(), fill })()
}

/** How often the owner may change while something is done in its place. */
const attemptsMax = 3

/** What the API does to a group it does as the owner. @throws Refusal NOT_FOUND */
export async function asOwner<T>(
  { store }: Pick<ApiDeps, 'store'>,
  group: string,
  act: (caller: Caller, conversation: number) => Promise<T>,
): Promise<T> {
  const conversation = idOf(group)
  for (let attempt = 1; ; attempt += 1) {
    const owner = await store.groups.owner(conversation)
    if (owner === undefined) throw new Refusal('NOT_FOUND', 'there is no such group')
    try {
      return await act(callerFor(owner), conversation)
    } catch (thrown) {
      const isHandedOver = (await store.groups.owner(conversation)) !== owner
      if (!isHandedOver || attempt === attemptsMax) throw thrown
    }
  }
}

/** One change of a group, in its owner's place. */
export async function changeAsOwner<N extends ChangeName>(
  deps: ApiDeps,
  group: string,
  name: N,
  more: Omit<RequestInit<N>, 'target' | 'requestKey'>,
  key?: Uint8Array,
): Promise<void> {
  await asOwner(deps, group, (caller, conversation) => {
    const init = { ...more, target: { conversation }, requestKey: keyOr(deps, key) }
    return changeGroup(deps.rules, name, caller, requestFor(name, init as RequestInit<N>))
  })
}

/** @throws Refusal NOT_FOUND */
export async function groupJson(deps: ApiDeps, group: string) {
  return asOwner(deps, group, async ({ account }, conversation) => {
    const view = await deps.store.conversations.view(account, conversation, 0)
    if (view?.group === undefined) throw new Refusal('NOT_FOUND', 'there is no such group')
    const { name, announcement, owner, admins, members, allMuted, dissolved } = view.group
    const { inviteFrom, mentionAllFrom, approveJoins, historyFromStart } = view.group.settings ?? {
      ...{ inviteFrom: groupRoles.member, mentionAllFrom: groupRoles.admin },
      ...{ approveJoins: false, historyFromStart: false },
    }
    return {
      ...{ group: String(conversation), name, announcement, owner: String(owner) },
      ...{ admins: admins.map(String), members, allMuted, dissolved, headSeq: view.headSeq },
      settings: {
        inviteFrom: roleNameOf(inviteFrom),
        mentionAllFrom: roleNameOf(mentionAllFrom),
        ...{ approveJoins, historyFromStart },
      },
    }
  })
}
