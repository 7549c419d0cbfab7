import type { ReplyOf, RequestOf } from '@parley/protocol'
import type { Clock } from '../../base/clock.ts'
import { Refusal } from '../../base/refusal.ts'
import {
  audiences,
  presenceStatuses,
  type AccountSettings,
} from '../../data/account-settings-store.ts'
import type { Store } from '../../data/store.ts'
import type { Delivery } from '../../session/delivery.ts'
import { encodePush } from '../../session/encode-push.ts'
import type { Presence } from '../../session/presence.ts'
import type { Caller } from '../caller.ts'
import type { HeldReceipts } from '../message/held-receipts.ts'

export interface SetAccountSettingsDeps {
  clock: Clock
  accountSettings: Store['accountSettings']
  delivery: Delivery
  presence: Pick<Presence, 'settingsChanged'>
  heldReceipts: Pick<HeldReceipts, 'release'>
}

const { everybody, contacts, nobody } = audiences
/** What each of them may be; 0 stays as it is. */
const allowed: Record<keyof AccountSettings, readonly number[]> = {
  findableBy: [everybody, contacts],
  writableBy: [everybody, contacts],
  lastSeenBy: [everybody, contacts, nobody],
  status: Object.values(presenceStatuses),
}
const names = Object.keys(allowed) as (keyof AccountSettings)[]

/** Settles for all devices of the account at once. */
export async function setAccountSettings(
  deps: SetAccountSettingsDeps,
  caller: Caller,
  request: RequestOf<'setAccountSettings'>,
): Promise<ReplyOf<'setAccountSettings'>> {
  const patch: Partial<AccountSettings> = {}
  for (const name of names) {
    const value = request.settings?.[name] ?? 0
    if (value === 0) continue
    if (!allowed[name].includes(value))
      throw new Refusal('BAD_REQUEST', `${name} cannot be ${value}`)
    patch[name] = value
  }
  const nowMs = Math.floor(deps.clock.wallMs())
  const { item, isChanged, settings } = await deps.accountSettings.set(caller.account, patch, nowMs)
  if (isChanged) {
    deps.presence.settingsChanged(caller.account, settings)
    if (settings.status !== presenceStatuses.invisible) deps.heldReceipts.release(caller.account)
  }
  if (item === undefined) return {}
  // NOTE to the session that asked as well: tabs share it.
  if (isChanged)
    deps.delivery.toAccounts([caller.account], encodePush('accountEntry', { entry: item }))
  return { entry: item }
}
