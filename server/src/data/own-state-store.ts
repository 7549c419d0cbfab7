import type { AccountId, AccountLogEntry, ConversationId, OwnState, Seq } from './model.ts'

/** What is absent stays as it is. */
export interface OwnStatePatch {
  pinned?: boolean | undefined
  mutedUntilMs?: number | undefined
  markedUnread?: boolean | undefined
  archived?: boolean | undefined
  hidden?: boolean | undefined
  /** The count up to which `archived` and `hidden` are meant; 0: the newest. */
  headCount: number
  /** Up to where it is read, though the cursor may not be there yet: `markedUnread` is meant above it. */
  readUpTo?: number | undefined
}

export interface ConversationOwnState {
  conversation: ConversationId
  own: OwnState
}

/**
 * What an account keeps of conversations for itself (R3): state of its member row, and, of what it deleted for itself,
 * an item of its account log. All of it is naturally idempotent, the last write in commit order wins, and no other
 * account ever sees it. Who never was in the conversation is refused with NOT_FOUND.
 */
export interface OwnStateStore {
  /** @throws Refusal NOT_FOUND, LIMIT_REACHED (pinnedConversationsMax) */
  set(
    account: AccountId,
    conversation: ConversationId,
    patch: OwnStatePatch,
    nowMs: number,
  ): Promise<{ own: OwnState; isChanged: boolean }>
  /** @returns those whose place changed */
  orderPinned(
    account: AccountId,
    conversations: readonly ConversationId[],
  ): Promise<ConversationOwnState[]>
  /**
   * Deletes entries for this account alone: what it reads from the commit on is as if they were nothing to it. Counts and
   * cursors stay. @throws Refusal NOT_FOUND (one that it does not see), WRONG_STATE (an act), LIMIT_REACHED (ranges)
   */
  deleteForMe(
    account: AccountId,
    conversation: ConversationId,
    what: Deletion,
    nowMs: number,
  ): Promise<{ item: AccountLogEntry | undefined; isChanged: boolean }>
}

export interface Deletion {
  seqs: readonly Seq[]
  /** Everything up to here; 0: nothing. */
  upTo: Seq
}

export const deletedKeyPrefix = 'deleted:'
export const deletedKey = (conversation: ConversationId): string =>
  `${deletedKeyPrefix}${conversation}`
