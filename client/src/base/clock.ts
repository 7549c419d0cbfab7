/** Time, as the core sees it. Durations come from the monotonic side only. */
export interface Clock {
  /** Milliseconds since an arbitrary start; never steps back. May have fractions. */
  monotonicMs(): number
  /** Milliseconds since 1970. May step in either direction. */
  wallMs(): number
  /** Runs `run` once, not before `delayMs` from now. */
  after(delayMs: number, run: () => void): Timer
}

export interface Timer {
  /** Harmless when it has run already. */
  cancel(): void
}
