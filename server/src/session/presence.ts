import type { Clock } from '../base/clock.ts'
import type { AccountId } from '../data/model.ts'
import type { Delivery } from './delivery.ts'
import { encodePush } from './encode-push.ts'
import type { SessionId } from './session.ts'

/** Changes are gathered this long before they are told, and told at most this often. */
export const presenceFlushMs = 1_000
/** An account that comes back within this time was never away. */
export const presenceGraceMs = 5_000

/** Who is online, told to those who have them on their screen. Lossy and coalesced: the last state wins. */
export interface Presence {
  /** Replaces what the session is subscribed to. */
  subscribe(session: SessionId, accounts: readonly AccountId[]): void
  forget(session: SessionId): void
  /** After a resume: what was lossy is said again. */
  tellAnew(session: SessionId): void
  onlineChanged(account: AccountId, online: boolean): void
  /** 0: not known since the process started. */
  lastSeenMs(account: AccountId): number
}

/** Last-seen times kept in memory. */
const lastSeenMax = 200_000

export function createPresence(deps: {
  clock: Clock
  delivery: Pick<Delivery, 'toSessions'>
  isOnline: (account: AccountId) => boolean
}): Presence {
  const { clock, delivery, isOnline } = deps
  const watchers = new Map<AccountId, Set<SessionId>>()
  const watched = new Map<SessionId, readonly AccountId[]>()
  const changed = new Set<AccountId>()
  const told = new Map<AccountId, boolean>()
  const lastSeen = new Map<AccountId, number>()
  let flushing = false

  function forget(session: SessionId): void {
    for (const account of watched.get(session) ?? []) {
      const set = watchers.get(account)
      set?.delete(session)
      if (set?.size !== 0) continue
      watchers.delete(account)
      told.delete(account)
    }
    watched.delete(session)
  }

  function flush(): void {
    flushing = false
    const news = new Map<SessionId, AccountId[]>()
    for (const account of changed) {
      const online = isOnline(account)
      if (told.get(account) === online) continue
      told.set(account, online)
      for (const session of watchers.get(account) ?? []) {
        const list = news.get(session)
        if (list === undefined) news.set(session, [account])
        else list.push(account)
      }
    }
    changed.clear()
    for (const [session, accounts] of news) tell(session, accounts)
  }

  function tell(session: SessionId, accounts: readonly AccountId[]): void {
    const presences = accounts.map((account) => ({
      account,
      online: isOnline(account),
      lastSeenMs: lastSeen.get(account) ?? 0,
    }))
    delivery.toSessions([session], encodePush('presence', { presences }))
  }

  function note(account: AccountId): void {
    if (!watchers.has(account)) return
    changed.add(account)
    if (flushing) return
    flushing = true
    clock.after(presenceFlushMs, flush)
  }

  function seen(account: AccountId): void {
    lastSeen.delete(account)
    lastSeen.set(account, clock.wallMs())
    if (lastSeen.size <= lastSeenMax) return
    const [oldest] = lastSeen.keys()
    if (oldest !== undefined) lastSeen.delete(oldest)
  }

  return {
    subscribe(session, accounts) {
      forget(session)
      if (accounts.length === 0) return
      watched.set(session, accounts)
      for (const account of accounts) {
        const set = watchers.get(account)
        if (set !== undefined) set.add(session)
        else {
          watchers.set(account, new Set([session]))
          told.set(account, isOnline(account))
        }
      }
    },
    forget,
    tellAnew(session) {
      const accounts = watched.get(session)
      if (accounts !== undefined) tell(session, accounts)
    },
    onlineChanged(account, online) {
      if (!online) seen(account)
      if (online) note(account)
      else if (watchers.has(account)) clock.after(presenceGraceMs, () => note(account))
    },
    lastSeenMs: (account) => lastSeen.get(account) ?? 0,
  }
}
