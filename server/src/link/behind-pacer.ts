import type { Clock, Timer } from '../base/clock.ts'

const stepMs = 100

/** Marks connections behind a few at a time, so that their syncs do not all come at once (R6.f). */
export class BehindPacer {
  readonly #clock: Clock
  readonly #perStep: number
  readonly #mark: (connections: readonly number[]) => void
  #waiting: number[] = []
  #timer: Timer | undefined = undefined

  constructor(clock: Clock, perSecond: number, mark: (connections: readonly number[]) => void) {
    this.#clock = clock
    this.#perStep = Math.max(1, Math.ceil((perSecond * stepMs) / 1_000))
    this.#mark = mark
  }

  /** These, and nothing of what was still to be marked: it is among them, or gone. */
  start(connections: number[]): void {
    this.stop()
    this.#waiting = connections
    this.#step()
  }

  stop(): void {
    this.#timer?.cancel()
    this.#timer = undefined
    this.#waiting = []
  }

  #step(): void {
    this.#timer = undefined
    const now = this.#waiting.splice(0, this.#perStep)
    if (now.length > 0) this.#mark(now)
    if (this.#waiting.length > 0) this.#timer = this.#clock.after(stepMs, () => this.#step())
  }
}
