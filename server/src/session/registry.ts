import type { AccountId, DeviceId } from '../data/model.ts'
import type { Route, Session, SessionId } from './session.ts'

/** What became of an attempt to take a session over. */
export type Resumption =
  | { status: 'resumed'; session: Session; former: Route | undefined }
  | { status: 'unknown' }

/** What became of a session that lived before the process did. */
export type Restoration =
  | { status: 'restored'; former: Route | undefined }
  /** A later epoch of it is known. */
  | { status: 'superseded' }
  /** Its device was ended a moment ago (R12). */
  | { status: 'ended' }

export interface RegistryEvents {
  /** A session of the account is connected now, or is no longer. */
  connectedChanged(account: AccountId, has: 'come' | 'gone'): void
  /** The session is over: it will not be resumed. */
  ended(session: SessionId): void
}

/** Who is online, and where. Authoritative soft state: never the only copy of anything acked. */
export interface SessionRegistry {
  /**
   * From when this returns, deliveries reach the session's route. False: the device was ended a moment ago, between the
   * check of its token and now (R12); nothing was opened.
   */
  open(session: Session): boolean
  get(session: SessionId): Session | undefined
  /**
   * Takes a session over, where `resumeHash` is the hash of its current key: raises the epoch, sets route and key.
   * The former route, where there is one, is to be closed by the caller.
   */
  resume(
    session: SessionId,
    resumeHash: Uint8Array,
    next: { route: Route; resumeHash: Uint8Array; capabilities: number },
  ): Resumption
  /**
   * Takes in a session that lived in a process before this one, with its epoch, key and route (R6.f). `superseded`: a later
   * epoch of it is here, nothing was changed. `former` is the route of an earlier epoch, to be closed by the caller.
   */
  restore(session: Session): Restoration
  /** The connection of this epoch ended. Keeps the session resumable for `resumableMs`; 0 ends it. Of an older epoch: nothing. */
  detach(session: SessionId, epoch: number, resumableMs: number): void
  /** Ends every session of these devices of the account; what was connected is returned, to be closed. */
  endDevices(account: AccountId, devices: readonly DeviceId[]): Session[]
  /** Connected and resumable ones. */
  ofAccount(account: AccountId): readonly Session[]
  isOnline(account: AccountId): boolean
  connectedCount(): number
  /** Calls `each` for every connected session, in order of opening. */
  eachConnected(each: (session: Session) => void): void
}
