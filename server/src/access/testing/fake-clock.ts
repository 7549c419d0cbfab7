import type { Clock, Timer } from '../../base/clock.ts'

interface Waiting {
  atMs: number
  order: number
  run: () => void
}

/** A clock that stands until it is told to go on. */
export class FakeClock implements Clock {
  nowMs = 1_000
  #order = 0
  #timers: Waiting[] = []
  #soon: (() => void)[] = []

  monotonicMs(): number {
    return this.nowMs
  }

  wallMs(): number {
    return 1_700_000_000_000 + this.nowMs
  }

  after(delayMs: number, run: () => void): Timer {
    const timer = { atMs: this.nowMs + delayMs, order: (this.#order += 1), run }
    this.#timers.push(timer)
    return { cancel: () => (this.#timers = this.#timers.filter((other) => other !== timer)) }
  }

  soon(run: () => void): void {
    this.#soon.push(run)
  }

  get timers(): number {
    return this.#timers.length
  }

  /** Lets promises and what was asked for `soon` run until nothing is left. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet += 1) {
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
      const soon = this.#soon.splice(0)
      if (soon.length > 0) quiet = -1
      for (const run of soon) run()
    }
  }

  /** Time goes on by so much, timer by timer. */
  async advance(byMs: number): Promise<void> {
    const untilMs = this.nowMs + byMs
    await this.settle()
    for (let timer = this.#next(untilMs); timer !== undefined; timer = this.#next(untilMs)) {
      this.#timers = this.#timers.filter((other) => other !== timer)
      this.nowMs = Math.max(this.nowMs, timer.atMs)
      timer.run()
      await this.settle()
    }
    this.nowMs = untilMs
  }

  #next(untilMs: number): Waiting | undefined {
    const due = this.#timers.filter((timer) => timer.atMs <= untilMs)
    return due.sort((a, b) => a.atMs - b.atMs || a.order - b.order)[0]
  }
}
