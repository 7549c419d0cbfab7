import type { AccountId, ConversationId } from '../base/model.ts'
import { fromBase64, fromJsonBytes, jsonBytes, toBase64 } from '../base/bytes.ts'
import { withDefaults } from '../base/with-defaults.ts'
import { isShown } from './kinds.ts'
import { newerOwnState, ownStateNone, readOwnState, type OwnState } from './own-state.ts'
import { mergeGroup, readGroup, withViewFacts, type GroupFacts } from './group-facts.ts'
import { entryBytes, entryFromBytes, newer, readEntry, type LogEntry } from './log-entry.ts'

/** What is known of a conversation apart from its entries. */
export interface ConversationRecord {
  id: ConversationId
  kind: number
  peer: AccountId
  headSeq: number
  headCount: number
  /** The entry up to which `headCount` holds. */
  countAt: number
  firstSeq: number
  headTimeMs: number
  /** Own cursors as the server has them. */
  delivered: number
  read: number
  /** Read up to here, told to the server or not yet. */
  readWanted: number
  unread: number
  /** The seq at which `unread` holds. */
  unreadAt: number
  /** False: it belongs to an earlier read cursor, or something was passed over. Only the server knows it. */
  isUnreadKnown: boolean
  peerDelivered: number
  peerRead: number
  left: boolean
  group: GroupFacts | undefined
  /** The entry up to which `group` holds. */
  groupAt: number
  /** The head of the newest view that was taken over. */
  viewAt: number
  /** The newest entry that named us or everybody. */
  mentioned: number
  own: OwnState
  /** Everything up to here was taken in order; what comes next is `to` + 1. */
  to: number
  /** The range whose entries are in storage; storedFrom = storedTo + 1: none. */
  storedFrom: number
  storedTo: number
  /** The newest one that is shown. */
  last: LogEntry | undefined
}

export function emptyRecord(id: ConversationId, peer: AccountId): ConversationRecord {
  return {
    id,
    kind: 0,
    peer,
    headSeq: 0,
    headCount: 0,
    countAt: 0,
    firstSeq: 1,
    headTimeMs: 0,
    delivered: 0,
    read: 0,
    readWanted: 0,
    unread: 0,
    unreadAt: 0,
    isUnreadKnown: true,
    peerDelivered: 0,
    peerRead: 0,
    left: false,
    group: undefined,
    groupAt: 0,
    viewAt: 0,
    mentioned: 0,
    own: ownStateNone,
    to: 0,
    storedFrom: 1,
    storedTo: 0,
    last: undefined,
  }
}

/** A conversation as the server describes it (Conversation on the wire), with its newest entries. */
export interface ConversationView {
  conversation: ConversationId
  kind: number
  headSeq: number
  headCount: number
  firstSeq: number
  headTimeMs: number
  delivered: number
  read: number
  unread: number
  peer: AccountId
  peerDelivered: number
  peerRead: number
  left: boolean
  group: GroupFacts | undefined
  mentioned: number
  own: OwnState
  entries: LogEntry[]
  /** Entries beside those that acts among them changed. */
  changes: LogEntry[]
}

type EntriesRead = Parameters<typeof readEntry>[0][] | null

type ViewRead = {
  [Key in keyof Omit<ConversationView, 'entries' | 'changes' | 'group' | 'own'>]?:
    | ConversationView[Key]
    | null
} & {
  entries?: EntriesRead
  changes?: EntriesRead
  group?: Parameters<typeof readGroup>[0]
  own?: Parameters<typeof readOwnState>[0]
}

const viewDefault = {
  conversation: 0,
  kind: 0,
  headSeq: 0,
  headCount: 0,
  firstSeq: 1,
  headTimeMs: 0,
  delivered: 0,
  read: 0,
  unread: 0,
  peer: 0,
  peerDelivered: 0,
  peerRead: 0,
  left: false,
  mentioned: 0,
}

export function readView(view: ViewRead): ConversationView {
  const facts = withDefaults(viewDefault, view)
  return {
    ...facts,
    firstSeq: Math.max(1, facts.firstSeq),
    group: readGroup(view.group),
    own: readOwnState(view.own),
    entries: (view.entries ?? []).map(readEntry),
    changes: (view.changes ?? []).map(readEntry),
  }
}

