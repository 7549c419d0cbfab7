import type { CloseName } from '@parley/protocol'
import type { AccountId, ConversationId, DeviceId, Profile } from '../base/model.ts'
import type { IMError } from '../base/im-error.ts'
import type { Clock } from '../base/clock.ts'
import type { Random } from '../base/random.ts'
import type { Storage } from '../cache/storage.ts'
import type { Transport } from '../transport/transport.ts'
import type { ConversationSummary, WindowSnapshot } from '../sync/conversation-state.ts'
import type { PresenceState } from '../sync/presences.ts'
import type { MessageContent } from '../sync/log-entry.ts'
import type { Message } from '../sync/message.ts'
import type { SentMessage } from '../sync/sent-message.ts'
import type { TokenProvider } from '../connection/token.ts'

export type { TokenAsk, TokenProvider } from '../connection/token.ts'

/** Takes a listener off again. Calling it twice is harmless. */
export type Remover = () => void

/**
 * A value that changes. Snapshots are immutable and keep their identity while nothing changed,
 * so that both methods fit React's useSyncExternalStore as they are (they are bound).
 */
export interface Observable<T> {
  readonly subscribe: (listener: () => void) => Remover
  readonly getSnapshot: () => T
}

export interface IMOptions {
  /** tcp:, tls:, ws:, wss:, http:, https: (long-poll; in browsers WebSocket first). Several are tried in turn. */
  url?: string
  urls?: readonly string[]
  token: TokenProvider
  /** Where cache and outbox live. Default: memory in Node, IndexedDB in browsers. */
  storage?: Storage
  transport?: Transport
  clock?: Clock
  random?: Random
  /** Told to the server at login, such as "shop-app/2.1.0". */
  client?: string
  limits?: Partial<IMLimits>
}

/** Bounds of what one IM holds and waits for. */
export interface IMLimits {
  /** A request that is not answered in this time fails with TIMEOUT. */
  requestTimeoutMs: number
  /** Opening a connection and logging in. */
  connectTimeoutMs: number
  backoffMinMs: number
  backoffMaxMs: number
  /** Sends of one conversation that are under way at once. */
  sendWindow: number
  /** A message that waited longer than this becomes `held`: resend() or discard(). */
  heldAfterMs: number
  /** Unsent messages in all; beyond it send() throws OUTBOX_FULL. */
  outboxMax: number
  /** Entries a window shows; beyond it the far end is let go (and can be paged in again). */
  windowEntriesMax: number
  /** Entries kept in storage for each conversation. */
  cachedEntriesMax: number
  /** A hole up to this size is filled entry by entry; over a larger one the window starts anew at the head. */
  gapEntriesMax: number
}

/** Where the connection stands. `offline` comes back by itself; `kicked` and `signedOut` do not. */
export type IMState =
  | { readonly name: 'offline'; readonly error: IMError | undefined }
  | { readonly name: 'connecting' }
  | { readonly name: 'syncing' }
  | { readonly name: 'online' }
  /** The server ended the connection for good: start() tries again. */
  | { readonly name: 'kicked'; readonly reason: CloseName; readonly error: IMError | undefined }
  /** The tokens of this device are void: sign in anew. The outbox is kept until signOut() or another account. */
  | { readonly name: 'signedOut'; readonly error: IMError | undefined }

export interface Me {
  readonly account: AccountId
  readonly device: DeviceId
  readonly profile: Profile
  readonly locale: string
}

export type { ConversationSummary, WindowSnapshot } from '../sync/conversation-state.ts'
export type { PresenceState } from '../sync/presences.ts'
export type { GroupFacts, GroupSettings } from '../sync/group-facts.ts'
export type { Message, MessageState } from '../sync/message.ts'

export type { SentMessage, Stored } from '../sync/sent-message.ts'

export type { MessageContent, Reaction } from '../sync/log-entry.ts'

