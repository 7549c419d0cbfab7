import { wire } from '@parley/protocol'
import type { NewEntry } from '../../data/entry-store.ts'
import type { AccountId } from '../../data/model.ts'
import { checkEntryBody } from './entry-body.ts'
import { newEntry, type NewEntryDeps } from './new-entry.ts'

/**
 * A send that waited, as it is sent now, by what is allowed now. It follows no other one (R5).
 * @throws Refusal what a send is refused with before it is stored.
 */
export function scheduledEntry(
  deps: NewEntryDeps,
  account: AccountId,
  clientId: Uint8Array,
  body: Uint8Array,
): NewEntry {
  const { target, kind, refSeq, body: said } = wire.ScheduledSend.decode(body)
  const content = checkEntryBody(kind, said)
  return newEntry(deps, account, { clientId, target, kind, refSeq, body: said }, content)
}
