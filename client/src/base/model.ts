/** Ids are integers from 1 to 2^52 − 1, given by the server. */
export type AccountId = number
export type DeviceId = number
export type ConversationId = number

/** What may be seen of an account. */
export interface Profile {
  readonly account: AccountId
  readonly handle: string
  readonly displayName: string
  /** An https address or a data: picture; empty: none. */
  readonly avatar: string
  /** AccountKind. */
  readonly kind: number
}

export type Target = { conversation: ConversationId } | { account: AccountId }

/** For whoever makes it. */
export type Writable<T> = { -readonly [Key in keyof T]: T[Key] }
