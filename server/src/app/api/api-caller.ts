import type { AccountId } from '../../data/model.ts'
import type { Caller } from '../../logic/caller.ts'

/** An integrator acts for an account without a session: its pushes reach every device. */
export function callerFor(account: AccountId): Caller {
  return { account, device: 0, session: 0 }
}
