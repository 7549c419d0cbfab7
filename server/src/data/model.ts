/** What is remembered. Ids are integers from 1 to 2^52 − 1, the server's, without meaning to anybody else. */
export type AccountId = number
export type DeviceId = number
export type ConversationId = number
/** Position in a log, dense from 1. */
export type Seq = number
/** The number of a commit. */
export type Stamp = number

/** Numbers as on the wire (AccountKind, DeviceClass, ConversationKind, EntryKind, EntryState). */
export interface Account {
  id: AccountId
  kind: number
  /** Folded. */
  handle: string
  displayName: string
  avatar: string
  locale: string
  /** PHC string; empty: no password. */
  passwordHash: string
  createdMs: number
}

/** What others are shown of an account. */
export type Profile = Pick<Account, 'id' | 'kind' | 'handle' | 'displayName' | 'avatar'>

export interface Device {
  id: DeviceId
  account: AccountId
  deviceClass: number
  name: string
  createdMs: number
  lastSeenMs: number
}

/** The secrets of a device as they are stored: SHA-256 of each. */
export interface TokenHashes {
  accessHash: Uint8Array
  accessExpiresMs: number
  refreshHash: Uint8Array
  refreshExpiresMs: number
}

export interface StoredEntry {
  seq: Seq
  sender: AccountId
  clientId: Uint8Array
  kind: number
  refSeq: Seq
  /** The bytes that came over the wire. */
  body: Uint8Array
  timeMs: number
  /** Countable entries up to and with this one. */
  count: number
  changed: Seq
  state: number
}

/** What was said to an entry with one emoji, as one viewer sees it. */
export interface ReactionView {
  emoji: string
  count: number
  /** Some of them, at most reactionAccountsMax, the earliest first. */
  accounts: AccountId[]
  mine: boolean
}

/** An entry as one viewer sees it now (R16): later acts that the viewer sees have changed it. */
export interface ServedEntry extends StoredEntry {
  /** Most used first; absent: none. */
  reactions?: ReactionView[]
  /** The edit whose body this is. */
  editSeq?: Seq
  /** The act that pinned it; absent: it is not pinned. */
  pinSeq?: Seq
  /** When it erases itself; absent: never, or nobody has read it yet. */
  burnAtMs?: number
}

export interface AccountLogEntry {
  seq: Seq
  key: string
  body: Uint8Array
  timeMs: number
}

export type Target = { conversation: ConversationId } | { account: AccountId }

/** A conversation as one member sees it. */
export interface ConversationView {
  conversation: ConversationId
  kind: number
  /** For one who left: the end of the last interval. */
  headSeq: Seq
  headCount: number
  firstSeq: Seq
  headTimeMs: number
  delivered: Seq
  read: Seq
  unread: number
  /** Direct: the other account and its cursors; else 0. */
  peer: AccountId
  peerDelivered: Seq
  peerRead: Seq
  left: boolean
  /** The newest, ascending. */
  entries: ServedEntry[]
  /** Entries beside those that acts among them changed. */
  changes: ServedEntry[]
  /** Of a group only. */
  group: GroupView | undefined
  /** The newest entry after the own read cursor that names the account or everybody; 0: none. */
  mentioned: Seq
  /** Undefined: nothing was ever set. */
  own: OwnState | undefined
}

/** What an account keeps of a conversation for itself. See OwnState on the wire. */
export interface OwnState {
  version: number
  pinned: number
  mutedUntilMs: number
  unreadBelow: Seq
  archivedBelow: number
  hiddenBelow: number
}

/** A group as one member sees it. See Group on the wire. */
export interface GroupView {
  name: string
  /** Only where it was asked for. */
  avatar: string
  avatarSeq: Seq
  announcement: string
  owner: AccountId
  admins: AccountId[]
  members: number
  settings:
    | {
        inviteFrom: number
        mentionAllFrom: number
        approveJoins: boolean
        historyFromStart: boolean
      }
    | undefined
  allMuted: boolean
  dissolved: boolean
  role: number
  mutedUntilMs: number
  nickname: string
  remark: string
  joinRequests: number
}
