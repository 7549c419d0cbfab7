import type { Clock, Timer } from '../base/clock.ts'
import type { Random } from '../base/random.ts'

export interface HeartbeatEvents {
  /** Send a ping with this number. */
  ping(lastPush: number): void
  /** A push was lost: sync. */
  behind(): void
  /** Nothing came back: the connection is dead. */
  dead(): void
}

/** Nothing at all for this long after a ping that was to find out: dead. */
const probeTimeoutMs = 5_000
/** The same for a regular ping. */
const pongTimeoutMs = 15_000
/** A push is acknowledged after at most this part of the time that the server gives. */
const pushAckPart = 0.4

/** Pings when due, acknowledges pushes (R7), notices holes in their numbers (R6) and dead connections. */
export class Heartbeat {
  readonly #clock: Clock
  readonly #random: Random
  readonly #events: HeartbeatEvents
  #intervalMs = 0
  #ackMs = 0
  #lastPush = 0
  #beat: Timer | undefined
  #ack: Timer | undefined
  #deadline: Timer | undefined
  #deadlineAtMs = Infinity
  #isStopped = false

  constructor(deps: { clock: Clock; random: Random }, events: HeartbeatEvents) {
    this.#clock = deps.clock
    this.#random = deps.random
    this.#events = events
  }

  start(heartbeatMs: number, pushAckMs: number): void {
    this.#intervalMs = heartbeatMs
    this.#ackMs = pushAckMs * pushAckPart
    this.#scheduleBeat()
    if (this.#lastPush > 0) this.#scheduleAck()
  }

  stop(): void {
    this.#isStopped = true
    this.#beat?.cancel()
    this.#ack?.cancel()
    this.#deadline?.cancel()
  }

  probe(): void {
    this.#ping(probeTimeoutMs)
  }

  /** Bytes came: it lives. */
  heard(): void {
    this.#deadline?.cancel()
    this.#deadline = undefined
    this.#deadlineAtMs = Infinity
  }

  pushed(number: number): void {
    const isHole = number !== this.#lastPush + 1
    this.#lastPush = number
    if (this.#intervalMs > 0) this.#scheduleAck()
    if (isHole) this.#events.behind()
  }

  ponged(lastSent: number, isBehind: boolean): void {
    // NOTE the transport keeps order: a push sent before this pong would have come before it.
    const isHole = lastSent > this.#lastPush
    if (isHole) this.#lastPush = lastSent
    if (isHole || isBehind) this.#events.behind()
  }

  #ping(timeoutMs: number): void {
    this.#ack?.cancel()
    this.#ack = undefined
    this.#events.ping(this.#lastPush)
    this.#scheduleBeat()
    const atMs = this.#clock.monotonicMs() + timeoutMs
    if (atMs >= this.#deadlineAtMs) return
    this.#deadline?.cancel()
    this.#deadlineAtMs = atMs
    this.#deadline = this.#clock.after(timeoutMs, () => this.#events.dead())
  }

  #scheduleBeat(): void {
    this.#beat?.cancel()
    if (this.#isStopped || this.#intervalMs === 0) return
    const delayMs = this.#intervalMs * (0.75 + 0.2 * this.#random.unit())
    this.#beat = this.#clock.after(delayMs, () =>
      this.#ping(Math.min(pongTimeoutMs, this.#intervalMs)),
    )
  }

  #scheduleAck(): void {
    if (this.#ack !== undefined || this.#isStopped) return
    const delayMs = this.#ackMs * (0.5 + 0.5 * this.#random.unit())
    this.#ack = this.#clock.after(delayMs, () =>
      this.#ping(Math.min(pongTimeoutMs, this.#intervalMs)),
    )
  }
}
