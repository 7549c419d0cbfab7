import { syncEntriesMax, type ReplyOf, type RequestOf } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { Store } from '../../data/store.ts'
import type { Caller } from '../caller.ts'
import { profilesOf } from './conversation-reply.ts'
import { targetOf } from './target.ts'

export interface GetConversationDeps {
  accounts: Store['accounts']
  conversations: Store['conversations']
}

export async function getConversation(
  deps: GetConversationDeps,
  caller: Caller,
  request: RequestOf<'getConversation'>,
): Promise<ReplyOf<'getConversation'>> {
  const { account } = caller
  const id = await deps.conversations.resolve(account, targetOf(request.target))
  const entries = Math.min(request.entries, syncEntriesMax)
  const view = id === undefined ? undefined : await deps.conversations.view(account, id, entries)
  if (view === undefined) throw new Refusal('NOT_FOUND')
  return { conversation: view, profiles: await profilesOf(deps.accounts, [view]) }
}
