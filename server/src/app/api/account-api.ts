import { displayNameBytesMax, localeLengthMax, wire } from '@parley/protocol'
import { Type } from 'typebox'
import { Refusal } from '../../base/refusal.ts'
import { randomId } from '../../base/random.ts'
import { issueTokens } from '../../logic/account/credentials.ts'
import { addDevice } from '../../logic/device/add-device.ts'
import { newDevice } from '../../logic/account/device-info.ts'
import { checkedHandle, foldHandle } from '../../logic/account/handle.ts'
import { setProfile } from '../../logic/account/set-profile.ts'
import { checkedLine } from '../../logic/account/text-field.ts'
import { endDevices } from '../../logic/device/end-devices.ts'
import type { ApiDeps } from './api-deps.ts'
import { apiRoute, type ApiRoute } from './api-route.ts'
import { callerFor } from './api-caller.ts'
import { AccountReply, accountJson, Id, idOf, Text, Time } from './api-types.ts'

const Account = Type.Object({ account: Id })
const kinds = {
  person: wire.AccountKind.ACCOUNT_KIND_PERSON,
  bot: wire.AccountKind.ACCOUNT_KIND_BOT,
  system: wire.AccountKind.ACCOUNT_KIND_SYSTEM,
} as const
const Kind = Type.Union([Type.Literal('person'), Type.Literal('bot'), Type.Literal('system')])
const profile = {
  displayName: Type.Optional(Text(displayNameBytesMax)),
  locale: Type.Optional(Text(localeLengthMax)),
}

/** @throws Refusal NOT_FOUND */
async function accountOf({ store }: ApiDeps, id: string) {
  const account = await store.accounts.byId(idOf(id))
  if (account === undefined) throw new Refusal('NOT_FOUND', 'there is no such account')
  return account
}

export const accountApi: readonly ApiRoute[] = [
  apiRoute({
    ...{ method: 'POST', path: '/accounts', scope: 'accounts', status: 201 },
    summary: 'Create an account. With the same Idempotency-Key again it is the same account.',
    body: Type.Object({ handle: Text(64), kind: Type.Optional(Kind), ...profile }),
    reply: AccountReply,
    async run({ rules, store }, { body, requestKey }) {
      const { random, clock } = rules
      const handle = checkedHandle(body.handle)
      const account = {
        id: randomId(random),
        kind: kinds[body.kind ?? 'person'],
        handle,
        displayName:
          checkedLine(body.displayName ?? '', displayNameBytesMax, 'displayName') || handle,
        avatar: '',
        locale: checkedLine(body.locale ?? '', localeLengthMax, 'locale'),
        passwordHash: '',
        createdMs: clock.wallMs(),
      }
      const key = requestKey ?? random.fill(new Uint8Array(16))
      const made = await store.accounts.createAlone(account, key)
      if (made.status === 'taken') throw new Refusal('HANDLE_TAKEN')
      return accountJson(made.account)
    },
  }),
  apiRoute({
    ...{ method: 'GET', path: '/accounts/:account', scope: 'accounts' },
    summary: 'An account.',
    params: Account,
    reply: AccountReply,
    run: async (deps, { params }) => accountJson(await accountOf(deps, params.account)),
  }),
  apiRoute({
    ...{ method: 'GET', path: '/handles/:handle', scope: 'accounts' },
    summary: 'The account with this handle.',
    params: Type.Object({ handle: Text(64) }),
    reply: AccountReply,
    async run({ store }, { params }) {
      const account = await store.accounts.byHandle(foldHandle(params.handle))
      if (account === undefined) throw new Refusal('NOT_FOUND', 'there is no such account')
      return accountJson(account)
    },
  }),
  apiRoute({
    ...{ method: 'PATCH', path: '/accounts/:account', scope: 'accounts' },
    summary: 'Change what others see of an account. Absent fields stay.',
    params: Account,
    body: Type.Object({ ...profile, avatar: Type.Optional(Text(65_536)) }),
    reply: AccountReply,
    async run(deps, { params, body }) {
      const { id } = await accountOf(deps, params.account)
      await setProfile(deps.rules, callerFor(id), body)
      return accountJson(await accountOf(deps, params.account))
    },
  }),
  apiRoute({
    ...{ method: 'POST', path: '/accounts/:account/tokens', scope: 'accounts', status: 201 },
    summary: 'Sign a device of an account in: give both tokens to its client.',
    params: Account,
    body: Type.Object({
      device: Type.Object({
        deviceClass: Type.Integer({ minimum: 1, maximum: 6 }),
        name: Text(128),
      }),
    }),
    reply: Type.Object({
      ...{ account: Id, device: Id, handle: Type.String() },
      ...{ accessToken: Type.String(), accessExpiresMs: Time },
      ...{ refreshToken: Type.String(), refreshExpiresMs: Time },
    }),
    async run(deps, { params, body, requestKey }) {
      const { rules } = deps
      const account = await accountOf(deps, params.account)
      const nowMs = rules.clock.wallMs()
      const info = { account: account.id, info: body.device, nowMs }
      const key = requestKey ?? rules.random.fill(new Uint8Array(16))
      const issued = issueTokens(rules)
      const { hashes } = issued
      const device = await addDevice(rules, newDevice(rules, info), hashes, key)
      return {
        ...{ account: String(account.id), device: String(device.id), handle: account.handle },
        accessToken: base64(issued.accessToken),
        accessExpiresMs: hashes.accessExpiresMs,
        refreshToken: base64(issued.refreshToken),
        refreshExpiresMs: hashes.refreshExpiresMs,
      }
    },
  }),
  apiRoute({
    ...{ method: 'DELETE', path: '/accounts/:account/devices', scope: 'accounts' },
    summary: 'Sign every device of an account out, at once.',
    params: Account,
    reply: Type.Object({}),
    async run(deps, { params }) {
      const { id } = await accountOf(deps, params.account)
      await endDevices(deps.rules, id, 'all')
      return {}
    },
  }),
]

const base64 = (token: Uint8Array): string => Buffer.from(token).toString('base64url')
