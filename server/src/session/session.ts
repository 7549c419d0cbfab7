import type { AccountId, DeviceId } from '../data/model.ts'
import type { Outlet } from './outlet.ts'

export type SessionId = number

/** Where a session's connection is. */
export interface Route {
  outlet: Outlet
  connection: number
}

/** A device's logged-in presence, across the connections it has one after the other. */
export interface Session {
  readonly id: SessionId
  readonly account: AccountId
  readonly device: DeviceId
  readonly deviceClass: number
  /** Raised by every login and resume; what an older epoch still says is refused. */
  epoch: number
  /** SHA-256 of the resume key that works next. */
  resumeHash: Uint8Array
  capabilities: number
  /** Undefined while the device is away: it may resume until `resumableUntilMs` (monotonic). */
  route: Route | undefined
  resumableUntilMs: number
  /** The account is invisible: what would betray it is not told. */
  isHidden?: boolean
}
