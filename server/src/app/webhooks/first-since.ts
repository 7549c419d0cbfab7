import type { ConversationId, Seq } from '../../data/model.ts'
import type { FeedStore } from '../../data/feed-store.ts'

/** The first entry of a log that is not older than `fromMs`; behind the head when all are. Times in a log never fall. */
export async function firstSince(
  feed: Pick<FeedStore, 'read' | 'head'>,
  conversation: ConversationId,
  fromMs: number,
): Promise<Seq> {
  let low = 1
  let high = (await feed.head(conversation)) + 1
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const [entry] = await feed.read(conversation, middle, 1)
    if (entry !== undefined && entry.timeMs < fromMs) low = Math.max(middle, entry.seq) + 1
    else high = middle
  }
  return low
}
