import {
  frameBodyBytesMax,
  greetingBodyBytesMax,
  pushAckMs,
  requestsInFlightMax,
} from '@parley/protocol'
import type { Rate } from '../base/token-bucket.ts'

/** Every limit of the connection side. */
export interface AccessSettings {
  /** Connections in all. */
  connectionsMax: number
  /** Connections of one address (of one /64 of IPv6). Loopback is not limited. */
  connectionsPerAddressMax: number
  /** Connections that have not logged in yet, in all. */
  greetingsMax: number
  /** Connections of one address that have not logged in yet. Loopback is not limited. */
  greetingsPerAddressMax: number
  /** From the connection to a good login; the time that the server takes for an answer does not count. */
  loginDeadlineMs: number
  /** A client pings at least this often; twice this long without a whole frame ends the connection. */
  heartbeatMs: number
  /** A push is acknowledged by a ping this long after it was sent … */
  pushAckMs: number
  /** … or at the latest this much later, for the way there and back. */
  pushAckGraceMs: number
  /** Requests of one connection that are not answered yet; beyond: BUSY. */
  requestsInFlightMax: number
  /** Frames of one connection; beyond: RATE_LIMITED. */
  frameRate: Rate
  /** Frames beyond `frameRate`; beyond this too the connection is closed. */
  excessRate: Rate
  frameBodyBytesMax: number
  /** A body before login. */
  greetingBodyBytesMax: number
  /** Unsent bytes of one connection over which pushes are dropped and reading from it stops. */
  outboxBytesMax: number
  /** Unsent bytes of one connection over which it is closed as TOO_SLOW. */
  responsesBytesMax: number
  /** A connection whose full outbox does not move for this long is closed as TOO_SLOW. */
  stuckMs: number
  /** Pushes kept for a connection whose login is being answered. */
  heldPushesMax: number
  /** A larger response body goes in pieces of this size, which live frames overtake. */
  bulkBytesMin: number
  /** A piece of a response this large is compressed when both sides can and it gets smaller. */
  compressBytesMin: number
  /** How long a closing connection may take to deliver its last frames. */
  lingerMs: number
  /** How long a draining connection waits for its answers. */
  drainAnswersMs: number
}

export const accessDefaults: AccessSettings = {
  connectionsMax: 18_000,
  connectionsPerAddressMax: 1_000,
  greetingsMax: 4_000,
  greetingsPerAddressMax: 200,
  loginDeadlineMs: 10_000,
  heartbeatMs: 30_000,
  pushAckMs,
  pushAckGraceMs: 5_000,
  requestsInFlightMax,
  frameRate: { perSecond: 200, burst: 600 },
  excessRate: { perSecond: 200, burst: 2_000 },
  frameBodyBytesMax,
  greetingBodyBytesMax,
  outboxBytesMax: 262_144,
  responsesBytesMax: 8_388_608,
  stuckMs: 30_000,
  heldPushesMax: 256,
  bulkBytesMin: 16_384,
  compressBytesMin: 1_024,
  lingerMs: 900,
  drainAnswersMs: 5_000,
}
