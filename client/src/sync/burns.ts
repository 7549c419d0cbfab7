import type { AccountId } from '../base/model.ts'
import type { LogEntry } from './log-entry.ts'
import { isGone } from './message.ts'

/** Where entries are that may erase themselves. */
export interface BurnPlace {
  readonly entries: readonly LogEntry[]
  readonly nowMs: number
  take(entry: LogEntry): void
}

/**
 * Somebody has read up to here: what others wrote and is to erase itself does so from now on. The server's clock decides,
 * and says so with its act; until then this tells how long there is left.
 */
export function startBurns(place: BurnPlace, reader: AccountId, read: number): void {
  const { entries, nowMs, take } = place
  for (const entry of entries) {
    const { burnAfterMs } = entry.content
    const begins = burnAfterMs > 0 && entry.burnAtMs === undefined && entry.seq <= read
    if (!begins || entry.sender === reader || isGone(entry)) continue
    take({ ...entry, burnAtMs: nowMs + burnAfterMs })
  }
}
