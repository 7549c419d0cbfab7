import type { AccountId, ConversationId, Profile } from '../base/model.ts'
import type { GroupFacts } from './group-facts.ts'
import type { Message } from './message.ts'
import type { OwnStanding } from './own-state.ts'
import type { Loading } from './window-view.ts'

/** One line of the conversation list, with what the account keeps of it for itself. */
export interface ConversationSummary extends OwnStanding {
  readonly key: string
  /** 0: a direct conversation that does not exist yet. */
  readonly id: ConversationId
  /** ConversationKind. */
  readonly kind: number
  /** In a direct conversation: the other account (0 else) and what is known of it. */
  readonly peer: AccountId
  readonly peerProfile: Profile | undefined
  readonly headSeq: number
  readonly firstSeq: number
  /** The newest message, an unsent one of ours included. */
  readonly last: Message | undefined
  readonly timeMs: number
  readonly unread: number
  /** Own cursors. */
  readonly delivered: number
  readonly read: number
  /** The other side's cursors: own messages up to here were delivered, read. */
  readonly peerDelivered: number
  readonly peerRead: number
  /** Text of the draft; empty: none. */
  readonly draft: string
  /** Accounts that type just now. */
  readonly typing: readonly AccountId[]
  /** No longer a member, or the group was dissolved: nothing new will come. */
  readonly left: boolean
  readonly group: GroupFacts | undefined
  /** The newest unread entry that names us or everybody; 0: none. */
  readonly mentioned: number
}

export interface WindowSnapshot {
  /** What is shown, in seq order and as it is now, then unsent ones in the order they were sent. */
  readonly messages: readonly Message[]
  /** Every stored entry behind `messages`, without holes: acts too, which are not shown themselves. */
  readonly log: readonly Message[]
  /** There is more before the first one shown. */
  readonly hasOlder: boolean
  /** There is more after the last one shown (after openAt). False: the window follows the head. */
  readonly hasNewer: boolean
  /** False until the first page is known (from cache or server). */
  readonly ready: boolean
  readonly loading: Loading
  readonly headSeq: number
}

/** Whether there is nothing to draw anew. */
export function isSameWindow(a: WindowSnapshot, b: WindowSnapshot): boolean {
  return (
    a.log === b.log &&
    a.hasOlder === b.hasOlder &&
    a.hasNewer === b.hasNewer &&
    a.ready === b.ready &&
    a.loading === b.loading &&
    a.headSeq === b.headSeq &&
    (a.messages === b.messages ||
      (a.messages.length === b.messages.length &&
        a.messages.every((message, index) => message === b.messages[index])))
  )
}

/** What was not sent goes to the end when it is; one that failed stays where it was written. */
export function laterOf(
  stored: Message | undefined,
  unsent: Message | undefined,
): Message | undefined {
  if (stored === undefined || unsent === undefined) return stored ?? unsent
  const isWaiting = unsent.state === 'pending' || unsent.state === 'held'
  return isWaiting || unsent.timeMs >= stored.timeMs ? unsent : stored
}
