import type { ReplyOf, RequestOf } from '@parley/protocol'
import type { Caller } from '../caller.ts'
import { actOnContact, type ContactDeps } from './act-on-contact.ts'

export function answerContact(
  deps: ContactDeps,
  caller: Caller,
  request: RequestOf<'answerContact'>,
): Promise<ReplyOf<'answerContact'>> {
  return actOnContact(deps, caller, request, { do: request.accept ? 'accept' : 'refuse' })
}
