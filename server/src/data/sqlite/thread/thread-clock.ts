import { setImmediate, setTimeout } from 'node:timers'
import type { Clock } from '../../../base/clock.ts'

/** Of a thread of its own, to which none can be given. */
export const threadClock: Pick<Clock, 'after' | 'soon'> = {
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs)
    return { cancel: () => clearTimeout(timer) }
  },
  soon: (run) => void setImmediate(run),
}