export interface Mention {
  account: AccountId
  /** Where the name stands in the text, in UTF-16 units. */
  offset: number
  length: number
}

export interface TextInput {
  text: string
  /** Who is not in the conversation: WRONG_STATE. */
  mentions?: Mention[]
  /** Names everybody in a group; needs the permission. */
  mentionAll?: boolean
}

/** What a message of a special kind has besides its text: made by locationContent() and its like. */
export interface SpecialContent extends Partial<
  Pick<MessageContent, 'attachments' | 'location' | 'card' | 'forward'>
> {
  /** EntryKind. */
  readonly kind: number
  readonly text?: string
}

export interface SendOptions {
  /** The caller's own UUIDv7, for repeating a send across runs. Default: minted just before transmission. */
  clientId?: string
  /** The seq of the message that this one answers. */
  replyTo?: number
  /** Do not hold it, however long it waits. */
  urgent?: boolean
  /** It erases itself for everybody so long after somebody else read it: 1 s to 7 days. */
  burnAfterMs?: number
}

/** A text, or something special whose text is its caption or what devices show that do not know its kind. */
export type SendInput = SendOptions &
  ((TextInput & { content?: undefined }) | (Partial<TextInput> & { content: SpecialContent }))

export interface WindowStore extends Observable<WindowSnapshot> {}

export interface Page {
  /** Every entry of the range as it is now, acts included. */
  readonly messages: readonly Message[]
  /** The seq range this page speaks for; both 0: empty. */
  readonly coveredFrom: number
  readonly coveredTo: number
  readonly headSeq: number
  readonly firstSeq: number
}

export interface HistoryInput {
  /** Forward: from this seq on (default 1). Backward: up to this seq (default the head). */
  from?: number
  limit?: number
  backward?: boolean
  signal?: AbortSignal
}

export interface ConversationEvents {
  /** A new entry of anybody, own ones from this and other devices included; in seq order, each once. After a long absence older ones are skipped (follow() never skips). */
  messageReceived: Message
  /** Somebody began or stopped typing. Stops by itself after a few seconds. */
  typingChanged: { account: AccountId; typing: boolean }
  /** The other side's cursors moved. */
  receiptMoved: { account: AccountId; delivered: number; read: number }
  /** The summary changed in any way. */
  changed: ConversationSummary
}

/** What is left out stays as it is. */
export interface ConversationSettings {
  /** On top of the list, above those pinned earlier; one that is pinned stays where it is. */
  pinned?: boolean
  /** New messages are not told of before this (server time), but those that name us. 0: they are; mutedForeverMs: never. */
  mutedUntilMs?: number
  /** Until it is read further, or taken back. */
  markedUnread?: boolean
  /** Until a new message comes, unless it is muted. */
  archived?: boolean
  /** Out of the list until a new message comes. */
  hidden?: boolean
}

