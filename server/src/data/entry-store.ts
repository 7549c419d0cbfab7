import type { ErrorName } from '@parley/protocol'
import type { Act, Acted } from './act.ts'
import type { NamedFile } from './file-store.ts'
import type { AccountId, ConversationId, Seq, ServedEntry, Target } from './model.ts'

/** One send, with its guards as data: they are checked inside the append's transaction (R10). */
export interface NewEntry {
  target: Target
  sender: AccountId
  clientId: Uint8Array
  kind: number
  /** Of a message the entry it answers, of an act the one it changes; 0: none. */
  refSeq: Seq
  body: Uint8Array
  /** What it does to the entry it refers to; absent: it is a message, or notes something. */
  act?: Act
  /** Client id of the device's previous unacked send here, or empty (R5). */
  after: Uint8Array
  /** 0: nothing said. Clamped to the head; moves the sender's read and delivered cursors in the same commit. */
  readUpTo: Seq
  /** Wall time of the process with the rules, by which ids are judged and entries are dated. */
  nowMs: number
  guards: AppendGuards
  /** Files that the entry names: guarded and noted in the append's transaction. */
  files?: readonly NamedFile[]
  /** It erases itself so long after somebody else read it; beyond `maxMs` it is refused. */
  burn?: { afterMs: number; maxMs: number }
  /** For the id of a direct conversation that comes into being with this send; 0 where the target is a conversation. */
  newConversationId: ConversationId
}

export interface AppendGuards {
  /** Whether a first send between two accounts is taken. */
  strangersMayWrite: boolean
  /** The sender has begun as many conversations with strangers as it may for now. */
  strangersUsedUp?: boolean | undefined
  /** Accounts that the body names: they must be in the conversation. */
  mentions?: readonly AccountId[]
  /** The body names everybody. */
  mentionsAll?: boolean
}

export interface CursorChange {
  conversation: ConversationId
  account: AccountId
  delivered: Seq
  read: Seq
}

/** An entry that erased itself: what the server appended for it, in the name of nobody. */
export interface Burnt {
  entry: Pick<NewEntry, 'sender' | 'clientId' | 'kind' | 'refSeq' | 'body'>
  appended: Exclude<Append, { status: 'refused' }>
}

export type Append =
  | {
      status: 'appended' | 'duplicate'
      conversation: ConversationId
      /** As stored; of a duplicate only seq and timeMs are of use. */
      seq: Seq
      timeMs: number
      count: number
      /** The seq by which the members came to be who they are at this entry; 0 where that never changes. */
      membersSeq: Seq
      /** Accounts that are in the conversation, where these are at most membersInlineMax; else undefined. */
      members: readonly AccountId[] | undefined
      /** True: this send brought the conversation into being. */
      created: boolean
      /** The sender's cursors, where `readUpTo` moved them. */
      cursor: CursorChange | undefined
      /** Of an act that was appended now: what it did. */
      acted?: Acted
    }
  | { status: 'refused'; error: ErrorName }

export const membersInlineMax = 16

export interface CursorMove {
  conversation: ConversationId
  account: AccountId
  /** 0: this cursor is not meant. Both are clamped to the head and to the member's intervals; read moves delivered too. */
  delivered: Seq
  read: Seq
}

export interface PullInput {
  reader: AccountId
  conversation: ConversationId
  /** Forward: from this seq on. Backward: up to this seq, 0 for the head. */
  fromSeq: Seq
  limit: number
  backward: boolean
  /** The page ends early at this many bytes of bodies (but holds at least one entry). */
  bytesMax: number
}

export type Pull =
  | {
      status: 'page'
      /** Ascending. */
      entries: ServedEntry[]
      /** Entries beside the page that acts in it changed, as they are now. */
      changes: ServedEntry[]
      /** See PullReply. */
      coveredFrom: Seq
      coveredTo: Seq
      headSeq: Seq
      firstSeq: Seq
    }
  | { status: 'refused'; error: ErrorName }

export interface PinsInput {
  reader: AccountId
  conversation: ConversationId
  /** Only those pinned before this act; 0: from the newest. */
  before: Seq
  limit: number
  /** The page ends early at this many bytes of bodies (but holds at least one entry, where there is one). */
  bytesMax: number
}

export type Pins =
  | { status: 'page'; /** Pinned last first. */ entries: ServedEntry[]; more: boolean }
  | { status: 'refused'; error: ErrorName }

export interface EntryStore {
  /**
   * Appends and assigns the next seq. Resolves only when it is durable (R1); of a retry, when the original is.
   * Appends given in one turn, in order, commit in that order; a later one never commits without the earlier.
   * The look-up of (client id, sender, conversation) comes before every guard (R2):
   * found with the same hash of kind, ref and body: `duplicate`; with another: ID_REUSED. Not found: id below the floor
   * RETRY_TOO_OLD; ahead of nowMs by more than idAheadMs ID_AHEAD; `after` not stored ORDER_HELD; not a member or no such
   * conversation or account NOT_FOUND; BLOCKED; STRANGERS_REFUSED; RATE_LIMITED (strangers); in a group MUTED, FORBIDDEN (to
   * name everybody) and WRONG_STATE (it is dissolved, or somebody named is not in it); a file that the sender may not
   * name NOT_FOUND, one that is not as said BAD_REQUEST; what would burn too late TOO_LARGE; full disk STORAGE_FULL.
   * What it refers to must be a message that the sender sees (NOT_FOUND, WRONG_STATE); see Act for what acts are refused.
   */
  append(entry: NewEntry): Promise<Append>
  /** @see Pull. TRIMMED when asked forward for what retention removed; NOT_FOUND for what is not the reader's. */
  pull(input: PullInput): Promise<Pull>
  /** What is pinned, as the reader sees it. NOT_FOUND for what is not the reader's. */
  pins(input: PinsInput): Promise<Pins>
  /**
   * Moves cursors forward (R8). Coalesced: moves of one member merge by maximum and ride the next append to their
   * conversation, or another commit at most cursorDelayMs later. Resolves after the commit with what really moved. Unknown conversations and non-members are
   * passed over.
   */
  moveCursors(moves: readonly CursorMove[]): Promise<CursorChange[]>
  /**
   * Erases entries whose time after the first read is over (R16), at most burntAtOnceMax of them, the longest overdue first.
   * The time of an entry began with the commit of the cursor of another account that passed it. `isWaiting`: there are
   * others, read or not.
   */
  burnDue(nowMs: number): Promise<{ burnt: Burnt[]; isWaiting: boolean }>
}

export const burntAtOnceMax = 100

export const cursorDelayMs = 100
