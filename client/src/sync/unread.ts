import type { AccountId } from '../base/model.ts'
import { lastOf, type ConversationRecord } from './conversation-record.ts'
import type { EntryRange } from './entry-range.ts'
import { namesMe } from './group-facts.ts'
import { isCountable, isShown } from './kinds.ts'
import type { LogEntry } from './log-entry.ts'

/** Takes the next entry of the log into what the record counts, newest entry and mention included. */
export function countEntry(record: ConversationRecord, entry: LogEntry, me: AccountId): void {
  if (isShown(entry)) record.last = lastOf(record.last, entry)
  if (entry.seq > record.countAt) {
    // NOTE an own entry that was acked comes without its count.
    record.headCount = entry.count || record.headCount + (isCountable(entry.kind) ? 1 : 0)
    record.countAt = entry.seq
  }
  record.headTimeMs = Math.max(record.headTimeMs, entry.timeMs)
  if (entry.seq <= record.unreadAt) return
  record.unreadAt = entry.seq
  const isUnread = entry.sender !== me && entry.seq > Math.max(record.read, record.readWanted)
  if (!isUnread || !isCountable(entry.kind)) return
  record.unread += 1
  if (record.group !== undefined && namesMe(entry, me)) record.mentioned = entry.seq
}

/** How many of these entries count as unread after `read`; undefined when they do not reach that far. */
export function unreadIn(
  range: EntryRange | undefined,
  read: number,
  me: AccountId,
): number | undefined {
  if (range === undefined || range.from > read + 1) return undefined
  const counts = (entry: LogEntry) =>
    entry.seq > read && entry.sender !== me && isCountable(entry.kind)
  return range.entries.filter(counts).length
}
