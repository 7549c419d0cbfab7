import type {
  AccountId,
  AccountLogEntry,
  ConversationId,
  ConversationView,
  Seq,
  Stamp,
} from './model.ts'

/** A point in the store's history of one account. */
export interface SyncPoint {
  accountSeq: Seq
  stamp: Stamp
}

/** Where the next page of one sync goes on. */
export interface SyncPosition {
  /** Account log entries up to here were served. */
  accountSeq: Seq
  /** Conversations are served by (touched, conversation) descending; those at or above this were served. */
  touched: Stamp
  conversation: ConversationId
}

export interface SyncInput {
  account: AccountId
  /** Undefined: from nothing. */
  since: SyncPoint | undefined
  /** With every page but the first: the first page's `snapshot`, and the `next` of the page before. */
  goOn: { snapshot: SyncPoint; position: SyncPosition } | undefined
  conversationsMax: number
  entriesPerConversation: number
  accountEntriesMax: number
  /** The page ends early at this many bytes of bodies (but makes progress). */
  bytesMax: number
}

export interface SyncPage {
  /** Of the first page: what the token says when the sync is done. */
  snapshot: SyncPoint
  /** Changed after `since` and not after `snapshot`; of each key only the newest entry. Ascending. */
  accountEntries: AccountLogEntry[]
  /** Newest change first. */
  conversations: ConversationView[]
  /** Undefined: this was the last page. */
  next: SyncPosition | undefined
  /** True: `since` lies ahead of the store (restored from a backup): the caller answers with a full sync. */
  ahead: boolean
}

export interface SyncStore {
  /** One page, read in one transaction. Conversations touched while paging come with the next sync. */
  sync(input: SyncInput): Promise<SyncPage>
  /**
   * Puts an item into the account log: the new entry replaces the former of its key; an empty body is a tombstone.
   * Refuses (undefined) beyond accountItemsMax living keys.
   */
  putAccountItem(
    account: AccountId,
    key: string,
    body: Uint8Array,
    nowMs: number,
  ): Promise<AccountLogEntry | undefined>
}
