import type { ReplyOf, RequestOf } from '@parley/protocol'
import type { Caller } from '../caller.ts'
import { actOnContact, type ContactDeps } from './act-on-contact.ts'

/** Ends a contact for both sides; conversations stay. */
export function removeContact(
  deps: ContactDeps,
  caller: Caller,
  request: RequestOf<'removeContact'>,
): Promise<ReplyOf<'removeContact'>> {
  return actOnContact(deps, caller, request, { do: 'remove' })
}
