import type { ReplyOf } from '@parley/protocol'
import { contactBody } from '../../data/contact-body.ts'
import { contactKey, type ContactItem, type ContactOutcome } from '../../data/contact-store.ts'
import type { Delivery } from '../../session/delivery.ts'
import { encodePush } from '../../session/encode-push.ts'
import type { SessionId } from '../../session/session.ts'

/** Tells the devices of both sides what a commit wrote into their account logs (R1.d). */
export function deliverContacts(
  deps: { delivery: Delivery },
  items: readonly ContactItem[],
  except?: SessionId,
): void {
  for (const item of items) {
    const push = encodePush('accountEntry', { entry: entryOf(item) })
    deps.delivery.toAccounts([item.account], push, except)
  }
}

export function contactReply({ own }: ContactOutcome): ReplyOf<'requestContact'> {
  return own === undefined ? {} : { entry: entryOf(own) }
}

function entryOf({ other, seq, timeMs, contact }: ContactItem) {
  return { seq, key: contactKey(other), body: contactBody(contact), timeMs }
}
