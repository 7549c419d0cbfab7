import type { AccountId, ConversationId, Seq } from './model.ts'

/** As on the wire (ContactState). */
export const contactStates = {
  none: 0,
  asked: 1,
  asking: 2,
  contact: 3,
  refused: 4,
  expired: 5,
} as const
export type ContactStateName = keyof typeof contactStates

/** One's own side of a relation: what the account log item of the other account says. */
export interface Contact {
  account: AccountId
  state: number
  greeting: string
  remark: string
  tags: readonly string[]
  blocked: boolean
  sinceMs: number
  expiresMs: number
}

export type ContactAct =
  | { do: 'request'; greeting: string }
  | { do: 'accept' | 'refuse' | 'withdraw' | 'remove' | 'block' | 'unblock' }
export type ContactActName = ContactAct['do']

export interface ContactLimits {
  /** Accounts that one may ask within 24 hours. */
  requestsPerDay: number
  /** How often one may ask the same account within `requestWindowMs`, however each request ended. */
  requestsPerTarget: number
  requestWindowMs: number
  /** An open request ends by itself after this. */
  requestLifeMs: number
  contactsMax: number
  /** Requests that wait for one account. */
  waitingMax: number
}

export interface ContactActInput {
  account: AccountId
  other: AccountId
  act: ContactAct
  limits: ContactLimits
  requestKey: Uint8Array
  nowMs: number
}

export interface ContactSetInput {
  account: AccountId
  other: AccountId
  /** Undefined: stays as it is. */
  remark: string | undefined
  tags: readonly string[] | undefined
  requestKey: Uint8Array
  nowMs: number
}

/** An account log item that a commit wrote; without a contact the item is gone. */
export interface ContactItem {
  account: AccountId
  other: AccountId
  seq: Seq
  timeMs: number
  contact: Contact | undefined
}

export interface ContactOutcome {
  /** The caller's item as it was after the act; undefined where there is none. */
  own: ContactItem | undefined
  /** What the commit changed, of both sides; of a repeated request nothing. */
  changes: readonly ContactItem[]
}

/** How one account stands to another one, as it is asked for where something is decided. */
export interface Relation {
  isContact: boolean
  /** One of the two has asked the other one, who has not answered. */
  isOpen: boolean
  /** The other account does not take direct messages of this one, and hides its presence from it (R10). */
  isBarred: boolean
  /** This account has blocked the other one. */
  hasBlocked: boolean
}

/**
 * Contacts: a row for each side of a relation, both written in one commit with the account log items of both (R3).
 * Everything is refused as the table of contact states says; a refused act has changed nothing (R14). The same request
 * key again has no second effect (R2).
 */
export interface ContactStore {
  /**
   * @throws Refusal NOT_FOUND (no such account), WRONG_STATE, BLOCKED (asking who has blocked one), LIMIT_REACHED, and
   * those of a request key.
   */
  act(input: ContactActInput): Promise<ContactOutcome>
  /** Remark and tags. @throws Refusal NOT_FOUND, LIMIT_REACHED, and those of a request key. */
  set(input: ContactSetInput): Promise<ContactOutcome>
  /** Ends requests whose time is over, and forgets rows that say nothing any more; at most contactsExpiredMax. */
  expire(nowMs: number): Promise<{ changes: readonly ContactItem[]; isDone: boolean }>
  relation(account: AccountId, other: AccountId): Promise<Relation>
  /** A direct conversation of this account in which one has blocked the other. */
  isCutOff(account: AccountId, conversation: ConversationId): Promise<boolean>
}

export const contactsExpiredMax = 100
/** Accounts of which one account may keep something: contacts, requests, remarks, blocks. */
export const contactItemsMax = 8_000

/** Keys of account log items that only the server writes. */
export const contactKeyPrefix = 'contact:'
export const contactKey = (other: AccountId): string => `${contactKeyPrefix}${other}`
