import type { Clock, Timer } from '../../../server/src/base/clock.ts'

interface Waiting {
  atMs: number
  run: () => void
}

/** Time that is moved by hand; what is asked for `soon` runs when the pump turns. */
export class PumpClock implements Clock {
  #nowMs = 1_000
  #soon: (() => void)[] = []
  readonly #timers = new Set<Waiting>()

  monotonicMs(): number {
    return this.#nowMs
  }

  wallMs(): number {
    return 1_767_225_600_000 + this.#nowMs
  }

  after(delayMs: number, run: () => void): Timer {
    const timer = { atMs: this.#nowMs + Math.max(0, delayMs), run }
    this.#timers.add(timer)
    return { cancel: () => void this.#timers.delete(timer) }
  }

  soon(run: () => void): void {
    this.#soon.push(run)
  }

  /** Runs everything that waits for no time. */
  async settle(): Promise<void> {
    await turn()
    while (this.#soon.length > 0) {
      const soon = this.#soon
      this.#soon = []
      for (const run of soon) run()
      await turn()
    }
  }

  /** Time goes on, and with it what was due. */
  async advance(byMs: number): Promise<void> {
    await this.settle()
    this.#nowMs += byMs
    for (const timer of [...this.#timers]) {
      if (timer.atMs > this.#nowMs || !this.#timers.delete(timer)) continue
      timer.run()
    }
    await this.settle()
  }
}

/** Everything that promises led to has run by then. */
function turn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve))
}
