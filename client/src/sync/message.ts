import type { AccountId } from '../base/model.ts'
import type { IMError } from '../base/im-error.ts'
import type { LogEntry, MessageContent, Reaction } from './log-entry.ts'
import { isCountable } from './kinds.ts'

/** EntryState on the wire. */
const states = { edited: 1, recalled: 2, erased: 3 } as const

/** unknown: never stored as far as we know, but it may have been. */
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
  /** Text, mentions, and what its kind has besides: location, card, attachments … Of an act what it does. */
  readonly content: MessageContent
  /** Server time; of unsent messages the device's own. */
  readonly timeMs: number
  readonly state: MessageState
  /** Why it failed (states failed and unknown). */
  readonly error: IMError | undefined
  readonly edited: boolean
  /** Recalled or erased: text and content are empty. */
  readonly gone: boolean
  /** Recalled by its sender or a moderator. */
  readonly recalled: boolean
  /** When it erases itself for everybody (server time), once somebody read it: content.burnAfterMs says that it will. */
  readonly burnAtMs?: number | undefined
  /** Pinned for everybody in the conversation. */
  readonly pinned?: boolean
  /** Most used first. */
  readonly reactions: readonly Reaction[]
  /** The seq of the message that it answers; 0: none. `messageAt(conversation, seq)` finds it. */
  readonly replyTo: number
  /** Of an act the seq of the message that it changes; else as replyTo. */
  readonly refSeq: number
  /** The seq of the entry that last changed it; its own when nothing did. */
  readonly changed: number
}

export const isGone = ({ state }: { state: number }): boolean =>
  state === states.recalled || state === states.erased

export function messageOf(entry: LogEntry, me: AccountId, key: string): Message {
  return {
    key,
    seq: entry.seq,
    sender: entry.sender,
    mine: entry.sender === me,
    clientId: entry.clientId,
    kind: entry.kind,
    text: entry.text,
    content: entry.content,
    timeMs: entry.timeMs,
    state: 'stored',
    error: undefined,
    edited: entry.state === states.edited,
    gone: isGone(entry),
    recalled: entry.state === states.recalled,
    burnAtMs: isGone(entry) ? undefined : entry.burnAtMs,
    pinned: entry.pinSeq !== undefined,
    reactions: entry.reactions,
    replyTo: isCountable(entry.kind) ? entry.refSeq : 0,
    refSeq: entry.refSeq,
    changed: entry.changed,
  }
}
