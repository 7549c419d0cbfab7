import type { Clock } from '../../base/clock.ts'
import type { KeyedLimiter } from '../../base/keyed-limiter.ts'
import type { Random } from '../../base/random.ts'
import { Refusal } from '../../base/refusal.ts'
import type { GroupGuards, GroupRequest } from '../../data/group-store.ts'
import type { AccountId, ConversationId } from '../../data/model.ts'
import type { Store } from '../../data/store.ts'
import type { Caller } from '../caller.ts'
import { targetOf } from '../conversation/target.ts'
import type { TellGroupDeps } from './tell-group.ts'

export interface GroupDeps extends TellGroupDeps {
  clock: Clock
  random: Random
  groups: Store['groups']
  conversations: Pick<Store['conversations'], 'resolve'>
  /** Groups that an account makes, joins and looks at from outside: nobody tries links, or fills the store with groups. */
  groupLimit: Pick<KeyedLimiter<AccountId>, 'take'>
  groupMembersMax(): number
  strangersMayWrite(): boolean
}

/** @throws Refusal BAD_REQUEST, NOT_FOUND */
export async function groupAt(
  deps: Pick<GroupDeps, 'conversations'>,
  caller: Caller,
  named: Parameters<typeof targetOf>[0],
): Promise<ConversationId> {
  const target = targetOf(named)
  if ('conversation' in target) return target.conversation
  const found = await deps.conversations.resolve(caller.account, target)
  if (found === undefined) throw new Refusal('NOT_FOUND')
  return found
}

export function requestOf(
  deps: Pick<GroupDeps, 'clock'>,
  caller: Caller,
  { requestKey }: { requestKey: Uint8Array },
): GroupRequest {
  return { account: caller.account, requestKey, nowMs: deps.clock.wallMs() }
}

export function guardsOf(deps: GroupDeps): GroupGuards {
  return { membersMax: deps.groupMembersMax(), strangersMayWrite: deps.strangersMayWrite() }
}

/** @throws Refusal RATE_LIMITED */
export function limited(deps: Pick<GroupDeps, 'groupLimit'>, { account }: Caller): void {
  const waitMs = deps.groupLimit.take(account)
  if (waitMs > 0) throw new Refusal('RATE_LIMITED', 'too many groups', waitMs)
}
