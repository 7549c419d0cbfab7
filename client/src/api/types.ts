import type { CloseName } from '@parley/protocol'
import type { AccountId, ConversationId, DeviceId, Profile } from '../base/model.ts'
import type { IMError } from '../base/im-error.ts'
import type { Clock } from '../base/clock.ts'
import type { Random } from '../base/random.ts'
import type { Storage } from '../cache/storage.ts'
import type { Transport } from '../transport/transport.ts'

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

export interface TokenAsk {
  /** True: the server refused the token given last time. Answer with a fresh one, or throw. */
  refused: boolean
  signal: AbortSignal
}

/**
 * Gives the access token of this device (32 bytes, or the same as base64url). Asked before every login.
 * Throwing an IMError whose `retry` is not 'later' signs the device out; anything else is tried again with backoff.
 */
export type TokenProvider = (ask: TokenAsk) => Promise<Uint8Array | string>

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
  | { readonly name: 'kicked'; readonly reason: CloseName }
  /** The tokens of this device are void: sign in anew. The outbox is kept until signOut() or another account. */
  | { readonly name: 'signedOut'; readonly error: IMError | undefined }

export interface Me {
  readonly account: AccountId
  readonly device: DeviceId
  readonly profile: Profile
  readonly locale: string
}

/** unknown: never stored as far as we know, but it may have been (see SentMessage.resend). */
export type MessageState = 'pending' | 'held' | 'failed' | 'unknown' | 'stored'

/** What a window shows: a stored entry, or one of ours on its way. */
export interface Message {
  /** Stable from the first sight of an unsent message to its stored entry: the key of a list item. */
  readonly key: string
  /** 0 while it is not stored. */
  readonly seq: number
  readonly sender: AccountId
  readonly mine: boolean
  /** Lower-case UUID text; empty before the first transmission. */
  readonly clientId: string
  /** EntryKind. */
  readonly kind: number
  /** The text; of kinds this SDK does not know, their fallback text. */
  readonly text: string
  /** Server time; of unsent messages the device's own. */
  readonly timeMs: number
  readonly state: MessageState
  /** Why it failed (states failed and unknown). */
  readonly error: IMError | undefined
  readonly edited: boolean
  /** Recalled or erased: the text is empty. */
  readonly gone: boolean
  /** The seq it refers to, or 0. */
  readonly refSeq: number
}

export interface Stored {
  readonly conversation: ConversationId
  readonly seq: number
  readonly timeMs: number
  /** True: an earlier attempt had stored it, this one repeats its result. */
  readonly duplicate: boolean
}

/** One message of ours from send() until it is stored or discarded. Survives restarts in the outbox. */
export interface SentMessage {
  readonly key: string
  /** Lower-case UUID text; empty until it is minted, just before the first transmission. */
  readonly clientId: string
  readonly state: MessageState
  readonly error: IMError | undefined
  /**
   * Resolves when it is durably stored; rejects when it failed for good or was discarded.
   * After resend() this is another promise. Leaving it unwatched is fine.
   */
  readonly stored: Promise<Stored>
  /**
   * For held and failed: takes its place at the end of the queue, under the same id unless it certainly was never
   * stored. For unknown: sends it again under a new id; the caller accepts that it may then be there twice.
   */
  resend(): void
  /** Drops it from the outbox. Of one that is under way the outcome is not known. */
  discard(): void
  on(event: 'changed', listener: (message: SentMessage) => void): Remover
}

export interface SendInput {
  text: string
  /** The caller's own UUIDv7, for repeating a send across runs. Default: minted just before transmission. */
  clientId?: string
  refSeq?: number
  /** Do not hold it, however long it waits. */
  urgent?: boolean
}

/** One line of the conversation list. */
export interface ConversationSummary {
  readonly key: string
  /** 0: a direct conversation that does not exist yet. */
  readonly id: ConversationId
  /** ConversationKind. */
  readonly kind: number
  /** In a direct conversation: the other account (0 else) and what is known of it. */
  readonly peer: AccountId
  readonly peerProfile: Profile | undefined
  readonly headSeq: number
  readonly firstSeq: number
  /** The newest message, an unsent one of ours included. */
  readonly last: Message | undefined
  readonly timeMs: number
  readonly unread: number
  /** Own cursors. */
  readonly delivered: number
  readonly read: number
  /** The other side's cursors: own messages up to here were delivered, read. */
  readonly peerDelivered: number
  readonly peerRead: number
  /** Text of the draft; empty: none. */
  readonly draft: string
  /** Accounts that type just now. */
  readonly typing: readonly AccountId[]
  /** No longer a member: nothing new will come. */
  readonly left: boolean
}

