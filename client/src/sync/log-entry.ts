import { uuidToText, uuidFromText, wire } from '@parley/protocol'
import type { AccountId } from '../base/model.ts'

/** An entry of a conversation log, as this device keeps it. Never changed: a newer version replaces it. */
export interface LogEntry {
  readonly seq: number
  readonly sender: AccountId
  /** UUID text. */
  readonly clientId: string
  readonly kind: number
  readonly refSeq: number
  readonly text: string
  /** An EntryBody, as it was sent. */
  readonly body: Uint8Array
  readonly timeMs: number
  /** Countable entries up to and with this one; 0: not known. */
  readonly count: number
  readonly changed: number
  readonly state: number
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
}

export function readEntry(entry: WireEntry): LogEntry {
  const seq = entry.seq ?? 0
  // NOTE copied: the bytes share memory with the whole chunk that the network gave.
  const body = (entry.body ?? new Uint8Array()).slice()
  return {
    seq,
    sender: entry.sender ?? 0,
    clientId: entry.clientId?.length === 16 ? uuidToText(entry.clientId) : '',
    kind: entry.kind ?? 0,
    refSeq: entry.refSeq ?? 0,
    text: textOf(body),
    body,
    timeMs: entry.timeMs ?? 0,
    count: entry.count ?? 0,
    changed: Math.max(entry.changed ?? 0, seq),
    state: entry.state ?? 0,
  }
}

/** The text, or fallback text, of a body; empty when it does not parse. */
export function textOf(body: Uint8Array): string {
  try {
    return wire.EntryBody.decode(body).text
  } catch {
    return ''
  }
}

export function entryBytes(entry: LogEntry): Uint8Array {
  const clientId = uuidFromText(entry.clientId) ?? new Uint8Array()
  return wire.Entry.encode({ ...pick(entry), clientId }).finish()
}

export function entryFromBytes(bytes: Uint8Array): LogEntry | undefined {
  try {
    return readEntry(wire.Entry.decode(bytes))
  } catch {
    return undefined
  }
}

function pick({ seq, sender, kind, refSeq, body, timeMs, count, changed, state }: LogEntry) {
  return { seq, sender, kind, refSeq, body, timeMs, count, changed, state }
}

/** Of two versions of an entry the one that was changed later; of equals the first. */
export const newer = (a: LogEntry, b: LogEntry): LogEntry => (b.changed > a.changed ? b : a)
