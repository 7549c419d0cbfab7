import type { Clock } from './clock.ts'

export interface Rate {
  /** So many at once … */
  burst: number
  /** … and one more each so many milliseconds. */
  everyMs: number
}

/** Keys kept in mind; beyond it the one that was used longest ago is forgotten. */
export const limiterKeysMax = 100_000

/**
 * Limits how often something happens per key: the generic cell rate algorithm (ITU-T I.371), one number per key.
 */
export class KeyedLimiter<Key> {
  readonly #clock: Clock
  readonly #rate: Rate
  /** When the key's next event would be on time. */
  readonly #due = new Map<Key, number>()

  constructor(clock: Clock, rate: Rate) {
    this.#clock = clock
    this.#rate = rate
  }

  /** Counts one event. @returns 0 when it may happen; else the milliseconds until it may (and it was not counted). */
  take(key: Key): number {
    const nowMs = this.#clock.monotonicMs()
    const known = this.#due.get(key)
    const waitMs = known === undefined ? 0 : this.#waitMs(known, nowMs)
    if (waitMs > 0) return waitMs
    if (known !== undefined) this.#due.delete(key)
    this.#due.set(key, Math.max(known ?? nowMs, nowMs) + this.#rate.everyMs)
    if (this.#due.size > limiterKeysMax) {
      const [oldest] = this.#due.keys()
      if (oldest !== undefined) this.#due.delete(oldest)
    }
    return 0
  }

  /** What was counted last did not happen after all. */
  giveBack(key: Key): void {
    const due = this.#due.get(key)
    if (due !== undefined) this.#due.set(key, due - this.#rate.everyMs)
  }

  /** What `take` would answer, without counting. */
  wait(key: Key): number {
    const due = this.#due.get(key)
    if (due === undefined) return 0
    const nowMs = this.#clock.monotonicMs()
    if (due <= nowMs) this.#due.delete(key)
    return this.#waitMs(due, nowMs)
  }

  #waitMs(due: number, nowMs: number): number {
    const { burst, everyMs } = this.#rate
    const early = due - nowMs - (burst - 1) * everyMs
    return early > 0 ? Math.ceil(early) : 0
  }
}
