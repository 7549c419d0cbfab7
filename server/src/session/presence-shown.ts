import { audiences, presenceStatuses, type StoredSettings } from '../data/account-settings-store.ts'
import type { AccountId } from '../data/model.ts'
import type { PresenceRelation } from '../data/presence-store.ts'
import { awayState } from './presence-news.ts'
import type { Session } from './session.ts'

/** One who looks at others, and what decides what it may see. */
export interface Look {
  readonly viewer: AccountId
  readonly accounts: ReadonlySet<AccountId>
  readonly relations: Map<AccountId, PresenceRelation>
  /** Undefined until everything was read: nothing is shown before. */
  viewerSettings: (() => StoredSettings) | undefined
}

export interface KnownPresence {
  settings: StoredSettings
  lastSeenMs: number
}

export interface ShownPresence {
  account: AccountId
  online: boolean
  lastSeenMs: number
  status: number
  deviceClasses: number
}

/** What there is to see of an account, whoever looks. Who hides is not told apart from who is not there. */
export function publicState({ settings }: KnownPresence, bits: number): string {
  const isThere = bits !== 0 && settings.status !== presenceStatuses.invisible
  return isThere ? `${settings.status} ${bits}` : awayState
}

/** Classes of the connected devices: 1 << DeviceClass. */
export function bitsOf(sessions: readonly Session[]): number {
  let bits = 0
  for (const { route, deviceClass } of sessions) if (route !== undefined) bits |= 1 << deviceClass
  return bits
}

/**
 * As one account sees another. Invisible and blocked look in every field like not connected; only the account itself sees
 * how it stands.
 */
export function shownPresence(
  look: Look,
  { account, settings, lastSeenMs }: KnownPresence & { account: AccountId },
  bits: number,
): ShownPresence {
  const isSelf = account === look.viewer
  const relation = look.relations.get(account)
  const isBarred = relation?.isBarred === true && !isSelf
  const isHidden = settings.status === presenceStatuses.invisible && !isSelf
  if (bits !== 0 && !isBarred && !isHidden)
    return { account, online: true, lastSeenMs: 0, status: settings.status, deviceClasses: bits }
  const seenMs = isHidden ? settings.invisibleSinceMs : lastSeenMs
  const maySee = isSelf || (!isBarred && maySeeLast(look, settings, relation?.isContact === true))
  return { account, online: false, lastSeenMs: maySee ? seenMs : 0, status: 0, deviceClasses: 0 }
}

/** Both ways: whoever hides it does not see it. */
function maySeeLast(look: Look, settings: StoredSettings, isContact: boolean): boolean {
  const own = look.viewerSettings?.()
  return [settings.lastSeenBy, own?.lastSeenBy].every(
    (audience) =>
      audience === audiences.everybody || (audience === audiences.contacts && isContact),
  )
}
