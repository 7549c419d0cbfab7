import type { ReplyOf, RequestOf } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { Caller } from '../caller.ts'
import { ownConversation, tellOwnStates, type OwnStateDeps } from './own-state-deps.ts'

/** Pin, mute, mark unread, archive, hide: for the caller's account alone, on all its devices. */
export async function setConversation(
  deps: OwnStateDeps,
  caller: Caller,
  request: RequestOf<'setConversation'>,
): Promise<ReplyOf<'setConversation'>> {
  const { pinned, mutedUntilMs, markedUnread, archived, hidden, headCount, readUpTo } = request
  const named = { pinned, mutedUntilMs, markedUnread, archived, hidden }
  if (Object.values(named).every((value) => value === null || value === undefined))
    throw new Refusal('BAD_REQUEST', 'nothing is to be changed')
  const conversation = await ownConversation(deps, caller, request.target)
  const patch = {
    pinned: pinned ?? undefined,
    mutedUntilMs: mutedUntilMs ?? undefined,
    markedUnread: markedUnread ?? undefined,
    archived: archived ?? undefined,
    hidden: hidden ?? undefined,
    headCount,
    readUpTo,
  }
  const nowMs = deps.clock.wallMs()
  const { own, isChanged } = await deps.ownStates.set(caller.account, conversation, patch, nowMs)
  const states = [{ conversation, own }]
  if (isChanged) tellOwnStates(deps, caller, states)
  return { states }
}