/** Cursors only go forward; whose are neither own nor the peer's are passed over. @returns whether one has moved. */
export function moveCursors(
  record: ConversationRecord,
  whose: 'own' | AccountId,
  { delivered, read }: { delivered: number; read: number },
): boolean {
  const sum = () => record.delivered + record.read + record.peerDelivered + record.peerRead
  const before = sum()
  if (whose === 'own') {
    record.delivered = Math.max(record.delivered, delivered, read)
    record.read = Math.max(record.read, read)
  } else if (whose === record.peer) {
    record.peerDelivered = Math.max(record.peerDelivered, delivered, read)
    record.peerRead = Math.max(record.peerRead, read)
  }
  return sum() > before
}

/**
 * Takes a view over: whole where it is not older, cursors and heads by maximum, so that answers may come in any order
 * and any number of times. `to` and the stored range are the feed's business.
 */
export function mergeView(record: ConversationRecord, view: ConversationView): ConversationRecord {
  const isOlder = view.headSeq < record.groupAt
  const newest = newestShown(view.entries, view.changes)
  const merged = {
    ...record,
    id: view.conversation,
    kind: view.kind || record.kind,
    peer: view.peer || record.peer,
    left: isOlder ? record.left : view.left || view.group?.dissolved === true,
    group: isOlder
      ? withViewFacts(record.group, view.headSeq < record.viewAt ? undefined : view.group)
      : mergeGroup(record.group, view.group),
    groupAt: Math.max(record.groupAt, view.headSeq),
    viewAt: Math.max(record.viewAt, view.headSeq),
    countAt: Math.max(record.countAt, view.headSeq),
    own: newerOwnState(record.own, view.own),
    ...(tellsUnread(record, view)
      ? { unread: view.unread, unreadAt: view.headSeq, isUnreadKnown: view.headSeq >= record.to }
      : {}),
    last: newest === undefined ? record.last : lastOf(record.last, newest),
  }
  for (const key of growing) merged[key] = Math.max(record[key], view[key])
  return merged
}

/** Of a view: they never go back. */
const growing = [
  'mentioned',
  'headSeq',
  'headCount',
  'headTimeMs',
  'firstSeq',
  'delivered',
  'read',
  'peerDelivered',
  'peerRead',
] as const

/** Whether a view's count of unread entries is newer than what is known: its head and the cursor it was counted from. */
export function tellsUnread(record: ConversationRecord, view: ConversationView): boolean {
  const read = Math.max(record.read, record.readWanted)
  return view.headSeq >= record.unreadAt && view.read >= read
}

/** @param changes of a page or view: where its entries are nothing but acts, the newest message before them is there, too. */
export function newestShown(
  entries: readonly LogEntry[],
  changes: readonly LogEntry[],
): LogEntry | undefined {
  const among = (some: readonly LogEntry[]) =>
    some.filter(isShown).reduce<LogEntry | undefined>(lastOf, undefined)
  return among(entries) ?? among(changes)
}

export function lastOf(known: LogEntry | undefined, entry: LogEntry): LogEntry {
  if (known === undefined || entry.seq > known.seq) return entry
  return entry.seq === known.seq ? newer(known, entry) : known
}

export function recordBytes(record: ConversationRecord): Uint8Array {
  return jsonBytes({ ...record, last: record.last === undefined ? '' : textOf(record.last) })
}

/** NOTE a record is written with every cursor that moves, its last entry is seldom another one. */
const texts = new WeakMap<LogEntry, string>()

function textOf(entry: LogEntry): string {
  const known = texts.get(entry)
  if (known !== undefined) return known
  const text = toBase64(entryBytes(entry))
  texts.set(entry, text)
  return text
}

/** Undefined for what does not look like a record: it is fetched again. */
export function recordFromBytes(bytes: Uint8Array): ConversationRecord | undefined {
  const json = fromJsonBytes(bytes)
  if (typeof json !== 'object' || json === null) return undefined
  const found = json as Partial<Record<keyof ConversationRecord, unknown>>
  const record = emptyRecord(0, 0)
  for (const key of Object.keys(record) as (keyof ConversationRecord)[]) {
    if (key === 'last' || key === 'group' || key === 'own') continue
    // NOTE an older release did not keep everything.
    if (found[key] === undefined) continue
    if (typeof found[key] !== typeof record[key]) return undefined
    Object.assign(record, { [key]: found[key] })
  }
  const last = typeof found.last === 'string' ? fromBase64(found.last) : undefined
  record.last = last === undefined || last.length === 0 ? undefined : entryFromBytes(last)
  record.group = readGroup(found.group as GroupFacts | undefined)
  record.own = readOwnState(found.own as OwnState | undefined)
  return record.id > 0 ? record : undefined
}