export interface Conversation {
  readonly key: string
  /** 0 until it exists. */
  readonly id: ConversationId
  readonly summary: Observable<ConversationSummary>
  /** Loads its newest page when first subscribed to, older()ed or opened. */
  readonly window: WindowStore
  /** Never waits for the network. @throws IMError TOO_LARGE, BAD_REQUEST or OUTBOX_FULL at once. */
  send(input: SendInput): SentMessage
  /**
   * Acts on a message go the way of messages: kept until stored, offline too, in order with what is sent. One that is
   * refused for good leaves the outbox; its handle says why.
   * Says an own text or caption anew. Refused: FORBIDDEN, TOO_LATE, LIMIT_REACHED, WRONG_STATE (recalled meanwhile).
   */
  edit(message: Pick<Message, 'seq' | 'content'>, said: TextInput): SentMessage
  /** Takes a message back, for everybody. Refused: FORBIDDEN, TOO_LATE, WRONG_STATE. */
  recall(seq: number): SentMessage
  /** Says one emoji to a message, or takes it away. Refused: WRONG_STATE where it is so already, LIMIT_REACHED. */
  react(seq: number, emoji: string, input?: { removed?: boolean }): SentMessage
  /** Pins a message for everybody; `pinsOf(conversation)` says what is pinned. Refused: FORBIDDEN (in groups admins pin), WRONG_STATE, LIMIT_REACHED. */
  pin(seq: number): SentMessage
  unpin(seq: number): SentMessage
  /** Makes the newest page ready (cache first). */
  open(input?: { signal?: AbortSignal }): Promise<void>
  /** Adds a page before the first entry shown. @returns how many entries came; 0: this is the beginning. */
  older(input?: { limit?: number; signal?: AbortSignal }): Promise<number>
  /** After openAt: adds a page after the last entry shown, until the window joins the head. */
  newer(input?: { limit?: number; signal?: AbortSignal }): Promise<number>
  /** Shows the page around an entry. */
  openAt(seq: number, input?: { signal?: AbortSignal }): Promise<void>
  /** Goes back to the head. */
  openLatest(input?: { signal?: AbortSignal }): Promise<void>
  /** Read up to this seq (default: the newest entry known). Kept and repeated until the server has it. */
  markRead(upTo?: number): void
  /** Call on every key stroke; sends at most one note in a few seconds. `false`: stopped. */
  typing(active?: boolean): void
  /** The draft, shared by the account's devices. An empty text removes it. Written behind, at most once a second. */
  setDraft(text: string): void
  /**
   * What this account keeps of it for itself: on all its devices, seen by nobody else; the last change wins. Resolves when
   * it is stored. @throws IMError NOT_FOUND (it does not exist yet), LIMIT_REACHED (pinned ones), OFFLINE
   */
  set(input: ConversationSettings): Promise<void>
  /**
   * Deletes messages for this account alone, on all its devices: these, or everything up to one. Nothing brings them back.
   * @throws IMError NOT_FOUND, WRONG_STATE (an act), LIMIT_REACHED (too many single ones), OFFLINE
   */
  deleteForMe(input: { seqs?: readonly number[]; upTo?: number }): Promise<void>
  /** Reads a page without touching the window. */
  history(input?: HistoryInput): Promise<Page>
  /** Every entry from this seq on (default: the next one), acts included, in order, none left out, across reconnects, until aborted. */
  follow(input?: { from?: number; signal?: AbortSignal }): AsyncIterableIterator<Message>
  on<N extends keyof ConversationEvents>(
    event: N,
    listener: (event: ConversationEvents[N]) => void,
  ): Remover
}

export interface DeviceSummary {
  readonly device: DeviceId
  readonly deviceClass: number
  readonly name: string
  readonly createdMs: number
  readonly lastSeenMs: number
  readonly current: boolean
  readonly online: boolean
}

export interface IMEvents {
  state: IMState
  /** See ConversationEvents.messageReceived; of every conversation. */
  messageReceived: {
    conversation: Conversation
    message: Message
    /** To be told of: it is somebody else's, and the conversation is not muted, or it names us. */
    notify: boolean
  }
  typingChanged: { conversation: Conversation; account: AccountId; typing: boolean }
  receiptMoved: { conversation: Conversation; account: AccountId; delivered: number; read: number }
  /** A message of ours was stored, failed, or is held. */
  sentMessageChanged: { conversation: Conversation; message: SentMessage }
  presenceChanged: PresenceState
  profileChanged: Profile
  /** An item of the account log changed (a setting, a draft); body undefined: it is gone. */
  itemChanged: { key: string; body: Uint8Array | undefined }
  /** Storage failed: chatting goes on in memory, nothing survives a restart. */
  storageFailed: { error: unknown }
}

