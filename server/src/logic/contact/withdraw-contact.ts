import type { ReplyOf, RequestOf } from '@parley/protocol'
import type { Caller } from '../caller.ts'
import { actOnContact, type ContactDeps } from './act-on-contact.ts'

/** Takes a request of one's own back, while nobody has answered it. */
export function withdrawContact(
  deps: ContactDeps,
  caller: Caller,
  request: RequestOf<'withdrawContact'>,
): Promise<ReplyOf<'withdrawContact'>> {
  return actOnContact(deps, caller, request, { do: 'withdraw' })
}
