import type { BackoffBounds } from '../base/backoff.ts'
import type { Clock } from '../base/clock.ts'
import type { AccountId } from '../base/model.ts'
import type { Random } from '../base/random.ts'
import type { Session } from '../connection/session.ts'
import type { EntryCache } from './entry-cache.ts'

export interface SyncLimits {
  requestTimeoutMs: number
  sendWindow: number
  heldAfterMs: number
  outboxMax: number
  windowEntriesMax: number
  cachedEntriesMax: number
  gapEntriesMax: number
}

/** What everything that keeps a device up to date shares. */
export interface SyncContext {
  readonly clock: Clock
  readonly random: Random
  readonly session: Session
  readonly limits: SyncLimits
  readonly backoff: BackoffBounds
  readonly cache: EntryCache
  /** What keeps it up to date was refused for the moment, until nobody asked any more: all of it is tried again soon. */
  lags(retryAfterMs: number): void
  /** 0 before the first login ever. */
  account(): AccountId
}
