import type { AccountId, ConversationId, Seq } from './model.ts'

/** A command that changes something, as its account gave it; the same key is the same change (R2). */
export interface GroupRequest {
  account: AccountId
  requestKey: Uint8Array
  nowMs: number
}

/** Roles as on the wire (GroupRole). */
export interface GroupSettings {
  inviteFrom: number
  mentionAllFrom: number
  approveJoins: boolean
  historyFromStart: boolean
}

export interface NewGroup {
  name: string
  avatar: string
  /** Besides the caller. */
  members: readonly AccountId[]
  settings: GroupSettings
}

/** What a member does to a group. `do` is the row of the table of permissions that it needs. */
export type GroupAct =
  | { do: 'rename'; name: string }
  | { do: 'setAvatar'; avatar: string }
  | { do: 'announce'; text: string }
  | { do: 'setSettings'; settings: GroupSettings }
  | { do: 'muteAll'; muted: boolean }
  | { do: 'invite'; accounts: readonly AccountId[] }
  | { do: 'remove'; accounts: readonly AccountId[] }
  | { do: 'leave' }
  | { do: 'setRole'; account: AccountId; role: number }
  | { do: 'transfer'; account: AccountId }
  | { do: 'dissolve' }
  | { do: 'mute'; account: AccountId; untilMs: number }
  | { do: 'setNickname'; nickname: string }
  | { do: 'setRemark'; remark: string }
  | { do: 'makeLink'; lifetimeMs: number; usesMax: number }
  | { do: 'revokeLink'; token: Uint8Array }
  | { do: 'answerJoin'; account: AccountId; accept: boolean }

/** What the server decides, apart from what was asked. */
export interface GroupGuards {
  membersMax: number
  /** Whether one may add accounts with which one has no conversation. */
  strangersMayWrite: boolean
}

export interface GroupNotice {
  /** NoticeType on the wire. */
  type: number
  accounts?: AccountId[]
  text?: string
  value?: number
  settings?: GroupSettings
}

/** What a change came to. Plain JSON: it is the first result that a retry gets. */
export interface GroupChange {
  conversation: ConversationId
  /** The entry that tells of it; its sender is the caller, its client id the request key. Absent: others see nothing. */
  entry?: { seq: Seq; timeMs: number; count: number; notice: GroupNotice; membersSeq: Seq }
  /** Who came and went: `before` is the membersSeq without that; entry.membersSeq the one with it. */
  members?: { before: Seq; added: AccountId[]; removed: AccountId[] }
  /** Accounts that see something else than before, besides the entry: their devices are told to sync. */
  told?: AccountId[]
  link?: GroupLinkRow
  /** True: the request to join waits for an answer. */
  waits?: boolean
}

export interface GroupLinkRow {
  /** Hexadecimal. */
  token: string
  creator: AccountId
  createdMs: number
  /** 0: never. */
  expiresMs: number
  /** 0: any number. */
  usesMax: number
  uses: number
}

export interface Changed {
  change: GroupChange
  /** True: it took effect earlier, and was told then. */
  repeated: boolean
}

export interface GroupMemberView {
  account: AccountId
  role: number
  nickname: string
  mutedUntilMs: number
  joinedSeq: Seq
  delivered: Seq
  read: Seq
}

export interface ReadersInput {
  reader: AccountId
  conversation: ConversationId
  seq: Seq
  unread: boolean
  after: AccountId
  limit: number
}

export interface Readers {
  accounts: AccountId[]
  more: boolean
  readCount: number
  unreadCount: number
}

export interface LinkLook {
  name: string
  avatar: string
  members: number
  approveJoins: boolean
  /** Where the account is in it; else 0. */
  conversation: ConversationId
}

/**
 * Groups: every change that others see is an entry of the log, in the same commit (R3). Who may do what: the table in
 * protocol/src/group-permissions.ts, checked inside the transaction (R10). All reject with a Refusal: NOT_FOUND for whoever is not in
 * it, WRONG_STATE for a conversation that is no group or is dissolved, FORBIDDEN by the table.
 */
export interface GroupStore {
  /** The caller is the owner. NOT_FOUND for an unknown member, LIMIT_REACHED above membersMax, STRANGERS_REFUSED. */
  create(
    request: GroupRequest,
    id: ConversationId,
    group: NewGroup,
    guards: GroupGuards,
  ): Promise<Changed>
  /** LIMIT_REACHED where there would be more members, links or intervals than there may be. */
  change(
    request: GroupRequest,
    conversation: ConversationId,
    act: GroupAct,
    guards: GroupGuards,
    /** For the link that may come into being: 16 unguessable bytes. */
    token?: Uint8Array,
  ): Promise<Changed>
  /** By a link. NOT_FOUND for one that is unknown, revoked, expired or used up. Who is in it already stays so. */
  join(
    request: GroupRequest,
    link: { token: Uint8Array; text: string },
    guards: GroupGuards,
  ): Promise<Changed>
  /** For who acts in the owner's place. Undefined: there is no such group. */
  owner(conversation: ConversationId): Promise<AccountId | undefined>
  /** Ascending by account, after `after`; with `accounts` these only. */
  members(
    reader: AccountId,
    conversation: ConversationId,
    page: { after: AccountId; limit: number; accounts: readonly AccountId[] },
  ): Promise<{ members: GroupMemberView[]; more: boolean }>
  /** NOT_FOUND for an entry that the reader may not see. */
  readers(input: ReadersInput): Promise<Readers>
  links(reader: AccountId, conversation: ConversationId, nowMs: number): Promise<GroupLinkRow[]>
  lookAtLink(reader: AccountId, token: Uint8Array, nowMs: number): Promise<LinkLook>
  joinRequests(
    reader: AccountId,
    conversation: ConversationId,
  ): Promise<{ account: AccountId; text: string; askedMs: number }[]>
}

/** Admins of a group, its owner not counted. */
export const groupAdminsMax = 20
/** Links of a group that work. */
export const groupLinksMax = 50
/** Requests to join that wait. */
export const joinRequestsMax = 200
/** How often one account comes back into a group. */
export const intervalsMax = 200
