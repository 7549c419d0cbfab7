import { RecentCache } from '../../base/recent-cache.ts'
import type { AccountId, ConversationId, Seq, Stamp } from '../model.ts'
import type { ConversationRow, MemberRow, Remembered } from '../rules/tables.ts'
import type { TouchedMember, Touches } from '../rules/touches.ts'

/** Conversations whose head and members the writer knows without asking the database. */
export const conversationsCachedMax = 50_000
/** Of one conversation: a large group does not fill the memory. */
export const membersCachedMax = 256
export const directsCachedMax = 50_000

export interface HotRowsDeps {
  readConversation(id: ConversationId): ConversationRow | undefined
  readMember(id: ConversationId, account: AccountId): MemberRow | undefined
  readMembersIn(id: ConversationId, limit: number): readonly AccountId[]
  readDirect(low: AccountId, high: AccountId): ConversationId | undefined
  readNewestJoin(id: ConversationId): Seq
  insertConversation(row: ConversationRow): void
  insertMember(row: MemberRow): void
  updateConversation(row: ConversationRow): void
  updateMember(row: MemberRow, before: MemberRow): void
  updateCursors(row: MemberRow): void
}

export interface Sent {
  clientId: Uint8Array
  what: Remembered
}

interface MemberSlot {
  row: MemberRow
  of: Slot
  dirty: boolean
}

interface Slot {
  row: ConversationRow
  dirty: boolean
  members: Map<AccountId, MemberSlot>
  /** Who is in it; undefined: not asked, or too many. */
  membersIn: readonly AccountId[] | undefined
  /** Nobody in it joined later than here; undefined: not asked. */
  newestJoin: Seq | undefined
  /** What each sender appended last: a pipelined send names it in `after`. */
  lastSent: Map<AccountId, Sent>
}

/** Heads and members that are read by every append, written back once a commit. */
export class HotRows {
  readonly #deps: HotRowsDeps
  readonly #slots = new RecentCache<ConversationId, Slot>(conversationsCachedMax)
  readonly #directs = new RecentCache<string, ConversationId>(directsCachedMax)
  #dirty: Slot[] = []
  #dirtyMembers: MemberSlot[] = []
  /** What is new in this transaction. */
  #inserted: Slot[] = []
  #insertedMembers: MemberSlot[] = []
  /** Those of more members than are kept. */
  readonly #large = new Set<Slot>()

  constructor(deps: HotRowsDeps) {
    this.#deps = deps
  }

  conversation(id: ConversationId): ConversationRow | undefined {
    return this.#slot(id)?.row
  }

  direct(low: AccountId, high: AccountId): ConversationId | undefined {
    const key = `${low} ${high}`
    const known = this.#directs.get(key)
    if (known !== undefined) return known
    const found = this.#deps.readDirect(low, high)
    if (found !== undefined) this.#directs.set(key, found)
    return found
  }

  member(id: ConversationId, account: AccountId): MemberRow | undefined {
    const slot = this.#slot(id)
    if (slot === undefined) return undefined
    const known = slot.members.get(account)
    if (known !== undefined) return known.row
    const row = this.#deps.readMember(id, account)
    if (row !== undefined) this.#keep(slot, row)
    return row
  }

  /** At most `limit`; callers ask with the same limit, so a full answer is kept as it is. */
  membersIn(id: ConversationId, limit: number): readonly AccountId[] {
    const slot = this.#slot(id)
    if (slot === undefined) return []
    if (slot.membersIn !== undefined && slot.membersIn.length < limit) return slot.membersIn
    const found = this.#deps.readMembersIn(id, limit)
    slot.membersIn = found.length < limit ? found : undefined
    return found
  }

  /** At least the latest beginning of a last interval: of one who has left it may be later. */
  newestJoin(id: ConversationId): Seq {
    const slot = this.#slot(id)
    if (slot === undefined) return 0
    slot.newestJoin ??= this.#deps.readNewestJoin(id)
    return slot.newestJoin
  }

  putConversation(row: ConversationRow): void {
    const slot = this.#slots.get(row.id)
    if (slot === undefined) {
      this.#deps.insertConversation(row)
      const made = newSlot(row)
      this.#slots.set(row.id, made)
      this.#inserted.push(made)
      return
    }
    slot.row = row
    if (slot.dirty) return
    slot.dirty = true
    this.#dirty.push(slot)
  }

