import type { Clock, Timer } from '../../../server/src/base/clock.ts'
import type { Timeline } from './timeline.ts'

/** When simulated worlds begin: 2026-01-01, midnight, UTC. */
export const worldStartMs = 1_767_225_600_000

const never: Timer = { cancel() {} }

/**
 * The clock of one host: its wall time may be wrong and step, its monotonic time may only run fast or slow. When the
 * process on the host is killed, none of its timers runs any more.
 */
export class HostClock implements Clock {
  readonly #timeline: Timeline
  readonly #bootMs: number
  #wallOffsetMs = 0
  #alive = true
  /** Set while the program does not run: what came due meanwhile. */
  #held: (() => void)[] | undefined = undefined

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
    if (!this.#alive) return never
    let cancelled = false
    const moment = this.#timeline.after(delayMs, () =>
      this.#run(() => {
        if (!cancelled) run()
      }),
    )
    return {
      cancel() {
        cancelled = true
        moment.cancel()
      },
    }
  }

  soon(run: () => void): void {
    this.#timeline.soon(() => this.#run(run))
  }

  #run(run: () => void): void {
    if (!this.#alive) return
    if (this.#held === undefined) run()
    else this.#held.push(run)
  }

  /** The program stands still (a phone sleeps), time does not. */
  freeze(): void {
    this.#held ??= []
  }

  /** It goes on, with everything that came due. */
  thaw(): void {
    const held = this.#held ?? []
    this.#held = undefined
    for (const run of held) this.#timeline.soon(() => this.#run(run))
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
