/** Time, as everything below `app/` sees it. Durations come from the monotonic side only. */
export interface Clock {
  /** Milliseconds since an arbitrary start; never steps back. May have fractions. */
  monotonicMs(): number
  /** Milliseconds since 1970. May step in either direction. */
  wallMs(): number
  /** Runs `run` once, not before `delayMs` from now. A timer never keeps the process alive by itself. */
  after(delayMs: number, run: () => void): Timer
  /** Runs `run` once, after what is already queued in this turn of the event loop. */
  soon(run: () => void): void
}

export interface Timer {
  /** Harmless when it has run already. */
  cancel(): void
}
