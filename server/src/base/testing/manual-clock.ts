import type { Clock, Timer } from '../clock.ts'

interface Waiting {
  dueMs: number
  order: number
  run: () => void
}

/** A clock that a test moves by hand. What is due runs in order of time, then of asking. */
export class ManualClock implements Clock {
  #nowMs = 0
  #order = 0
  #waiting: Waiting[] = []
  wallOffsetMs: number

  constructor(wallStartMs = 1_700_000_000_000) {
    this.wallOffsetMs = wallStartMs
  }

  monotonicMs(): number {
    return this.#nowMs
  }

  wallMs(): number {
    return this.#nowMs + this.wallOffsetMs
  }

  after(delayMs: number, run: () => void): Timer {
    const waiting = { dueMs: this.#nowMs + Math.max(0, delayMs), order: (this.#order += 1), run }
    this.#waiting.push(waiting)
    return {
      cancel: () => {
        this.#waiting = this.#waiting.filter((other) => other !== waiting)
      },
    }
  }

  soon(run: () => void): void {
    queueMicrotask(run)
  }

  get timers(): number {
    return this.#waiting.length
  }

  /** Lets time pass, and everything that becomes due in it happen, promises included. */
  async advance(byMs: number): Promise<void> {
    const untilMs = this.#nowMs + byMs
    await settled()
    for (;;) {
      const next = this.#next(untilMs)
      if (next === undefined) break
      this.#nowMs = Math.max(this.#nowMs, next.dueMs)
      this.#waiting = this.#waiting.filter((other) => other !== next)
      next.run()
      await settled()
    }
    this.#nowMs = untilMs
    await settled()
  }

  #next(untilMs: number): Waiting | undefined {
    return this.#waiting
      .filter((waiting) => waiting.dueMs <= untilMs)
      .toSorted((a, b) => a.dueMs - b.dueMs || a.order - b.order)[0]
  }
}

const turns = 20

/** Lets chains of promises run dry. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
}
