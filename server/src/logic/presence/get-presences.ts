import { presencePageMax, type ReplyOf, type RequestOf } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { Presence } from '../../session/presence.ts'
import type { Caller } from '../caller.ts'

/** How accounts stand now; nothing is told later. For members of a group, page by page, on entering it. */
export async function getPresences(
  deps: { presence: Pick<Presence, 'look'> },
  caller: Caller,
  request: RequestOf<'getPresences'>,
): Promise<ReplyOf<'getPresences'>> {
  const accounts = [...new Set(request.accounts)]
  if (accounts.length > presencePageMax) throw new Refusal('TOO_LARGE', 'too many accounts at once')
  return { presences: await deps.presence.look(caller.account, accounts) }
}
