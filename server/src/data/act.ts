import type { AccountId, ServedEntry } from './model.ts'

/**
 * What an entry does to the one it refers to (R16), with its guards as data: they are checked inside the append's
 * transaction. Every act is refused with WRONG_STATE where its entry is gone.
 */
export type Act =
  /**
   * Its sender says it anew; the act's body is the whole new one, in which only text and mentions may differ
   * (BAD_REQUEST). FORBIDDEN for others' entries, TOO_LATE, LIMIT_REACHED, WRONG_STATE for kinds without a text.
   */
  | { type: 'edit'; withinMs: number }
  /** It is gone for everybody, with every version of it. TOO_LATE; FORBIDDEN for others' entries but to moderators. */
  | { type: 'recall'; withinMs: number }
  /**
   * One account says one emoji once. WRONG_STATE where it is there already, or not there to be taken away;
   * LIMIT_REACHED beyond emojisPerEntryMax different ones.
   */
  | { type: 'reaction'; emoji: string; removed: boolean }
  /**
   * Pinned for everybody, or no more. FORBIDDEN by the table of permissions of a group; WRONG_STATE where it is so already;
   * LIMIT_REACHED where `max` are pinned in the conversation.
   */
  | { type: 'pin'; pinned: boolean; max: number }

/** What an act did, for those who are told at once. */
export interface Acted {
  /** The changed entry as the actor sees it; undefined where the actor itself sees only a part of what happened to it. */
  change: ServedEntry | undefined
  /** Members who do not see everything that happened to that entry: they are told to pull. */
  partial: readonly AccountId[]
}
