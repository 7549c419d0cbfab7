import { pinnedConversationsMax, type ReplyOf, type RequestOf } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { Caller } from '../caller.ts'
import { tellOwnStates, type OwnStateDeps } from './own-state-deps.ts'

export async function orderPinned(
  deps: Pick<OwnStateDeps, 'ownStates' | 'delivery'>,
  caller: Caller,
  { conversations }: RequestOf<'orderPinned'>,
): Promise<ReplyOf<'orderPinned'>> {
  if (conversations.length > pinnedConversationsMax)
    throw new Refusal('TOO_LARGE', `at most ${pinnedConversationsMax} are pinned`)
  const states = await deps.ownStates.orderPinned(caller.account, conversations)
  tellOwnStates(deps, caller, states)
  return { states }
}
