import type { Clock } from '../../base/clock.ts'
import type { Hashing } from '../../base/crypto.ts'
import type { AccountId, DeviceId } from '../../data/model.ts'
import type { RegistryEvents, Restoration, SessionRegistry } from '../registry.ts'
import type { Session, SessionId } from '../session.ts'

const none: readonly Session[] = []
/** Sessions looked at for expiry with each detach, so that forgotten ones never pile up. */
const sweepPerDetach = 4
/** How long an ended device is kept in mind, for logins that were being checked meanwhile. */
const endedMemoryMs = 60_000
const endedMax = 100_000

interface MemoryRegistryDeps {
  clock: Clock
  hashing: Hashing
  events: RegistryEvents
}

/** The registry of a single process. */
export function createMemoryRegistry(deps: MemoryRegistryDeps): SessionRegistry {
  const { clock, hashing, events } = deps
  const sessions = new Map<SessionId, Session>()
  const byAccount = new Map<AccountId, Session[]>()
  /** Detached sessions in the order in which they were detached. */
  const away = new Map<SessionId, Session>()
  /** Devices ended lately, with the time until when they are kept in mind. */
  const ended = new Map<DeviceId, number>()
  let connected = 0

  const isOnline = (account: AccountId): boolean =>
    (byAccount.get(account) ?? none).some((session) => session.route !== undefined)

  function remove(session: Session): void {
    if (!sessions.delete(session.id)) return
    away.delete(session.id)
    events.ended(session.id)
    const rest = (byAccount.get(session.account) ?? []).filter((other) => other !== session)
    if (rest.length === 0) byAccount.delete(session.account)
    else byAccount.set(session.account, rest)
    const wasConnected = session.route !== undefined
    if (!wasConnected) return
    connected -= 1
    events.connectedChanged(session.account, 'gone')
  }

  function sweep(): void {
    const nowMs = clock.monotonicMs()
    let looked = 0
    for (const session of away.values()) {
      if (looked === sweepPerDetach || session.resumableUntilMs > nowMs) return
      remove(session)
      looked += 1
    }
  }

  function keepInMind(device: DeviceId): void {
    const nowMs = clock.monotonicMs()
    for (const [old, untilMs] of ended) {
      if (untilMs > nowMs && ended.size < endedMax) break
      ended.delete(old)
    }
    ended.delete(device)
    ended.set(device, nowMs + endedMemoryMs)
  }

  const isEnded = (device: DeviceId): boolean => (ended.get(device) ?? 0) > clock.monotonicMs()

  /** Its route, epoch and key become those of `next`. */
  function takeOver(session: Session, next: Session): void {
    const wasAway = session.route === undefined
    if (wasAway) connected += 1
    away.delete(session.id)
    session.epoch = next.epoch
    session.resumeHash = next.resumeHash
    session.capabilities = next.capabilities
    session.route = next.route
    if (wasAway) events.connectedChanged(session.account, 'come')
  }

  function restore(session: Session): Restoration {
    if (isEnded(session.device)) return { status: 'ended' }
    const known = sessions.get(session.id)
    if (known === undefined) {
      open(session)
      return { status: 'restored', former: undefined }
    }
    if (known.epoch > session.epoch) return { status: 'superseded' }
    const former = known.route
    takeOver(known, session)
    return { status: 'restored', former }
  }

  function open(session: Session): void {
    sessions.set(session.id, session)
    const list = byAccount.get(session.account)
    if (list === undefined) byAccount.set(session.account, [session])
    else list.push(session)
    connected += 1
    events.connectedChanged(session.account, 'come')
  }

  return {
    restore,

    open(session) {
      if (isEnded(session.device)) return false
      open(session)
      return true
    },

    get: (session) => sessions.get(session),

    resume(id, resumeHash, next) {
      const session = sessions.get(id)
      if (session === undefined || !hashing.equal(session.resumeHash, resumeHash))
        return { status: 'unknown' }
      const former = session.route
      if (former === undefined && session.resumableUntilMs <= clock.monotonicMs()) {
        remove(session)
        return { status: 'unknown' }
      }
      takeOver(session, { ...session, ...next, epoch: session.epoch + 1 })
      return { status: 'resumed', session, former }
    },

    detach(id, epoch, resumableMs) {
      const session = sessions.get(id)
      if (session === undefined || session.epoch !== epoch || session.route === undefined) return
      if (resumableMs === 0) {
        remove(session)
        return
      }
      session.route = undefined
      session.resumableUntilMs = clock.monotonicMs() + resumableMs
      away.set(id, session)
      connected -= 1
      events.connectedChanged(session.account, 'gone')
      sweep()
    },

    endDevices(account, devices) {
      for (const device of devices) keepInMind(device)
      const ending = (byAccount.get(account) ?? none).filter((session) =>
        devices.includes(session.device),
      )
      for (const session of ending) remove(session)
      return ending.filter((session) => session.route !== undefined)
    },
    ofAccount: (account) => byAccount.get(account) ?? none,
    isOnline,
    connectedCount: () => connected,
    eachConnected(each) {
      for (const session of sessions.values()) if (session.route !== undefined) each(session)
    },
  }
}
