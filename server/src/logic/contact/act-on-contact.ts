import type { ReplyOf } from '@parley/protocol'
import type { Clock } from '../../base/clock.ts'
import { Refusal } from '../../base/refusal.ts'
import type { ContactAct, ContactLimits } from '../../data/contact-store.ts'
import type { AccountId } from '../../data/model.ts'
import type { Store } from '../../data/store.ts'
import type { Delivery } from '../../session/delivery.ts'
import { checkedRequestKey } from '../account/device-info.ts'
import type { Presence } from '../../session/presence.ts'
import type { Caller } from '../caller.ts'
import { contactReply, deliverContacts } from './deliver-contacts.ts'

export interface ContactDeps {
  clock: Clock
  contacts: Store['contacts']
  delivery: Delivery
  presence: Pick<Presence, 'relationChanged'>
  contactLimits(): ContactLimits
}

interface ContactRequest {
  account: number
  requestKey: Uint8Array
}

/** One act on a relation: stored for both sides in one commit, then told to the devices of both. */
export async function actOnContact(
  deps: ContactDeps,
  caller: Caller,
  request: ContactRequest,
  act: ContactAct,
): Promise<ReplyOf<'requestContact'>> {
  const outcome = await deps.contacts.act({
    ...contactInput(deps, caller, request),
    act,
    limits: deps.contactLimits(),
  })
  deliverContacts(deps, outcome.changes)
  if (outcome.changes.length > 0) deps.presence.relationChanged(caller.account, request.account)
  return contactReply(outcome)
}

/** @throws Refusal BAD_REQUEST, BAD_ID */
export function contactInput(deps: { clock: Clock }, caller: Caller, request: ContactRequest) {
  return {
    account: caller.account,
    other: otherAccount(caller, request.account),
    requestKey: checkedRequestKey(request.requestKey),
    nowMs: Math.floor(deps.clock.wallMs()),
  }
}

function otherAccount(caller: Caller, account: number): AccountId {
  if (!Number.isSafeInteger(account) || account <= 0)
    throw new Refusal('BAD_REQUEST', 'account is missing')
  if (account === caller.account) throw new Refusal('BAD_REQUEST', 'account is your own')
  return account
}
