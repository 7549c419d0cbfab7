/** How much is allowed: `perSecond` in the long run, `burst` at once. */
export interface Rate {
  perSecond: number
  burst: number
}

/**
 * A token bucket in one number: the moment at which it will be full again (the generic cell rate algorithm).
 * Time is given, so that thousands of them need no timer.
 */
export class TokenBucket {
  #fullAtMs = Number.NEGATIVE_INFINITY

  /** @returns 0 when allowed; else nothing is taken, and it is allowed not before that many milliseconds. */
  take(rate: Rate, nowMs: number, tokens: number = 1): number {
    const tokenMs = 1000 / rate.perSecond
    const fullAtMs = Math.max(this.#fullAtMs, nowMs) + tokens * tokenMs
    const overMs = fullAtMs - nowMs - rate.burst * tokenMs
    // NOTE a microsecond is forgiven: sums of fractions of a millisecond are not exact.
    if (overMs > 0.001) return overMs
    this.#fullAtMs = fullAtMs
    return 0
  }

  /** True when nothing is owed: a bucket that may be forgotten. */
  isFull(nowMs: number): boolean {
    return this.#fullAtMs <= nowMs
  }
}