export interface WindowSnapshot {
  /** Stored entries in seq order without holes, then unsent ones in the order they were sent. */
  readonly messages: readonly Message[]
  /** There is more before the first one shown. */
  readonly hasOlder: boolean
  /** There is more after the last one shown (after openAt). False: the window follows the head. */
  readonly hasNewer: boolean
  /** False until the first page is known (from cache or server). */
  readonly ready: boolean
  readonly loading: 'none' | 'older' | 'newer' | 'around'
  readonly headSeq: number
}

export interface WindowStore extends Observable<WindowSnapshot> {}

export interface Page {
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

export interface Conversation {
  readonly key: string
  /** 0 until it exists. */
  readonly id: ConversationId
  readonly summary: Observable<ConversationSummary>
  /** Loads its newest page when first subscribed to, older()ed or opened. */
  readonly window: WindowStore
  /** Never waits for the network. @throws IMError TOO_LARGE, BAD_REQUEST or OUTBOX_FULL at once. */
  send(input: SendInput): SentMessage
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
  /** Reads a page without touching the window. */
  history(input?: HistoryInput): Promise<Page>
  /** Every entry from this seq on (default: the next one), in order, none left out, across reconnects, until aborted. */
  follow(input?: { from?: number; signal?: AbortSignal }): AsyncIterableIterator<Message>
  on<N extends keyof ConversationEvents>(event: N, listener: (event: ConversationEvents[N]) => void): Remover
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

export interface PresenceState {
  readonly account: AccountId
  readonly online: boolean
  /** 0: not known or not shown. */
  readonly lastSeenMs: number
}

export interface IMEvents {
  state: IMState
  /** See ConversationEvents.messageReceived; of every conversation. */
  messageReceived: { conversation: Conversation; message: Message }
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
  /** Newest first. */
  readonly conversations: Observable<readonly ConversationSummary[]>
  /** Sum of unread. */
  readonly unread: Observable<number>
  /** Messages that are not stored yet, oldest first; those of earlier runs included. */
  readonly outbox: Observable<readonly SentMessage[]>
  /** Loads the cache, connects, logs in and syncs; resolves when online for the first time, rejects when signed out, kicked or aborted. Goes on trying until stop(). */
  start(input?: { signal?: AbortSignal }): Promise<void>
  /** Ends the connection with a goodbye and closes the storage after what is pending there. */
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
  profiles(accounts: readonly AccountId[], input?: { signal?: AbortSignal }): Promise<readonly Profile[]>
  setProfile(input: { displayName?: string; avatar?: string; locale?: string }): Promise<Me>
  changePassword(input: { oldPassword: string; newPassword: string; endOthers?: boolean }): Promise<void>
  devices(input?: { signal?: AbortSignal }): Promise<readonly DeviceSummary[]>
  endDevice(device: DeviceId): Promise<void>
  /** Ends this device (or all), clears the storage, goes to signedOut. Works offline too: then only here. */
  signOut(input?: { everywhere?: boolean }): Promise<void>
  /** Replaces the accounts whose presence is watched: those on the screen. Repeated after reconnects. */
  watchPresence(accounts: readonly AccountId[]): void
  presence(account: AccountId): PresenceState | undefined
  /** An item of the account log, such as setting:sound. */
  item(key: string): Uint8Array | undefined
  setItem(key: string, body: Uint8Array): Promise<void>
  /** New entries of all conversations from now on; in order within each, none left out. */
  follow(input?: { signal?: AbortSignal }): AsyncIterableIterator<{ conversation: Conversation; message: Message }>
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
  signIn(input: { handle: string; password: string; device: DeviceDescription; signal?: AbortSignal }): Promise<Credentials>
  refresh(input: { refreshToken: Uint8Array; signal?: AbortSignal }): Promise<Credentials>
}
