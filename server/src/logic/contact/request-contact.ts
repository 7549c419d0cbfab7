import { contactGreetingBytesMax, type ReplyOf, type RequestOf } from '@parley/protocol'
import { checkedLine } from '../account/text-field.ts'
import type { Caller } from '../caller.ts'
import { actOnContact, type ContactDeps } from './act-on-contact.ts'

/** Asks, and arrives also where nobody is connected. Where the other side has asked already, both are contacts. */
export function requestContact(
  deps: ContactDeps,
  caller: Caller,
  request: RequestOf<'requestContact'>,
): Promise<ReplyOf<'requestContact'>> {
  const greeting = checkedLine(request.greeting, contactGreetingBytesMax, 'greeting')
  return actOnContact(deps, caller, request, { do: 'request', greeting })
}
