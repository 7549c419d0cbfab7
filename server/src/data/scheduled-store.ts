import type { ErrorName } from '@parley/protocol'
import type { Append, NewEntry } from './entry-store.ts'
import type { AccountId, AccountLogEntry } from './model.ts'

/** The key of the account log item that shows a scheduled send to the account's devices. Only the rules write it. */
export const scheduledKeyPrefix = 'scheduled:'
export const scheduledKey = (clientId: Uint8Array): string =>
  scheduledKeyPrefix + Buffer.from(clientId).toString('hex')

/** As on the wire (ScheduledState). */
export const scheduledStates = { waiting: 1, failed: 2 } as const

export interface NewScheduled {
  /** As it would be sent now: its guards are checked, but for being muted, and again when it is due. */
  entry: NewEntry
  /** Server time; past: at once. */
  atMs: number
  /** Under which it names its files; drawn by chance. */
  id: number
  /** Waiting and failed ones of the account. */
  scheduledMax: number
}

/** A change of one scheduled send, once for its request key. */
export interface ScheduledRequest {
  account: AccountId
  requestKey: Uint8Array
  clientId: Uint8Array
  nowMs: number
}

export interface Due {
  account: AccountId
  clientId: Uint8Array
  /** The body of its item. */
  body: Uint8Array
}

/**
 * Sends that wait outside the logs (R3) and enter when due, by the rules of a send. Each is an item of its account's log
 * until it is sent or cancelled; a cancelled or sent one leaves nothing.
 */
export interface ScheduledStore {
  /**
   * Once for the client id: a retry changes nothing, also after it was sent or cancelled. Refused as the send would be
   * (MUTED aside); ID_REUSED where the id was sent already; LIMIT_REACHED.
   */
  schedule(input: NewScheduled): Promise<void>
  /** Also one that failed waits again. NOT_FOUND: it is none of the account's, was sent or cancelled. */
  change(request: ScheduledRequest, atMs: number): Promise<void>
  /** NOT_FOUND as change. */
  cancel(request: ScheduledRequest): Promise<void>
  /**
   * Sends it now, in one commit with taking it off. Refused as a send, and nothing changes; NOT_FOUND as change. Without an
   * entry, which is so when nothing waits, a repeated request is answered all the same.
   */
  sendNow(
    request: ScheduledRequest,
    entry: NewEntry | undefined,
  ): Promise<{ append: Exclude<Append, { status: 'refused' }>; repeated: boolean }>
  /** The account log item as it is now: living, a tombstone, or never written. */
  item(account: AccountId, clientId: Uint8Array): Promise<AccountLogEntry | undefined>
  /**
   * Those whose time has come, at most dueAtOnceMax, the longest overdue first; and when the first one after them is due,
   * where there is one.
   */
  due(nowMs: number): Promise<{ due: Due[]; nextMs: number | undefined }>
  /**
   * Sends what is due, in one commit with taking it off. A refusal for good leaves it failed, with the code; one that
   * passes leaves it waiting, for postponeMs. Undefined: it is not due any more.
   */
  sendDue(account: AccountId, clientId: Uint8Array, entry: NewEntry): Promise<Append | undefined>
  /** What cannot even be tried: it is failed with this code. */
  fail(account: AccountId, clientId: Uint8Array, error: ErrorName, nowMs: number): Promise<void>
}

export const dueAtOnceMax = 100
export const postponeMs = 60_000
