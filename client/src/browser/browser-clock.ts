import type { Clock } from '../base/clock.ts'

/** NOTE performance.now() stands still in a sleeping computer: ids then lie behind the server, which is allowed. */
export const browserClock: Clock = {
  monotonicMs: () => performance.now(),
  wallMs: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs)
    return { cancel: () => clearTimeout(timer) }
  },
}
