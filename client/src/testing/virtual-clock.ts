import type { Clock, Timer } from '../base/clock.ts'

/** Time that stands still until it is moved. */
export class VirtualClock implements Clock {
  #nowMs = 0
  #timers: { atMs: number; order: number; run: () => void }[] = []
  #count = 0
  /** What the device's own clock shows at the beginning; may be stepped. */
  wallStartMs = 1_800_000_000_000
  readonly #settle: () => Promise<void>

  /** @param settle lets everything run that waits for no timer. */
  constructor(settle: () => Promise<void>) {
    this.#settle = settle
  }

  monotonicMs(): number {
    return this.#nowMs
  }

  wallMs(): number {
    return this.wallStartMs + this.#nowMs
  }

  after(delayMs: number, run: () => void): Timer {
    const timer = { atMs: this.#nowMs + Math.max(0, delayMs), order: (this.#count += 1), run }
    this.#timers.push(timer)
    return { cancel: () => void (this.#timers = this.#timers.filter((other) => other !== timer)) }
  }

  get timers(): number {
    return this.#timers.length
  }

  async advance(byMs: number): Promise<void> {
    const untilMs = this.#nowMs + byMs
    await this.#settle()
    for (;;) {
      const due = this.#timers.filter(({ atMs }) => atMs <= untilMs)
      due.sort((a, b) => a.atMs - b.atMs || a.order - b.order)
      const [next] = due
      if (next === undefined) break
      this.#timers = this.#timers.filter((other) => other !== next)
      this.#nowMs = Math.max(this.#nowMs, next.atMs)
      next.run()
      await this.#settle()
    }
    this.#nowMs = untilMs
  }
}
