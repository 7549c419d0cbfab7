import { idAheadMs, isUuidV7, uuidV7Millis, wire, type ErrorName } from '@parley/protocol'
import type { Append, CursorChange, NewEntry } from '../entry-store.ts'
import type { ConversationId, StoredEntry } from '../model.ts'
import { applyAct, referenceRefusal } from './apply-act.ts'
import { keepBurn, startBurns } from './burns.ts'
import { isCountable } from './countable.ts'
import { createDirect, directKind, peerOf, targetOf } from './direct-conversation.ts'
import { directRefusal } from './direct-guard.ts'
import { groupRefusal, noteMentions, strayMention } from './write-to-group.ts'
import { groupKind } from './group-tables.ts'
import { inlineMembers } from './inline-members.ts'
import { contentHash } from './content-hash.ts'
import { advanced } from './move-cursors.ts'
import { refusalOfFiles } from './read-files.ts'
import type { ConversationRow, MemberRow, Tables } from './tables.ts'
import { useFiles } from './write-files.ts'

/** What an entry's record has room for. */
export const kindMax = 65_535
const unchanged: number = wire.EntryState.ENTRY_STATE_UNSPECIFIED

/**
 * The look-up of the id comes before every guard (R2). Where no guard speaks against the send, the look-up and the
 * remembering are one write; otherwise a plain look-up decides between the first result and the refusal.
 *
 * @param readMs from when on what it says of its sender's reading counts.
 */
export function appendEntry(tables: Tables, input: NewEntry, readMs = input.nowMs): Append {
  const id = targetOf(tables, input.sender, input.target)
  const found = id === undefined ? undefined : tables.conversation(id)
  const hash = contentHash(input.kind, input.refSeq, input.body)

  const error = sendRefusal(tables, input, found)
  if (error !== undefined) {
    return repeated(tables, input, id, hash) ?? { status: 'refused', error }
  }

  const conversation = found ?? createdFor(tables, input)
  const seq = conversation.headSeq + 1
  const what = { seq, contentHash: hash }
  if (!tables.remember(input.clientId, input.sender, conversation.id, what)) {
    const first = repeated(tables, input, conversation.id, hash)
    if (first === undefined) throw new Error('an id is remembered and is not')
    return first
  }
  return stored(tables, input, conversation, { created: found === undefined, readMs })
}

/** What speaks against a send as it is now. */
export function sendRefusal(
  tables: Tables,
  input: NewEntry,
  conversation: ConversationRow | undefined,
): ErrorName | undefined {
  const { burn, sender, files = [] } = input
  if (burn !== undefined && burn.afterMs > burn.maxMs) return 'TOO_LARGE'
  return refusalOf(tables, input, conversation) ?? refusalOfFiles(tables, sender, files)
}

/** The first result of an id that is remembered. */
function repeated(
  tables: Tables,
  input: NewEntry,
  conversation: ConversationId | undefined,
  hash: number,
): Append | undefined {
  if (conversation === undefined) return undefined
  const first = tables.remembered(input.clientId, input.sender, conversation)
  if (first === undefined) return undefined
  if (first.contentHash !== hash) return { status: 'refused', error: 'ID_REUSED' }
  const entry = tables.entry(conversation, first.seq)
  return {
    status: 'duplicate',
    conversation,
    seq: first.seq,
    // NOTE retention may have removed the entry within the 30 days; its id still answers.
    timeMs: entry?.timeMs ?? 0,
    count: entry?.count ?? 0,
    members: undefined,
    membersSeq: 0,
    created: false,
    cursor: undefined,
  }
}