export interface IM {
  readonly state: IMState
  readonly connection: Observable<IMState>
  /** Undefined before the first login ever (later it comes from the cache at once). */
  readonly me: Me | undefined
  readonly account: Observable<Me | undefined>
  /** Pinned ones first, then the newest; archived ones among them, hidden ones not. */
  readonly conversations: Observable<readonly ConversationSummary[]>
  /** Sum of unread: archived conversations add nothing, muted ones one where they name us, marked ones one. */
  readonly unread: Observable<number>
  /** Messages that are not stored yet, oldest first; those of earlier runs included. */
  readonly outbox: Observable<readonly SentMessage[]>
  /** Loads the cache, connects, logs in and syncs; resolves when online for the first time, rejects when signed out, kicked or aborted. Goes on trying until stop(). */
  start(input?: { signal?: AbortSignal }): Promise<void>
  /** Ends the connection with a goodbye and closes the storage after what is pending there; so does who asks again. */
  stop(): Promise<void>
  /** Syncs now (for example when the page comes to the front or the network is back). Harmless at any time. */
  wake(): void
  on<N extends keyof IMEvents>(event: N, listener: (event: IMEvents[N]) => void): Remover
  /** The same object for the same conversation. `{account}`: the direct conversation with it, existing or not. */
  conversation(target: ConversationId | { account: AccountId }): Conversation
  /** By exact handle. @throws IMError NOT_FOUND */
  find(handle: string, input?: { signal?: AbortSignal }): Promise<Profile>
  /** From cache, refreshed behind; undefined when not known yet ('profileChanged' follows). */
  profile(account: AccountId): Profile | undefined
  profiles(
    accounts: readonly AccountId[],
    input?: { signal?: AbortSignal },
  ): Promise<readonly Profile[]>
  setProfile(input: { displayName?: string; avatar?: string; locale?: string }): Promise<Me>
  changePassword(input: {
    oldPassword: string
    newPassword: string
    endOthers?: boolean
  }): Promise<void>
  devices(input?: { signal?: AbortSignal }): Promise<readonly DeviceSummary[]>
  endDevice(device: DeviceId): Promise<void>
  /** Ends this device (or all), clears the storage, goes to signedOut. Works offline too: then only here. */
  signOut(input?: { everywhere?: boolean }): Promise<void>
  /** Replaces the accounts whose presence is watched: those on the screen. Repeated after reconnects. */
  watchPresence(accounts: readonly AccountId[]): void
  presence(account: AccountId): PresenceState | undefined
  /** How accounts stand now, watched or not: the members of a group, page by page, on entering it. */
  presences(
    accounts: readonly AccountId[],
    input?: { signal?: AbortSignal },
  ): Promise<readonly PresenceState[]>
  /** An item of the account log, such as setting:sound. */
  item(key: string): Uint8Array | undefined
  setItem(key: string, body: Uint8Array): Promise<void>
  /** Brings pinned conversations into this order, the first on top. What is not pinned is passed over. */
  orderPinned(conversations: readonly ConversationId[]): Promise<void>
  /** New entries of all conversations from now on; in order within each, none left out. */
  follow(input?: {
    signal?: AbortSignal
  }): AsyncIterableIterator<{ conversation: Conversation; message: Message }>
}

export interface DeviceDescription {
  /** DeviceClass. */
  deviceClass: number
  name: string
}

export interface Credentials {
  account: AccountId
  device: DeviceId
  handle: string
  accessToken: Uint8Array
  accessExpiresMs: number
  refreshToken: Uint8Array
  refreshExpiresMs: number
}

/**
 * What can be said before login, over the same wire. Each call uses a connection of its own and, where the outcome is
 * not known (a cut, a time-out), repeats itself under the same request key.
 */
export interface AccountClient {
  register(input: {
    handle: string
    password: string
    displayName?: string
    locale?: string
    device: DeviceDescription
    signal?: AbortSignal
  }): Promise<Credentials>
  signIn(input: {
    handle: string
    password: string
    device: DeviceDescription
    signal?: AbortSignal
  }): Promise<Credentials>
  refresh(input: { refreshToken: Uint8Array; signal?: AbortSignal }): Promise<Credentials>
}
