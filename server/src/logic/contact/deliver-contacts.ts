import type { ReplyOf } from '@parley/protocol'
import { contactBody } from '../../data/contact-body.ts'
import { contactKey, type ContactItem, type ContactOutcome } from '../../data/contact-store.ts'
import type { Delivery } from '../../session/delivery.ts'
import { encodePush } from '../../session/encode-push.ts'

/**
 * Tells the devices of both sides what a commit wrote into their account logs (R1.d). Also the one that asked: tabs share
 * its session.
 */
export function deliverContacts(deps: { delivery: Delivery }, items: readonly ContactItem[]): void {
  for (const item of items) {
    const push = encodePush('accountEntry', { entry: entryOf(item) })
    deps.delivery.toAccounts([item.account], push)
  }
}

export function contactReply({ own }: ContactOutcome): ReplyOf<'requestContact'> {
  return own === undefined ? {} : { entry: entryOf(own) }
}

function entryOf({ other, seq, timeMs, contact }: ContactItem) {
  return { seq, key: contactKey(other), body: contactBody(contact), timeMs }
}
