import type { CloseName } from '@parley/protocol'

/**
 * The way to the connections of one node. Session owns this port, access implements it.
 * A connection is named by the number its node gave it when it was made; unknown numbers are passed over
 * (the connection has gone meanwhile).
 */
export interface Outlet {
  /** Names the node. */
  readonly node: string
  /**
   * Queues one push for each connection and never throws. The body is encoded once; the node gives each connection its
   * own push number (lossy: 0). A connection whose outbox is over its mark gets nothing: a lossless push then uses up its
   * number and marks the connection behind (R6).
   */
  push(connections: readonly number[], command: number, body: Uint8Array, lossy: boolean): void
  /** Ends the connection, with what is already queued sent first where that is possible in a short time. */
  close(connection: number, reason: CloseName, delayMs?: number): void
}
