import type { Clock, Timer } from '../../../server/src/base/clock.ts'
import type { Timeline } from './timeline.ts'

/** When simulated worlds begin: 2026-01-01, midnight, UTC. */
export const worldStartMs = 1_767_225_600_000

const cancelled: Timer = { cancel() {} }

/**
 * The clock of one host: its wall time may be wrong and step, its monotonic time may only run fast or slow. When the
 * process on the host is killed, none of its timers runs any more.
 */
export class HostClock implements Clock {
  readonly #timeline: Timeline
  readonly #bootMs: number
  #wallOffsetMs = 0
  #alive = true

  constructor(timeline: Timeline, wallOffsetMs = 0) {
    this.#timeline = timeline
    this.#bootMs = timeline.nowMs
    this.#wallOffsetMs = wallOffsetMs
  }

  get alive(): boolean {
    return this.#alive
  }

  monotonicMs(): number {
    return this.#timeline.nowMs - this.#bootMs
  }

  wallMs(): number {
    return Math.floor(worldStartMs + this.#timeline.nowMs + this.#wallOffsetMs)
  }

  after(delayMs: number, run: () => void): Timer {
    if (!this.#alive) return cancelled
    return this.#timeline.after(delayMs, () => {
      if (this.#alive) run()
    })
  }

  soon(run: () => void): void {
    this.#timeline.soon(() => {
      if (this.#alive) run()
    })
  }

  /** Somebody sets the wall clock. */
  step(byMs: number): void {
    this.#wallOffsetMs += byMs
  }

  /** The process is gone; what it planned never happens. */
  kill(): void {
    this.#alive = false
  }
}
