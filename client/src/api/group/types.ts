import type { AccountId, ConversationId } from '../../base/model.ts'
import type { GroupSettings } from '../../sync/group-facts.ts'

export interface NewGroup {
  name: string
  /** A data: picture. */
  avatar?: string
  /** Besides oneself, who is the owner. */
  members?: readonly AccountId[]
  settings?: Partial<GroupSettings>
}

/** Exactly one of them: each is an entry of its own. */
export type GroupChange =
  | { name: string }
  | { avatar: string }
  | { announcement: string }
  | { settings: GroupSettings }
  | { allMuted: boolean }

export interface GroupMember {
  readonly account: AccountId
  /** GroupRole: 1 member, 2 admin, 3 owner. */
  readonly role: number
  /** What others see instead of the display name; empty: none. */
  readonly nickname: string
  /** Server time; 0 or past: may write. */
  readonly mutedUntilMs: number
  /** The entry with which it came. */
  readonly joinedSeq: number
  readonly delivered: number
  readonly read: number
}

export interface MemberPage {
  /** Ascending by account. */
  readonly members: readonly GroupMember[]
  /** For the next page: `after`; 0: this was the last one. */
  readonly next: AccountId
}

export interface ReaderPage {
  /** Ascending. */
  readonly accounts: readonly AccountId[]
  readonly next: AccountId
  /** Of everybody who could see the entry when it came and is still there, but for its sender. */
  readonly readCount: number
  readonly unreadCount: number
}

export interface GroupLink {
  readonly token: string
  readonly creator: AccountId
  readonly createdMs: number
  /** 0: never. */
  readonly expiresMs: number
  /** 0: any number. */
  readonly usesMax: number
  readonly uses: number
}

export interface GroupLinkLook {
  readonly name: string
  readonly avatar: string
  readonly members: number
  readonly approveJoins: boolean
  /** Where we are in it already; else 0. */
  readonly conversation: ConversationId
}

export interface GroupJoinRequest {
  readonly account: AccountId
  readonly text: string
  readonly askedMs: number
}

interface Ask {
  signal?: AbortSignal
}

/**
 * Groups. Every change is repeated through cuts under one request key, so that it happens once. Refusals are IMErrors:
 * FORBIDDEN by one's role (docs/groups.md), NOT_FOUND outside of the group, WRONG_STATE once it is dissolved.
 */
export interface Groups {
  /** @returns the conversation, which is in the list by then. */
  create(input: NewGroup): Promise<ConversationId>
  change(group: ConversationId, change: GroupChange): Promise<void>
  /** At most 200 at once. Who is in it already is passed over. */
  invite(group: ConversationId, accounts: readonly AccountId[]): Promise<void>
  remove(group: ConversationId, accounts: readonly AccountId[]): Promise<void>
  leave(group: ConversationId): Promise<void>
  /** GroupRole: 1 member, 2 admin. */
  setRole(group: ConversationId, account: AccountId, role: number): Promise<void>
  transfer(group: ConversationId, account: AccountId): Promise<void>
  dissolve(group: ConversationId): Promise<void>
  /** Until a server time; 0: may write again. */
  mute(group: ConversationId, account: AccountId, untilMs: number): Promise<void>
  /** Others see it. */
  setNickname(group: ConversationId, nickname: string): Promise<void>
  /** Nobody else sees it. */
  setRemark(group: ConversationId, remark: string): Promise<void>
  members(
    group: ConversationId,
    page?: { after?: AccountId; limit?: number } & Ask,
  ): Promise<MemberPage>
  /** What is known of a member of a group; asked for behind when it is not. Call it again after a `changed`. */
  member(group: ConversationId, account: AccountId): GroupMember | undefined
  /** Who has read an entry, or with `unread` who has not. */
  readers(
    group: ConversationId,
    seq: number,
    page?: { unread?: boolean; after?: AccountId; limit?: number } & Ask,
  ): Promise<ReaderPage>
  /** The avatar, asked for behind when another one was set. Call it again after a `changed`. */
  avatar(group: ConversationId): string
  createLink(
    group: ConversationId,
    input?: { lifetimeMs?: number; usesMax?: number },
  ): Promise<GroupLink>
  links(group: ConversationId, input?: Ask): Promise<readonly GroupLink[]>
  revokeLink(group: ConversationId, token: string): Promise<void>
  /** What a link leads to. @throws IMError NOT_FOUND when it does not work (any more) */
  look(token: string, input?: Ask): Promise<GroupLinkLook>
  /** @returns the conversation; 0: the request waits for an answer. */
  join(token: string, input?: { text?: string }): Promise<ConversationId>
  joinRequests(group: ConversationId, input?: Ask): Promise<readonly GroupJoinRequest[]>
  answer(group: ConversationId, account: AccountId, accept: boolean): Promise<void>
  /** A member or an avatar that was asked for is there. */
  on(event: 'changed', listener: (event: { group: ConversationId }) => void): () => void
}
