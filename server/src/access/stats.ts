import type { CloseName } from '@parley/protocol'
import type { Origin } from '../commands/port.ts'

export type Transport = Origin['transport']
export type LeaveReason = CloseName | 'lost'

/** What the connection side counts, for /metrics. Counters only grow; the others are of this moment. */
export interface AccessStats {
  /** Open now. */
  connections: Record<Transport, number>
  /** Of these without a login yet. */
  greeting: number
  /** Made since the start. */
  accepted: Record<Transport, number>
  framesIn: number
  framesOut: number
  bytesIn: number
  bytesOut: number
  /** Numbered pushes that were not written because an outbox was full, and pushes with number 0 likewise. */
  pushesDropped: number
  lossyDropped: number
  /** Requests refused on the header or by a limit of the connection. */
  requestsRefused: number
  /** Notes and pings that were passed over. */
  framesIgnored: number
  closes: Map<LeaveReason, number>
}

/** Of this moment; takes a walk over all connections. */
export interface AccessSnapshot extends AccessStats {
  outboxBytes: number
}

export function emptyStats(): AccessStats {
  return {
    connections: { tcp: 0, websocket: 0, longPoll: 0 },
    greeting: 0,
    accepted: { tcp: 0, websocket: 0, longPoll: 0 },
    framesIn: 0,
    framesOut: 0,
    bytesIn: 0,
    bytesOut: 0,
    pushesDropped: 0,
    lossyDropped: 0,
    requestsRefused: 0,
    framesIgnored: 0,
    closes: new Map(),
  }
}