  putMember(row: MemberRow): void {
    const slot = this.#slot(row.conversation)
    if (slot === undefined) throw new Error('a member needs its conversation')
    const known = slot.members.get(row.account)
    if (slot.newestJoin !== undefined) slot.newestJoin = Math.max(slot.newestJoin, row.fromSeq)
    if (known === undefined) {
      this.#deps.insertMember(row)
      this.#insertedMembers.push(this.#keep(slot, row))
      slot.membersIn = undefined
      return
    }
    const before = known.row
    const isCursor = sameMembership(before, row)
    known.row = row
    if (!isCursor) {
      // NOTE who comes or goes is written at once: who is in it is asked of the database.
      this.#deps.updateMember(row, before)
      slot.membersIn = undefined
    }
    if (known.dirty) return
    known.dirty = true
    this.#dirtyMembers.push(known)
  }

  noteSent(id: ConversationId, sender: AccountId, sent: Sent): void {
    const slot = this.#slots.get(id)
    if (slot === undefined) return
    if (slot.lastSent.size >= membersCachedMax) slot.lastSent.clear()
    // NOTE copied: the id may be a part of a whole batch's buffer.
    slot.lastSent.set(sender, { clientId: sent.clientId.slice(), what: sent.what })
  }

  lastSent(id: ConversationId, sender: AccountId): Sent | undefined {
    return this.#slots.get(id)?.lastSent.get(sender)
  }

  /** What this transaction notes its number on. Before `flush`. */
  touches(stamp: Stamp): Touches {
    const conversations: ConversationRow[] = []
    for (const slots of [this.#inserted, this.#dirty])
      for (const { row } of slots) if (row.touched === stamp) conversations.push(row)
    const members: TouchedMember[] = []
    for (const slots of [this.#insertedMembers, this.#dirtyMembers]) {
      for (const { row, of } of slots) {
        const { conversation, account, toSeq } = row
        const isDirect = of.row.low > 0
        if (row.touched !== stamp || (isDirect && of.row.touched === stamp)) continue
        members.push({ conversation, account, isInGroup: isDirect ? undefined : toSeq === 0 })
      }
    }
    return { stamp, conversations, members }
  }

  /** Writes what changed. @returns whether anything did. */
  flush(): boolean {
    const wrote = this.#dirty.length > 0 || this.#dirtyMembers.length > 0
    for (const slot of this.#dirty) {
      this.#deps.updateConversation(slot.row)
      slot.dirty = false
    }
    for (const slot of this.#dirtyMembers) {
      this.#deps.updateCursors(slot.row)
      slot.dirty = false
    }
    this.#dirty = []
    this.#dirtyMembers = []
    this.#inserted = []
    this.#insertedMembers = []
    return wrote
  }

  /** After a commit, when nothing waits to be written. */
  trim(): void {
    if (this.#large.size > 0) {
      for (const slot of this.#large) slot.members = new Map()
      this.#large.clear()
    }
    this.#slots.trim()
    this.#directs.trim()
  }

  /** After a rollback: what is cached may never have been stored. */
  clear(): void {
    this.#slots.clear()
    this.#directs.clear()
    this.#dirty = []
    this.#dirtyMembers = []
    this.#inserted = []
    this.#insertedMembers = []
    this.#large.clear()
  }

  #keep(slot: Slot, row: MemberRow): MemberSlot {
    const kept = { row, of: slot, dirty: false }
    slot.members.set(row.account, kept)
    if (slot.members.size > membersCachedMax) this.#large.add(slot)
    return kept
  }

  #slot(id: ConversationId): Slot | undefined {
    const known = this.#slots.get(id)
    if (known !== undefined) return known
    const row = this.#deps.readConversation(id)
    if (row === undefined) return undefined
    const slot = newSlot(row)
    this.#slots.set(id, slot)
    return slot
  }
}

function newSlot(row: ConversationRow): Slot {
  const unasked = { membersIn: undefined, newestJoin: undefined }
  return { row, dirty: false, members: new Map(), ...unasked, lastSent: new Map() }
}

function sameMembership(one: MemberRow, other: MemberRow): boolean {
  return (
    one.toSeq === other.toSeq &&
    one.fromSeq === other.fromSeq &&
    one.role === other.role &&
    one.earlier === other.earlier
  )
}
