import type { CursorChange, CursorMove } from '../entry-store.ts'
import type { Seq } from '../model.ts'
import { startBurns } from './burns.ts'
import { directKind } from './direct-conversation.ts'
import { headFor } from './intervals.ts'
import type { ConversationRow, MemberRow, Tables } from './tables.ts'

/** R8: forward only, clamped to what the member may see; what does not move is not told. */
export function moveCursors(
  tables: Tables,
  moves: readonly CursorMove[],
  nowMs: number,
): CursorChange[] {
  const changes: CursorChange[] = []
  for (const move of moves) {
    const conversation = tables.conversation(move.conversation)
    if (conversation === undefined) continue
    const member = tables.member(move.conversation, move.account)
    if (member === undefined) continue
    const moved = advanced(tables, conversation, member, move)
    if (moved === undefined) continue

    tables.putMember(moved)
    if (moved.read > member.read) startBurns(tables, member, { toSeq: moved.read, nowMs })
    // NOTE in a direct conversation the other side sees this cursor, so its sync must find it.
    if (conversation.kind === directKind && conversation.touched !== moved.touched) {
      tables.putConversation({ ...conversation, touched: moved.touched })
    }
    const { delivered, read } = moved
    changes.push({ conversation: move.conversation, account: move.account, delivered, read })
  }
  return changes
}

/** The member after the move; undefined when nothing moves. */
export function advanced(
  tables: Tables,
  conversation: ConversationRow,
  member: MemberRow,
  move: { delivered: Seq; read: Seq },
): MemberRow | undefined {
  const head = headFor(conversation, member)
  const meant = Math.min(move.read, head)
  // NOTE what retention removed has no count to stand on; reading on moves past it.
  const read = meant > member.read && meant >= conversation.firstSeq ? meant : member.read
  const delivered = Math.max(member.delivered, Math.min(move.delivered, head), read)
  if (read === member.read && delivered === member.delivered) return undefined
  const touched = tables.stamp()
  if (read === member.read) return { ...member, delivered, touched }
  const { readCount, ownAfter } = countsAt(tables, conversation, member, read)
  return { ...member, delivered, read, readCount, ownAfter, touched }
}

function countsAt(
  tables: Tables,
  conversation: ConversationRow,
  member: MemberRow,
  read: Seq,
): { readCount: number; ownAfter: number } {
  if (read === conversation.headSeq) return { readCount: conversation.headCount, ownAfter: 0 }
  const entry = tables.entry(conversation.id, read)
  if (entry === undefined) throw new Error('a cursor stands on an entry that is not kept')
  // NOTE counted from the old cursor on, so that every entry is passed once in a member's life.
  const passed = tables.ownCountable(conversation.id, member.account, member.read, read)
  return { readCount: entry.count, ownAfter: member.ownAfter - passed }
}
