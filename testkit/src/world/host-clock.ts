import type { Clock, Timer } from '../../../server/src/base/clock.ts'
import type { Moment, Timeline } from './timeline.ts'

/** When simulated worlds begin: 2026-01-01, midnight, UTC. */
export const worldStartMs = 1_767_225_600_000

const never: Timer = { cancel() {} }

/**
 * The clock of one host: its wall time may be wrong and step, its monotonic time may only run fast or slow. When the
 * process on the host is killed, none of its timers runs any more.
 */
export class HostClock implements Clock {
  readonly #timeline: Timeline
  /** When it began, by the timeline. */
  readonly bootMs: number
  #wallOffsetMs = 0
  #alive = true
  /** Set while the program does not run: what came due meanwhile. */
  #held: (() => void)[] | undefined = undefined

  constructor(timeline: Timeline, wallOffsetMs = 0) {
    this.#timeline = timeline
    this.bootMs = timeline.nowMs
    this.#wallOffsetMs = wallOffsetMs
  }

  get alive(): boolean {
    return this.#alive
  }

  get isHeld(): boolean {
    return this.#held !== undefined
  }

  monotonicMs(): number {
    return this.#timeline.nowMs - this.bootMs
  }

  wallMs(): number {
    return Math.floor(worldStartMs + this.#timeline.nowMs + this.#wallOffsetMs)
  }

  after(delayMs: number, run: () => void): Timer {
    if (!this.#alive) return never
    const timer = new HostTimer(this, run)
    timer.moment = this.#timeline.after(delayMs, () => timer.due())
    return timer
  }

  soon(run: () => void): void {
    this.#timeline.soon(() => this.give(run))
  }

  /** What is due: at once, or when the program goes on. */
  give(run: () => void): void {
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
    for (const run of held) this.#timeline.soon(() => this.give(run))
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

class HostTimer implements Timer {
  moment: Moment | undefined
  readonly #clock: HostClock
  #run: (() => void) | undefined

  constructor(clock: HostClock, run: () => void) {
    this.#clock = clock
    this.#run = run
  }

  cancel(): void {
    this.#run = undefined
    this.moment?.cancel()
  }

  due(): void {
    // NOTE it may be cancelled while the program stands still.
    if (this.#clock.isHeld) this.#clock.give(() => this.#run?.())
    else if (this.#clock.alive) this.#run?.()
  }
}
