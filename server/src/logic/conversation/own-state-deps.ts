import { Refusal } from '../../base/refusal.ts'
import type { Clock } from '../../base/clock.ts'
import type { ConversationId } from '../../data/model.ts'
import type { ConversationOwnState } from '../../data/own-state-store.ts'
import type { Store } from '../../data/store.ts'
import type { Delivery } from '../../session/delivery.ts'
import { encodePush } from '../../session/encode-push.ts'
import type { Caller } from '../caller.ts'
import { targetOf } from './target.ts'

export interface OwnStateDeps {
  clock: Clock
  conversations: Pick<Store['conversations'], 'resolve'>
  ownStates: Store['ownStates']
  delivery: Pick<Delivery, 'toAccounts'>
}

/** @throws Refusal BAD_REQUEST, NOT_FOUND */
export async function ownConversation(
  deps: Pick<OwnStateDeps, 'conversations'>,
  { account }: Caller,
  named: Parameters<typeof targetOf>[0],
): Promise<ConversationId> {
  const target = targetOf(named)
  // NOTE whether the account is in it is asked in the commit.
  if ('conversation' in target) return target.conversation
  const found = await deps.conversations.resolve(account, target)
  if (found === undefined) throw new Refusal('NOT_FOUND')
  return found
}

/** The devices of the account, and nobody else. NOTE the session that asked as well: tabs share it. */
export function tellOwnStates(
  { delivery }: Pick<OwnStateDeps, 'delivery'>,
  { account }: Caller,
  states: readonly ConversationOwnState[],
): void {
  if (states.length === 0) return
  delivery.toAccounts([account], encodePush('ownState', { states: [...states] }))
}
