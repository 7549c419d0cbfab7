import { uuidToText, uuidFromText, type parley } from '@parley/protocol'
import * as wire from '@parley/protocol/wire'
import type { AccountId, Writable } from '../base/model.ts'
import { withDefaults } from '../base/with-defaults.ts'

/** What a message says: its text, and what its kind has besides (EntryBody on the wire). */
export type MessageContent = Readonly<parley.v1.EntryBody>

/** What was said to a message with one emoji. */
export interface Reaction {
  readonly emoji: string
  readonly count: number
  /** Some of them, the earliest first. */
  readonly accounts: readonly AccountId[]
  readonly mine: boolean
}

/** An entry of a conversation log, as this device keeps it. Never changed: a newer version replaces it. */
export interface LogEntry {
  readonly seq: number
  readonly sender: AccountId
  /** UUID text. */
  readonly clientId: string
  readonly kind: number
  readonly refSeq: number
  readonly text: string
  readonly content: MessageContent
  /** An EntryBody, as it was sent. */
  readonly body: Uint8Array
  readonly timeMs: number
  /** Countable entries up to and with this one; 0: not known. */
  readonly count: number
  readonly changed: number
  readonly state: number
  /** Most used first. */
  readonly reactions: readonly Reaction[]
  /** A change that was told to many: the body, or whose reactions are our own, is as it was before. */
  readonly bodyKept?: boolean
  readonly ownKept?: boolean
  /** The act that pinned it; absent: it is not pinned. */
  readonly pinSeq?: number
  /** When it erases itself; absent: not known, or never. */
  readonly burnAtMs?: number
}

type WireEntry = { [Key in keyof wireEntryFields]?: wireEntryFields[Key] | null }
interface wireEntryFields {
  seq: number
  sender: number
  clientId: Uint8Array
  kind: number
  refSeq: number
  body: Uint8Array
  timeMs: number
  count: number
  changed: number
  state: number
  reactions: parley.v1.IEntryReaction[]
  bodyKept: boolean
  ownKept: boolean
  pinSeq: number
  burnAtMs: number
}

export function readEntry(entry: WireEntry): LogEntry {
  const seq = entry.seq ?? 0
  // NOTE copied: the bytes share memory with the whole chunk that the network gave.
  const body = new Uint8Array(entry.body ?? [])
  const content = contentOf(body)
  const read: Writable<LogEntry> = {
    seq,
    sender: entry.sender ?? 0,
    clientId: entry.clientId?.length === 16 ? uuidToText(entry.clientId) : '',
    kind: entry.kind ?? 0,
    refSeq: entry.refSeq ?? 0,
    text: content.text,
    content,
    body,
    timeMs: entry.timeMs ?? 0,
    count: entry.count ?? 0,
    changed: Math.max(entry.changed ?? 0, seq),
    state: entry.state ?? 0,
    reactions: (entry.reactions ?? []).map(readReaction),
  }
  if (entry.bodyKept) read.bodyKept = true
  if (entry.ownKept) read.ownKept = true
  if (entry.pinSeq) read.pinSeq = entry.pinSeq
  if (entry.burnAtMs) read.burnAtMs = entry.burnAtMs
  return read
}

const reactionDefault: Reaction = { emoji: '', count: 0, accounts: [], mine: false }

const readReaction = (read: parley.v1.IEntryReaction): Reaction =>
  withDefaults(reactionDefault, read)

/** What a body says; nothing when it does not parse. */
export function contentOf(body: Uint8Array): MessageContent {
  try {
    return wire.EntryBody.decode(body)
  } catch {
    return wire.EntryBody.decode(new Uint8Array())
  }
}

export function entryBytes(entry: LogEntry): Uint8Array {
  const clientId = uuidFromText(entry.clientId) ?? new Uint8Array()
  const reactions = entry.reactions.map((one) => ({ ...one, accounts: [...one.accounts] }))
  return wire.Entry.encode({ ...entry, clientId, reactions }).finish()
}

export function entryFromBytes(bytes: Uint8Array): LogEntry | undefined {
  try {
    return readEntry(wire.Entry.decode(bytes))
  } catch {
    return undefined
  }
}

/** Of two versions of an entry the one that was changed later, with what it left as it was; of equals the first. */
export function newer(a: LogEntry, b: LogEntry): LogEntry {
  if (b.changed <= a.changed) return burning(a, b)
  return burning(changedTo(a, b), a)
}

/** When it erases itself is told once, by whichever version knows. */
function burning(entry: LogEntry, other: LogEntry): LogEntry {
  const { burnAtMs } = other
  return entry.burnAtMs !== undefined || burnAtMs === undefined ? entry : { ...entry, burnAtMs }
}

function changedTo(a: LogEntry, b: LogEntry): LogEntry {
  if (!b.bodyKept && !b.ownKept) return b
  const { text, content, body, bodyKept = false } = b.bodyKept ? a : b
  const { ownKept = false } = b.ownKept ? a : b
  const isMine = (emoji: string) => a.reactions.some((one) => one.mine && one.emoji === emoji)
  const reactions = b.ownKept
    ? b.reactions.map((one) => ({ ...one, mine: isMine(one.emoji) }))
    : b.reactions
  return { ...b, text, content, body, bodyKept, reactions, ownKept }
}
