import type { Clock } from '../base/clock.ts'

/** Serving means: a real commit succeeded within this time. */
export const healthWindowMs = 10_000
const probeEveryMs = 3_000

/** Watches that commits succeed. */
export interface Health {
  healthy(): boolean
  stop(): void
}

export function watchHealth(clock: Clock, probe: () => Promise<void>): Health {
  let lastGoodMs = Number.NEGATIVE_INFINITY
  let stopped = false

  function again(): void {
    if (!stopped) clock.after(probeEveryMs, look)
  }

  function look(): void {
    const startedMs = clock.monotonicMs()
    probe().then(
      () => {
        lastGoodMs = startedMs
        again()
      },
      () => again(),
    )
  }

  look()
  return {
    healthy: () => clock.monotonicMs() - lastGoodMs <= healthWindowMs,
    stop() {
      stopped = true
    },
  }
}