function refusalOf(
  tables: Tables,
  input: NewEntry,
  conversation: ConversationRow | undefined,
): ErrorName | undefined {
  const { sender, target, clientId, after, guards } = input
  if (!isUuidV7(clientId)) return 'BAD_ID'
  if (!(input.kind >= 0 && input.kind <= kindMax)) return 'BAD_REQUEST'
  const mintedMs = uuidV7Millis(clientId)
  if (mintedMs < tables.idFloorMs()) return 'RETRY_TOO_OLD'
  if (mintedMs > input.nowMs + idAheadMs) return 'ID_AHEAD'
  if (after.length > 0) {
    const held = conversation === undefined || !tables.remembered(after, sender, conversation.id)
    if (held) return 'ORDER_HELD'
  }
  if (conversation !== undefined) {
    const member = tables.member(conversation.id, sender)
    if (member === undefined || member.toSeq !== 0) return 'NOT_FOUND'
    return (
      refusalByKind(tables, input, conversation, member) ??
      referenceRefusal(tables, input, conversation, member)
    )
  }
  if ('conversation' in target || input.refSeq !== 0) return 'NOT_FOUND'
  if (tables.account(target.account) === undefined) return 'NOT_FOUND'
  if (tables.account(sender) === undefined) return 'NOT_FOUND'
  const peer = target.account
  return directRefusal(tables, sender, peer, { isFirst: true, guards }) ?? strayMention(input, peer)
}

/** NOTE one's own words can be taken back wherever they were said. */
function refusalByKind(
  tables: Tables,
  input: NewEntry,
  conversation: ConversationRow,
  member: MemberRow,
): ErrorName | undefined {
  const { sender, guards, act } = input
  const isRecall = act?.type === 'recall'
  if (conversation.kind === groupKind)
    return groupRefusal(tables, conversation, member, { nowMs: input.nowMs, guards, isRecall })
  if (conversation.kind !== directKind || isRecall) return undefined
  const peer = peerOf(conversation, sender)
  const error = directRefusal(tables, sender, peer, { isFirst: false, guards })
  return error ?? strayMention(input, peer)
}

function createdFor(tables: Tables, input: NewEntry): ConversationRow {
  if ('conversation' in input.target) throw new Error('only a direct conversation comes into being')
  return createDirect(tables, input.newConversationId, input.sender, input.target.account)
}

function stored(
  tables: Tables,
  input: NewEntry,
  conversation: ConversationRow,
  { created, readMs }: { created: boolean; readMs: number },
): Append {
  const { sender, clientId, kind, refSeq, body } = input
  const { id } = conversation
  const seq = conversation.headSeq + 1
  const countable = isCountable(kind)
  const count = conversation.headCount + (countable ? 1 : 0)
  const timeMs = Math.max(Math.floor(input.nowMs), conversation.headTimeMs)
  const entry: StoredEntry = {
    seq,
    sender,
    clientId,
    kind,
    refSeq,
    body,
    timeMs,
    count,
    changed: seq,
    state: unchanged,
  }
  tables.addEntry(id, entry)
  if (input.files !== undefined) {
    const named = input.files.map(({ file }) => file)
    useFiles(tables, { conversation: id, seq }, named)
  }
  if (input.burn !== undefined)
    keepBurn(tables, { conversation: id, seq, sender, afterMs: input.burn.afterMs })

  const touched = tables.stamp()
  const head = { ...conversation, headSeq: seq, headCount: count, headTimeMs: timeMs, touched }
  tables.putConversation(head)
  const acted = input.act === undefined ? undefined : applyAct(tables, input.act, head, entry)
  const cursor = noteOwn(tables, conversation, input, { countable, readMs })
  const membersSeq = conversation.kind === groupKind ? noteMentions(tables, input, head) : 0
  const members = inlineMembers(tables, id)
  const at = { status: 'appended', conversation: id, seq, timeMs, count, membersSeq } as const
  return { ...at, members, created, cursor, ...(acted === undefined ? {} : { acted }) }
}

/** The sender's own countable entry, and how far it says it has read. */
function noteOwn(
  tables: Tables,
  before: ConversationRow,
  input: NewEntry,
  { countable, readMs }: { countable: boolean; readMs: number },
): CursorChange | undefined {
  const member = tables.member(before.id, input.sender)
  if (member === undefined) throw new Error('the sender is not in the conversation')
  const move = { delivered: 0, read: input.readUpTo }
  const moved = input.readUpTo > 0 ? advanced(tables, before, member, move) : undefined
  if (moved === undefined && !countable) return undefined

  const row: MemberRow = moved ?? member
  const ownAfter = row.ownAfter + (countable ? 1 : 0)
  tables.putMember({ ...row, ownAfter })
  if (moved === undefined) return undefined
  if (moved.read > member.read) startBurns(tables, member, { toSeq: moved.read, nowMs: readMs })
  return {
    conversation: before.id,
    account: input.sender,
    delivered: moved.delivered,
    read: moved.read,
  }
}
