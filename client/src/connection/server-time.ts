import type { Clock } from '../base/clock.ts'

/** The server's time: told at login, carried on by the monotonic clock. */
export class ServerTime {
  readonly #clock: Clock
  #told: { serverMs: number; monotonicMs: number } | undefined

  constructor(clock: Clock) {
    this.#clock = clock
  }

  tell(serverMs: number): void {
    if (serverMs > 0) this.#told = { serverMs, monotonicMs: this.#clock.monotonicMs() }
  }

  /** Before the first login the device's own time. */
  nowMs(): number {
    if (this.#told === undefined) return this.#clock.wallMs()
    return this.#told.serverMs + (this.#clock.monotonicMs() - this.#told.monotonicMs)
  }
}
