import { isUuidV7, uuidV7Millis } from '@parley/protocol'
import type { StoredEntry } from '../model.ts'
import { contentHash } from '../rules/content-hash.ts'
import { isCountable } from '../rules/countable.ts'
import { directKind } from '../rules/direct-conversation.ts'
import { headFor } from '../rules/intervals.ts'
import type { ConversationRow, MemberRow } from '../rules/tables.ts'
import type { Driver, Statement } from './driver.ts'
import { decodeRecord } from './entry-record.ts'
import type { Problems } from './problems.ts'
import { toConversationRow, toMemberRow } from './rows.ts'

const rowsAtOnce = 500

/** Every log from its first entry to its head, and what members and ids say of it. */
export function verifyConversations(driver: Driver, problems: Problems): void {
  const statement = driver.prepare('SELECT * FROM conversation WHERE id > ? ORDER BY id LIMIT ?')
  const check = new LogCheck(driver, problems)
  let last = 0
  for (;;) {
    const rows = statement.all(last, rowsAtOnce).map(toConversationRow)
    for (const row of rows) check.run(row)
    last = rows.at(-1)?.id ?? last
    if (rows.length < rowsAtOnce) return
  }
}

/** A member, and what the log says of its cursor. */
interface Expected {
  row: MemberRow
  readCount: number
  ownAfter: number
}

class LogCheck {
  readonly #problems: Problems
  readonly #members: Statement
  readonly #records: Statement
  readonly #remembered: Statement
  readonly #idFloorMs: number

  constructor(driver: Driver, problems: Problems) {
    this.#problems = problems
    this.#members = driver.prepare('SELECT * FROM member WHERE conversation = ?')
    this.#records = driver.prepare(
      'SELECT seq, record FROM entry WHERE conversation = ? AND seq > ? ORDER BY seq LIMIT ?',
    )
    this.#remembered = driver.prepare(
      `SELECT seq, content_hash FROM remembered_id
        WHERE client_id = ? AND sender = ? AND conversation = ?`,
    )
    const floor = driver.prepare('SELECT id_floor_ms FROM last_commit').get()
    this.#idFloorMs = Number(floor?.id_floor_ms ?? 0)
  }

  run(conversation: ConversationRow): void {
    const readers = new Readers(this.#members.all(conversation.id).map(toMemberRow))
    const members = readers.byAccount
    const sound = this.#readLog(conversation, readers)
    if (conversation.kind === directKind) {
      const sides = [conversation.low, conversation.high].filter((side) => !members.has(side))
      for (const side of sides) this.#say(conversation, `account ${side} is not in it`)
    }
    for (const expected of members.values()) this.#checkMember(conversation, expected, sound)
  }

  /** @returns whether every entry could be read, so that counts can be compared. */
  #readLog(conversation: ConversationRow, readers: Readers): boolean {
    let sound = true
    let at = { seq: conversation.firstSeq - 1, count: 0, timeMs: 0 }
    let from = 0
    for (;;) {
      const rows = this.#records.all(conversation.id, from, rowsAtOnce)
      for (const row of rows) {
        const seq = Number(row.seq)
        if (seq !== at.seq + 1) {
          this.#say(conversation, `entry ${seq} follows entry ${at.seq}`)
          sound = false
        }
        const entry = this.#decode(conversation, seq, row.record)
        if (entry === undefined) {
          sound = false
          at = { ...at, seq }
          continue
        }
        // NOTE what retention removed is counted in the first entry kept.
        const known = at.seq >= conversation.firstSeq || conversation.firstSeq === 1
        if (sound && known) this.#compare(conversation, at, entry)
        this.#checkId(conversation, entry)
        readers.note(entry)
        at = entry
      }
      from = Number(rows.at(-1)?.seq ?? from)
      if (rows.length < rowsAtOnce) break
    }
    const { headSeq, headCount, headTimeMs } = conversation
    if (at.seq !== headSeq)
      this.#say(conversation, `its head is ${headSeq}, its log ends at ${at.seq}`)
    else if (sound && headSeq > 0 && (at.count !== headCount || at.timeMs !== headTimeMs)) {
      this.#say(conversation, 'count or time of its head are not those of its last entry')
    }
    return sound && at.seq === headSeq
  }

  #decode(conversation: ConversationRow, seq: number, record: unknown): StoredEntry | undefined {
    try {
      return decodeRecord(conversation.id, seq, record as Uint8Array)
    } catch (thrown) {
      this.#problems.add(thrown instanceof Error ? thrown.message : String(thrown))
      return undefined
    }
  }

  #compare(
    conversation: ConversationRow,
    before: { count: number; timeMs: number },
    entry: StoredEntry,
  ): void {
    const count = before.count + (isCountable(entry.kind) ? 1 : 0)
    if (entry.count !== count) this.#say(conversation, `the count of entry ${entry.seq} is wrong`)
    if (entry.timeMs < before.timeMs) {
      this.#say(conversation, `entry ${entry.seq} is dated before the one before it`)
    }
  }

  #checkId(conversation: ConversationRow, entry: StoredEntry): void {
    const { clientId, sender, kind, refSeq, body, seq, state } = entry
    if (!isUuidV7(clientId) || uuidV7Millis(clientId) < this.#idFloorMs) return
    const remembered = this.#remembered.get(clientId, sender, conversation.id)
    if (remembered?.seq !== seq) {
      this.#say(conversation, `the id of entry ${seq} is not remembered`)
    } else if (state === 0 && remembered.content_hash !== contentHash(kind, refSeq, body)) {
      this.#say(conversation, `entry ${seq} is not what was sent under its id`)
    }
  }

  #checkMember(conversation: ConversationRow, expected: Expected, sound: boolean): void {
    const { row } = expected
    const head = headFor(conversation, row)
    if (row.read > row.delivered || row.delivered > head) {
      this.#say(conversation, `a cursor of account ${row.account} is beyond what it may be`)
    }
    const counted = row.readCount === expected.readCount && row.ownAfter === expected.ownAfter
    const known = row.read >= conversation.firstSeq || conversation.firstSeq === 1
    if (sound && known && !counted) {
      this.#say(conversation, `the counts of account ${row.account} do not fit its cursor`)
    }
  }

  #say(conversation: ConversationRow, what: string): void {
    this.#problems.add(`conversation ${conversation.id}: ${what}`)
  }
}

/** The members of a log by account, and by the entry on which each has its read cursor. */
class Readers {
  readonly byAccount = new Map<number, Expected>()
  readonly #byRead = new Map<number, Expected[]>()

  constructor(rows: readonly MemberRow[]) {
    for (const row of rows) {
      const expected = { row, readCount: 0, ownAfter: 0 }
      this.byAccount.set(row.account, expected)
      const others = this.#byRead.get(row.read)
      if (others === undefined) this.#byRead.set(row.read, [expected])
      else others.push(expected)
    }
  }

  note(entry: StoredEntry): void {
    const own = this.byAccount.get(entry.sender)
    if (own !== undefined && entry.seq > own.row.read && isCountable(entry.kind)) own.ownAfter += 1
    for (const expected of this.#byRead.get(entry.seq) ?? []) expected.readCount = entry.count
  }
}
