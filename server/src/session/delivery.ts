import type { CloseName } from '@parley/protocol'
import type { AccountId, DeviceId } from '../data/model.ts'
import type { Outlet } from './outlet.ts'
import type { SessionRegistry } from './registry.ts'
import type { Session, SessionId } from './session.ts'

/** A push, encoded once for everybody who gets it. */
export interface EncodedPush {
  command: number
  body: Uint8Array
  lossy: boolean
}

/** Brings pushes to the devices that are connected. A push is a hint: nothing here fails, waits or retries (R6). */
export interface Delivery {
  /** To every connected session of the accounts, but for one. */
  toAccounts(accounts: readonly AccountId[], push: EncodedPush, except?: SessionId): void
  toSessions(sessions: readonly SessionId[], push: EncodedPush): void
  /** Ends the sessions of these devices and closes their connections (R12). */
  endDevices(account: AccountId, devices: readonly DeviceId[], reason: CloseName): void
}

export function createDelivery(registry: SessionRegistry): Delivery {
  function send(sessions: readonly Session[], push: EncodedPush): void {
    const [only] = sessions
    if (sessions.length === 1 && only?.route !== undefined) {
      const { outlet, connection } = only.route
      return outlet.push([connection], push.command, push.body, push.lossy)
    }
    const byOutlet = new Map<Outlet, number[]>()
    for (const { route } of sessions) {
      if (route === undefined) continue
      const connections = byOutlet.get(route.outlet)
      if (connections === undefined) byOutlet.set(route.outlet, [route.connection])
      else connections.push(route.connection)
    }
    for (const [outlet, connections] of byOutlet) {
      outlet.push(connections, push.command, push.body, push.lossy)
    }
  }

  return {
    toAccounts(accounts, push, except) {
      const sessions: Session[] = []
      for (const account of accounts) {
        for (const session of registry.ofAccount(account)) {
          if (session.route !== undefined && session.id !== except) sessions.push(session)
        }
      }
      if (sessions.length > 0) send(sessions, push)
    },
    toSessions(ids, push) {
      send(
        ids.map((id) => registry.get(id)).filter((session) => session !== undefined),
        push,
      )
    },
    endDevices(account, devices, reason) {
      for (const session of registry.endDevices(account, devices)) {
        session.route?.outlet.close(session.route.connection, reason)
      }
    },
  }
}
