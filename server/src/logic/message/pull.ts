import {
  pageBytesMax,
  pageEntriesDefault,
  pageEntriesMax,
  type ReplyOf,
  type RequestOf,
} from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { Store } from '../../data/store.ts'
import type { Caller } from '../caller.ts'
import { targetOf } from '../conversation/target.ts'

export interface PullDeps {
  conversations: Pick<Store['conversations'], 'resolve'>
  entries: Pick<Store['entries'], 'pull'>
}

/** A page of a conversation log, and the seq range it speaks for (R4). */
export async function pull(
  deps: PullDeps,
  caller: Caller,
  request: RequestOf<'pull'>,
): Promise<ReplyOf<'pull'>> {
  const { fromSeq, backward } = request
  const target = targetOf(request.target)
  const conversation =
    'conversation' in target
      ? target.conversation
      : await deps.conversations.resolve(caller.account, target)
  if (conversation === undefined) throw new Refusal('NOT_FOUND')
  const limit = Math.min(request.limit || pageEntriesDefault, pageEntriesMax)
  const page = await deps.entries.pull({
    reader: caller.account,
    conversation,
    fromSeq: backward ? fromSeq : Math.max(1, fromSeq),
    limit,
    backward,
    bytesMax: pageBytesMax,
  })
  if (page.status === 'refused') throw new Refusal(page.error)
  const { entries, changes, coveredFrom, coveredTo, headSeq, firstSeq } = page
  return { conversation, entries, changes, coveredFrom, coveredTo, headSeq, firstSeq }
}
