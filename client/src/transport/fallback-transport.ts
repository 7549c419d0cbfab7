import type { Clock } from '../base/clock.ts'
import type { Transport } from './transport.ts'
import { throwIfAborted } from '../base/wait.ts'

/** After the first choice failed where the second worked, the second stays the choice for this long. */
const preferSecondMs = 10 * 60_000
/** The first choice may hang where a proxy swallows it. */
const firstTimeoutMs = 5_000

/** Tries the second way of connecting where the first does not come about. */
export function fallbackTransport(clock: Clock, first: Transport, second: Transport): Transport {
  let preferFirstFromMs = -Infinity
  return {
    open: async (url, events, signal) => {
      if (clock.monotonicMs() < preferFirstFromMs)
        return second.open(url, events, signal).catch((error: unknown) => {
          preferFirstFromMs = -Infinity
          throw error
        })
      const attempt = new AbortController()
      const timer = clock.after(firstTimeoutMs, () => attempt.abort())
      try {
        return await first.open(url, events, AbortSignal.any([signal, attempt.signal]))
      } catch {
        throwIfAborted(signal)
        const link = await second.open(url, events, signal)
        preferFirstFromMs = clock.monotonicMs() + preferSecondMs
        return link
      } finally {
        timer.cancel()
      }
    },
  }
}
