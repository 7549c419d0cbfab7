import type { Clock, Timer } from '../base/clock.ts'
import type { LinkSettings } from './settings.ts'

/** What came while logic was away. Exactly one of the two is called, once. */
export interface HeldCall {
  bytes: number
  give(): void
  refuse(): void
}

type HeldLimits = Pick<LinkSettings, 'heldMax' | 'heldBytesMax' | 'heldMs'>

/** Calls that wait for logic to come back, in the order of their coming: so many, so large, so long. */
export class HeldCalls {
  readonly #clock: Clock
  readonly #limits: HeldLimits
  #waiting: { call: HeldCall; dueMs: number }[] = []
  #bytes = 0
  #timer: Timer | undefined = undefined

  constructor(clock: Clock, limits: HeldLimits) {
    this.#clock = clock
    this.#limits = limits
  }

  get size(): number {
    return this.#waiting.length
  }

  /** Refuses it at once where there is no room. */
  hold(call: HeldCall): void {
    const { heldMax, heldBytesMax, heldMs } = this.#limits
    if (this.#waiting.length >= heldMax || this.#bytes + call.bytes > heldBytesMax)
      return call.refuse()
    this.#waiting.push({ call, dueMs: this.#clock.monotonicMs() + heldMs })
    this.#bytes += call.bytes
    this.#timer ??= this.#clock.after(heldMs, () => this.#expire())
  }

  /** Gives all of them, in their order. */
  release(): void {
    for (const { call } of this.#take()) call.give()
  }

  refuse(): void {
    for (const { call } of this.#take()) call.refuse()
  }

  #take() {
    this.#timer?.cancel()
    this.#timer = undefined
    this.#bytes = 0
    return this.#waiting.splice(0)
  }

  #expire(): void {
    this.#timer = undefined
    const nowMs = this.#clock.monotonicMs()
    const later = this.#waiting.findIndex(({ dueMs }) => dueMs > nowMs)
    const due = this.#waiting.splice(0, later < 0 ? this.#waiting.length : later)
    for (const { call } of due) this.#bytes -= call.bytes
    const [next] = this.#waiting
    if (next !== undefined)
      this.#timer = this.#clock.after(next.dueMs - nowMs, () => this.#expire())
    for (const { call } of due) call.refuse()
  }
}
