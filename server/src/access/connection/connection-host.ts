import type { Clock } from '../../base/clock.ts'
import type { Compression } from '../../base/crypto.ts'
import type { TimingWheel } from '../../base/timing-wheel.ts'
import type { CommandPort } from '../../commands/port.ts'
import type { Outlet } from '../../session/outlet.ts'
import type { AccessSettings } from '../settings.ts'
import type { AccessStats, LeaveReason } from '../stats.ts'
import type { Connection } from './connection.ts'
import type { OutboxShared } from './outbox.ts'

/** What a connection needs of the node it is on; the same for all of them. */
export interface ConnectionHost extends OutboxShared {
  readonly clock: Clock
  readonly compression: Compression
  readonly wheel: TimingWheel
  readonly commands: CommandPort
  readonly outlet: Outlet
  readonly settings: AccessSettings
  readonly counts: AccessStats
  /** Flushes the connection at the end of this turn. */
  touch(connection: Connection): void
  /** It has logged in. */
  greeted(connection: Connection): void
  /** It has begun to end; nothing more is pushed to it. */
  ending(reason: LeaveReason): void
  /** Its stream is closed. */
  gone(connection: Connection): void
}
