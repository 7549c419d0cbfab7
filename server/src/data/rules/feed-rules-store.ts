import type { FeedStore } from '../feed-store.ts'
import type { Gained } from './gained.ts'
import type { ReadTables } from './tables.ts'

type Read = <T>(run: (tables: ReadTables) => T) => Promise<T>

export function feedStore(gained: Gained, read: Read): FeedStore {
  return {
    onGained: (listener) => gained.on(listener),
    touchedSince: (stamp) =>
      read((tables) => ({
        stamp: tables.stamp(),
        conversations: tables.touchedConversations(stamp),
      })),
    read: (conversation, fromSeq, limit) =>
      read((tables) => {
        const row = tables.conversation(conversation)
        if (row === undefined) return []
        const range = { conversation, toSeq: row.headSeq, limit, descending: false }
        return tables.entries({ ...range, fromSeq: Math.max(fromSeq, row.firstSeq) })
      }),
    head: (conversation) => read((tables) => tables.conversation(conversation)?.headSeq ?? 0),
  }
}
