import type { Clock, Timer } from '../../base/clock.ts'
import type { Store } from '../../data/store.ts'
import type { Delivery } from '../../session/delivery.ts'
import { deliverContacts } from './deliver-contacts.ts'

/** How often it is looked for requests whose time is over. Whoever acts on one meanwhile finds it expired. */
export const expiryLookMs = 60_000

/** Ends contact requests by themselves, until it is stopped. */
export function keepExpiringRequests(deps: {
  clock: Clock
  contacts: Pick<Store['contacts'], 'expire'>
  delivery: Delivery
}): { stop(): void } {
  const { clock, contacts } = deps
  let isStopped = false
  let timer: Timer | undefined
  async function look(): Promise<void> {
    for (let isDone = false; !isDone && !isStopped;) {
      const expired = await contacts.expire(Math.floor(clock.wallMs()))
      deliverContacts(deps, expired.changes)
      isDone = expired.isDone
    }
  }
  const next = (): void => {
    // NOTE a store that is full or busy is asked again at the next look; the store tells of its own trouble.
    look().then(arm, arm)
  }
  const arm = (): void => {
    if (!isStopped) timer = clock.after(expiryLookMs, next)
  }
  arm()
  return {
    stop() {
      isStopped = true
      timer?.cancel()
    },
  }
}
