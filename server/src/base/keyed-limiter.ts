import type { Clock } from './clock.ts'

export interface Rate {
  /** So many at once … */
  burst: number
  /** … and one more each so many milliseconds. */
  everyMs: number
}

/** Keys kept in mind; beyond it others are forgotten. */
export const limiterKeysMax = 100_000
/** With each new key so many are looked at, going round: those for whom nothing is left to wait for are forgotten. */
const looksPerKey = 2

interface Due {
  /** When the key's next event would be on time. */
  ms: number
}

/**
 * Limits how often something happens per key: the generic cell rate algorithm (ITU-T I.371), one number per key.
 * NOTE who comes again and again changes nothing in the map: one that lives long and is written at every event leaves
 * tables behind that V8 keeps until it collects everything.
 */
export class KeyedLimiter<Key> {
  readonly #clock: Clock
  readonly #rate: Rate
  readonly #due = new Map<Key, Due>()
  #hand = this.#due.entries()

  constructor(clock: Clock, rate: Rate) {
    this.#clock = clock
    this.#rate = rate
  }

  /** Counts one event. @returns 0 when it may happen; else the milliseconds until it may (and it was not counted). */
  take(key: Key): number {
    const nowMs = this.#clock.monotonicMs()
    const due = this.#due.get(key)
    if (due === undefined) {
      this.#due.set(key, { ms: nowMs + this.#rate.everyMs })
      this.#forget(key, nowMs)
      return 0
    }
    const waitMs = this.#waitMs(due.ms, nowMs)
    if (waitMs === 0) due.ms = Math.max(due.ms, nowMs) + this.#rate.everyMs
    return waitMs
  }

  /** What was counted last did not happen after all. */
  giveBack(key: Key): void {
    const due = this.#due.get(key)
    if (due !== undefined) due.ms -= this.#rate.everyMs
  }

  /** What `take` would answer, without counting. */
  wait(key: Key): number {
    const due = this.#due.get(key)
    return due === undefined ? 0 : this.#waitMs(due.ms, this.#clock.monotonicMs())
  }

  #waitMs(due: number, nowMs: number): number {
    const { burst, everyMs } = this.#rate
    const early = due - nowMs - (burst - 1) * everyMs
    return early > 0 ? Math.ceil(early) : 0
  }

  /** Of those it looks at, beyond the bound, also the one that has the least to wait for; never the one just made. */
  #forget(made: Key, nowMs: number): void {
    let least: readonly [Key, Due] | undefined
    for (let looks = 0; looks < looksPerKey; looks += 1) {
      const next = this.#next()
      if (next === undefined) break
      const [key, due] = next
      if (key === made) continue
      if (due.ms <= nowMs) this.#due.delete(key)
      else if (least === undefined || due.ms < least[1].ms) least = next
    }
    if (least !== undefined && this.#due.size > limiterKeysMax) this.#due.delete(least[0])
  }

  #next(): readonly [Key, Due] | undefined {
    const next = this.#hand.next()
    if (next.done !== true) return next.value
    this.#hand = this.#due.entries()
    const first = this.#hand.next()
    return first.done === true ? undefined : first.value
  }
}
