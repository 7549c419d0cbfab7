import type { ReplyOf, RequestOf } from '@parley/protocol'
import type { Caller } from '../caller.ts'
import { actOnContact, type ContactDeps } from './act-on-contact.ts'

/** Refuses the other one's direct sends from this commit on, or takes them again (R10). */
export function setBlocked(
  deps: ContactDeps,
  caller: Caller,
  request: RequestOf<'setBlocked'>,
): Promise<ReplyOf<'setBlocked'>> {
  return actOnContact(deps, caller, request, { do: request.blocked ? 'block' : 'unblock' })
}
