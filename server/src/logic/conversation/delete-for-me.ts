import { deletedSeqsMax, type ReplyOf, type RequestOf } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import { encodePush } from '../../session/encode-push.ts'
import type { Caller } from '../caller.ts'
import { ownConversation, type OwnStateDeps } from './own-state-deps.ts'

/** Entries, or the history up to one, are gone for this account, on all its devices; for others they stay. */
export async function deleteForMe(
  deps: OwnStateDeps,
  caller: Caller,
  request: RequestOf<'deleteForMe'>,
): Promise<ReplyOf<'deleteForMe'>> {
  const { seqs, upTo } = request
  if (seqs.length === 0 && upTo === 0) throw new Refusal('BAD_REQUEST', 'nothing is named')
  if (seqs.length > deletedSeqsMax)
    throw new Refusal('TOO_LARGE', `at most ${deletedSeqsMax} entries at once`)
  const conversation = await ownConversation(deps, caller, request.target)
  const nowMs = Math.floor(deps.clock.wallMs())
  const what = { seqs: [...seqs], upTo }
  const deleted = await deps.ownStates.deleteForMe(caller.account, conversation, what, nowMs)
  const { item: entry, isChanged } = deleted
  // NOTE to the session that asked as well: tabs share it.
  if (entry !== undefined && isChanged)
    deps.delivery.toAccounts([caller.account], encodePush('accountEntry', { entry }))
  return { entry }
}
