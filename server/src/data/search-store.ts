import type { AccountId, ConversationId, Seq } from './model.ts'

export interface SearchInput {
  /** Only what this account may see or once saw: the caller still checks each entry by the log. */
  reader: AccountId
  /** Empty: whatever the filters name. */
  text: string
  conversation: ConversationId | undefined
  sender: AccountId | undefined
  /** Empty: any. */
  kinds: readonly number[]
  fromMs: number
  /** Exclusive. */
  toMs: number
  /** `next` of the page before. */
  after: string | undefined
  limit: number
}

export interface Found {
  conversation: ConversationId
  seq: Seq
}

export interface SearchPage {
  /** Newest first. */
  found: Found[]
  /** Undefined: there is no more. */
  next: string | undefined
  /** Something that is stored was not in the index yet. */
  behind: boolean
}

export interface FoundName {
  /** 0: a contact with whom there is no conversation yet. */
  conversation: ConversationId
  /** Of a direct conversation the other account; else 0. */
  peer: AccountId
  /** Of a group as the reader sees it; else empty. */
  groupName: string
  /** The reader's own name for it. */
  remark: string
}

export interface SearchStore {
  /** @throws Refusal BAD_REQUEST where `after` is none of ours, BUSY while the index cannot be asked. */
  find(input: SearchInput): Promise<SearchPage>
  /** Conversations and contacts by the names of people and groups, best first: see SearchNamesRequest. */
  names(reader: AccountId, text: string, limit: number): Promise<FoundName[]>
  /** Resolves when everything that was stored before the call is in the index. */
  caughtUp(): Promise<void>
}
