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
        const toSeq = row.headSeq
        const from = Math.max(fromSeq, row.firstSeq)
        const entries = tables.entries({
          ...{ conversation, fromSeq: from, toSeq, limit, descending: false },
        })
        const expected = Math.max(0, Math.min(limit, toSeq - from + 1))
        const isDense = entries.every(({ seq }, index) => seq === from + index)
        if (!isDense || entries.length < expected) throw new Error('a dense log has a hole')
        return entries
      }),
    head: (conversation) => read((tables) => tables.conversation(conversation)?.headSeq ?? 0),
  }
}
