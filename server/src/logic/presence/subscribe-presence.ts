import { presenceSubscriptionsMax, type ReplyOf, type RequestOf } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { Presence } from '../../session/presence.ts'
import type { Caller } from '../caller.ts'

export interface SubscribePresenceDeps {
  presence: Presence
}

/** Replaces what the session watches, and says how it stands now. */
export async function subscribePresence(
  deps: SubscribePresenceDeps,
  caller: Caller,
  request: RequestOf<'subscribePresence'>,
): Promise<ReplyOf<'subscribePresence'>> {
  const accounts = [...new Set(request.accounts)]
  if (accounts.length > presenceSubscriptionsMax)
    throw new Refusal('TOO_LARGE', 'too many accounts at once')
  return { presences: await deps.presence.subscribe(caller.session, accounts) }
}
