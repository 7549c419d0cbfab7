import type { ConversationId, Seq, Stamp, StoredEntry } from './model.ts'

/** What the logs gained, for those who follow all of them by cursors of their own: nothing is kept for them here. */
export interface FeedStore {
  /**
   * Told soon after commits which conversations gained entries, and up to which commit that is all. What was committed
   * before is found by `touchedSince`.
   */
  onGained(listener: (conversations: readonly ConversationId[], stamp: Stamp) => void): () => void
  /** Conversations that were touched after this commit, and the number of the last commit seen. Reads all heads. */
  touchedSince(stamp: Stamp): Promise<{ stamp: Stamp; conversations: ConversationId[] }>
  /** Ascending from `fromSeq`, as they are now, whoever may see them. */
  read(conversation: ConversationId, fromSeq: Seq, limit: number): Promise<StoredEntry[]>
  /** 0: there is no such conversation. */
  head(conversation: ConversationId): Promise<Seq>
}
