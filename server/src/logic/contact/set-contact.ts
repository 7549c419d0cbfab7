import {
  contactRemarkBytesMax,
  contactTagBytesMax,
  contactTagsMax,
  type ReplyOf,
  type RequestOf,
} from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import { checkedLine } from '../account/text-field.ts'
import type { Caller } from '../caller.ts'
import { contactInput, type ContactDeps } from './act-on-contact.ts'
import { contactReply, deliverContacts } from './deliver-contacts.ts'

/** Remark and tags, which only the caller's own devices see. */
export async function setContact(
  deps: ContactDeps,
  caller: Caller,
  request: RequestOf<'setContact'>,
): Promise<ReplyOf<'setContact'>> {
  const { remark, tags } = request
  const outcome = await deps.contacts.set({
    ...contactInput(deps, caller, request),
    remark:
      typeof remark === 'string' ? checkedLine(remark, contactRemarkBytesMax, 'remark') : undefined,
    tags: tags === null || tags === undefined ? undefined : checkedTags(tags.tags ?? []),
  })
  deliverContacts(deps, outcome.changes)
  return contactReply(outcome)
}

function checkedTags(tags: readonly string[]): string[] {
  if (tags.length > contactTagsMax) throw new Refusal('TOO_LARGE', `over ${contactTagsMax} tags`)
  const checked = tags.map((tag) => checkedLine(tag, contactTagBytesMax, 'tag'))
  if (checked.includes('')) throw new Refusal('BAD_REQUEST', 'a tag is empty')
  return [...new Set(checked)]
}
