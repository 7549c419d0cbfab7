import { burnAfterMsMin, type ErrorName, type ReplyOf, type RequestOf } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { NewEntry } from '../../data/entry-store.ts'
import type { Store } from '../../data/store.ts'
import type { Caller } from '../caller.ts'
import { deliverEntry, type DeliverDeps } from './deliver-entry.ts'
import { checkEntryBody } from './entry-body.ts'
import { newEntry, type NewEntryDeps } from './new-entry.ts'
import { countingStrangers, type StrangerDeps } from './strangers.ts'

export interface SendDeps extends NewEntryDeps, StrangerDeps, DeliverDeps {
  /** Something will be due at this time. */
  wakeDue(atMs: number): void
  entries: Pick<Store['entries'], 'append'>
}

/**
 * Check, store, then deliver: what was never stored is never seen. Hands the entry to the store before it first
 * waits, so that sends of one connection are stored in the order in which they came (R5).
 */
export async function send(
  deps: SendDeps,
  caller: Caller,
  request: RequestOf<'send'>,
): Promise<ReplyOf<'send'>> {
  const { kind, body } = request
  const content = checkEntryBody(kind, body)
  const entry = newEntry(deps, caller.account, request, content)
  const appended = await countingStrangers(deps, entry, (counted) => deps.entries.append(counted))
  if (appended.status === 'refused') throw refusalOf(deps, entry, appended.error)
  if (entry.burn !== undefined) deps.wakeDue(entry.nowMs + burnAfterMsMin)
  const { conversation, seq, timeMs } = appended
  const duplicate = appended.status === 'duplicate'
  if (!duplicate) deliverEntry(deps, entry, appended, caller.session)
  return { conversation, seq, timeMs, duplicate }
}

function refusalOf({ strangerLimit }: SendDeps, entry: NewEntry, error: ErrorName): Refusal {
  const retryAfterMs = error === 'RATE_LIMITED' ? strangerLimit.wait(entry.sender) : 0
  return new Refusal(error, undefined, retryAfterMs)
}
