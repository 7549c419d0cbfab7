import type {
  AccountId,
  AccountLogEntry,
  ConversationId,
  DeviceId,
  Profile,
  Seq,
  Stamp,
  StoredEntry,
} from '../model.ts'
import { isCountable } from '../rules/countable.ts'
import { sees } from '../rules/intervals.ts'
import { sameBytes } from '../rules/same-bytes.ts'
import type {
  AccessTokenRow,
  AccountRow,
  ConversationRow,
  DeviceRow,
  EntryRange,
  MemberRow,
  Membership,
  ReadersPage,
  ReadRange,
  ReadTables,
  RefreshTokenRow,
  Remembered,
  TouchedMembership,
  TouchedRange,
} from '../rules/tables.ts'
import type {
  Columns,
  ColumnValue,
  DeclaredTable,
  RowOf,
  RowRange,
} from '../rules/declared-table.ts'
import { selectRow, selectRows } from './declared-sql.ts'
import type { Driver, SqlValue, Statement } from './driver.ts'
import { decodeRecord, decodeRecords } from './entry-record.ts'
import { memberOfText, membershipOf, membershipSql, membersSql } from './member-text.ts'
import { checkedRow, RowDamaged } from './row-sum.ts'
import * as rows from './rows.ts'
import { rollBackAfterFault } from './roll-back.ts'
import { Tallies } from './tallies.ts'
import { whole } from './whole.ts'

/** The tables as one connection sees them. */
export class SqliteReadTables implements ReadTables {
  protected readonly driver: Driver
  readonly #statements = new Map<string, Statement>()
  protected readonly tallies = new Tallies((sql) => this.statement(sql))

  constructor(driver: Driver) {
    this.driver = driver
  }

  snapshot<T>(read: () => T): T {
    this.statement('BEGIN').run()
    let found: T
    try {
      found = read()
    } catch (thrown) {
      rollBackAfterFault(this.driver)
      throw thrown
    }
    // NOTE nothing was written: ending a read by rollback is the same, and cannot fail for a full disk.
    this.statement('ROLLBACK').run()
    return found
  }

  stamp(): number {
    return this.#lastCommit().stamp as number
  }

  idFloorMs(): number {
    return this.#lastCommit().id_floor_ms as number
  }

  account(account: AccountId): AccountRow | undefined {
    const row = this.get('SELECT * FROM account WHERE id = ?', account)
    return row && accountOf(row)
  }

  /** NOTE the whole row, though a part is asked for: its sum is over all of it. */
  profile(account: AccountId): Profile | undefined {
    const row = this.get('SELECT * FROM account WHERE id = ?', account)
    return row && rows.toProfile(checkedRow('account', row))
  }

  accountLog(account: AccountId): Pick<AccountRow, 'logSeq' | 'logFloor'> | undefined {
    return this.account(account)
  }

  accountByHandle(handle: string): AccountRow | undefined {
    const row = this.get('SELECT * FROM account WHERE handle = ?', handle)
    return row && found('account', accountOf(row), (account) => account.handle === handle)
  }

  accountsAfter(handle: string, limit: number): AccountRow[] {
    const sql = `SELECT * FROM account WHERE handle > ? ORDER BY handle LIMIT ${whole}`
    return this.all(sql, handle, limit).map(accountOf)
  }

  device(device: DeviceId): DeviceRow | undefined {
    const row = this.get('SELECT * FROM device WHERE id = ?', device)
    return row && deviceOf(row)
  }

  livingDevices(account: AccountId): DeviceRow[] {
    const sql = 'SELECT * FROM device WHERE account = ? AND ended_ms = 0'
    return this.all(sql, account).map((row) =>
      found('device', deviceOf(row), (device) => device.account === account),
    )
  }

  accessToken(hash: Uint8Array): AccessTokenRow | undefined {
    const row = this.get('SELECT * FROM access_token WHERE hash = ?', hash)
    if (row === undefined) return undefined
    const { device, expires_ms: expiresMs, ...rest } = checkedRow('access_token', row)
    if (!sameBytes(rest.hash as Uint8Array, hash)) throw new RowDamaged('access_token', elsewhere)
    return { hash, device: device as number, expiresMs: expiresMs as number }
  }

  refreshToken(hash: Uint8Array): RefreshTokenRow | undefined {
    const row = this.get('SELECT * FROM refresh_token WHERE hash = ?', hash)
    return row && this.refreshTokenOf(row)
  }

  protected refreshTokenOf(row: rows.SqlRow): RefreshTokenRow {
    return rows.toRefreshToken(checkedRow('refresh_token', row))
  }

  conversation(conversation: ConversationId): ConversationRow | undefined {
    return this.#storedConversation(conversation)
  }

  direct(low: AccountId, high: AccountId): ConversationId | undefined {
    const sql = 'SELECT id FROM conversation WHERE low = ? AND high = ? AND low > 0'
    const id = this.get(sql, low, high)?.id as ConversationId | undefined
    if (id === undefined) {
      this.tallies.haveNone(low, high)
      return undefined
    }
    // NOTE what an index says is true when its row says so.
    const row = this.#storedConversation(id)
    if (row?.low !== low || row.high !== high) throw new RowDamaged('conversation', elsewhere)
    return id
  }

  member(conversation: ConversationId, account: AccountId): MemberRow | undefined {
    const sql = 'SELECT * FROM member WHERE account = ? AND conversation = ?'
    const row = this.get(sql, account, conversation)
    if (row === undefined) this.tallies.isStranger(conversation, account)
    return row && memberOf(row)
  }

  membership(conversation: ConversationId, account: AccountId): Membership | undefined {
    const row = this.get(membershipSql, account, account, conversation)
    if (row === undefined) this.tallies.isStranger(conversation, account)
    return row && membershipOf(conversation, account, row)
  }

  membersIn(conversation: ConversationId, limit: number): readonly AccountId[] {
    const where = `AND m.to_seq = 0 LIMIT ${whole}`
    const found = this.#members(conversation, where, limit).map(({ account }) => account)
    if (found.length < limit) this.tallies.foundPresent(conversation, found.length)
    return found
  }

  joinedAfter(conversation: ConversationId, seq: Seq): readonly AccountId[] {
    this.tallies.arePresent(conversation)
    const where = 'AND m.to_seq = 0 AND m.from_seq > ?'
    return this.#members(conversation, where, seq).map(({ account }) => account)
  }

  /** The latest beginning of a last interval; 0: nobody is in it. */
  protected newestJoin(conversation: ConversationId): Seq {
    return this.tallies.newestJoin(conversation)
  }

  memberPage(conversation: ConversationId, after: AccountId, limit: number): MemberRow[] {
    this.tallies.werePresent(conversation)
    const where = `AND m.to_seq = 0 AND m.account > ${whole} ORDER BY m.account LIMIT ${whole}`
    return this.#members(conversation, where, after, limit)
  }

  readCounts({ conversation, seq, except }: ReadRange): { read: number; all: number } {
    const members = this.#readersOf({ conversation, seq, except }, 0)
    return { read: members.filter(({ read }) => read >= seq).length, all: members.length }
  }

  readersPage(range: ReadRange & ReadersPage): AccountId[] {
    const { seq, unread, after, limit } = range
    return this.#readersOf(range, after)
      .filter(({ read }) => read >= seq !== unread)
      .slice(0, limit)
      .map(({ account }) => account)
  }

  membersAt(conversation: ConversationId, seq: Seq): AccountId[] {
    const all = this.#members(conversation, '')
    this.tallies.foundAll(conversation, all.length)
    return all.filter((row) => sees(row, seq)).map((row) => row.account)
  }

  #readersOf({ conversation, seq, except }: ReadRange, after: AccountId): MemberRow[] {
    this.tallies.arePresent(conversation)
    const where = `AND m.to_seq = 0 AND m.account > ${whole} AND m.from_seq <= ? AND m.account <> ? ORDER BY m.account`
    return this.#members(conversation, where, after, seq, except)
  }

  #members(conversation: ConversationId, where: string, ...parameters: SqlValue[]): MemberRow[] {
    const found = this.all(`${membersSql} ${where}`, conversation, ...parameters)
    return found.map((row) => memberOfText(conversation, row))
  }

  entry(conversation: ConversationId, seq: Seq): StoredEntry | undefined {
    const sql = 'SELECT record FROM entry WHERE conversation = ? AND seq = ?'
    const row = this.get(sql, conversation, seq)
    return row && decodeRecord(conversation, seq, row.record as Uint8Array)
  }

  entries(range: EntryRange): StoredEntry[] {
    const { conversation, fromSeq, toSeq, limit } = range
    const sql = range.descending ? recordsDescending : recordsAscending
    const records = this.get(sql, conversation, fromSeq, toSeq, limit)?.records
    return records instanceof Uint8Array ? decodeRecords(conversation, records) : []
  }

  ownCountable(conversation: ConversationId, sender: AccountId, afterSeq: Seq, toSeq: Seq): number {
    const step = { conversation, toSeq, limit: entriesCountedAtOnce, descending: false }
    let count = 0
    let fromSeq = afterSeq + 1
    while (fromSeq <= toSeq) {
      const entries = this.entries({ ...step, fromSeq })
      count += entries.filter((own) => own.sender === sender && isCountable(own.kind)).length
      const last = entries.at(-1)
      if (last === undefined) break
      fromSeq = last.seq + 1
    }
    return count
  }

  remembered(
    clientId: Uint8Array,
    sender: AccountId,
    conversation: ConversationId,
  ): Remembered | undefined {
    const row = this.get(remembered, clientId, sender, conversation)
    if (row === undefined) return undefined
    const seq = row.seq as Seq
    // NOTE it has no sum of its own: the entry that it names says whether it is right.
    const named = this.entry(conversation, seq)
    const isRight = named?.sender === sender && sameBytes(named.clientId, clientId)
    if (!isRight) throw new RowDamaged('remembered_id', 'it names another entry')
    return { seq, contentHash: row.content_hash as number }
  }

  accountItems(account: AccountId, afterSeq: Seq, toSeq: Seq, limit: number): AccountLogEntry[] {
    return this.all(accountItems, account, afterSeq, toSeq, limit).map(itemOf)
  }

  accountItem(account: AccountId, key: string): AccountLogEntry | undefined {
    const row = this.get('SELECT * FROM account_item WHERE account = ? AND key = ?', account, key)
    return row && found('account_item', itemOf(row), (item) => item.key === key)
  }

  touchedConversations(since: Stamp): ConversationId[] {
    const sql = 'SELECT id FROM conversation WHERE touched > ?'
    return this.all(sql, since).map(({ id }) => id as number)
  }

  touchedMemberships(range: TouchedRange): TouchedMembership[] {
    const { account, since, until, below, limit } = range
    if (below === undefined) this.tallies.areWhole(account)
    const touched = below?.touched ?? Number.MAX_SAFE_INTEGER
    const conversation = below?.conversation ?? 0
    return this.all(touchedSql, account, since, since, until, touched, conversation, limit).map(
      (row) => {
        const touched = row.touched as number
        // NOTE below every stamp: the member is of a conversation that is not there.
        if (touched < 0) throw new RowDamaged('member', 'its conversation is missing')
        return { conversation: row.conversation as number, touched }
      },
    )
  }

  hasMemberships(account: AccountId, count: number): boolean {
    const sql = `SELECT 1 FROM member WHERE account = ? LIMIT 1 OFFSET ${whole}`
    return this.get(sql, account, count - 1) !== undefined
  }

  groupsIn(account: AccountId): ConversationId[] {
    const sql = `SELECT m.conversation AS id FROM member AS m
      JOIN conversation AS c ON c.id = m.conversation
      WHERE m.account = ? AND m.to_seq = 0 AND c.low = 0`
    return this.all(sql, account).map(({ id }) => id as number)
  }

  row<C extends Columns>(
    table: DeclaredTable<C>,
    key: readonly ColumnValue[],
  ): RowOf<DeclaredTable<C>> | undefined {
    const row = this.get(selectRow(table as unknown as DeclaredTable), ...key)
    return row && (checkedRow(table.name, row) as RowOf<DeclaredTable<C>>)
  }

  rows<C extends Columns>(table: DeclaredTable<C>, range: RowRange<C>): RowOf<DeclaredTable<C>>[] {
    const { by, where, after = [], limit } = range
    const sql = selectRows(table as unknown as DeclaredTable, range as unknown as RowRange<Columns>)
    return this.all(sql, ...where, ...after, limit).map((row) => {
      const checked = checkedRow(table.name, row)
      const isRight = where.every((value, index) => sameValue(checked[by[index] ?? ''], value))
      if (!isRight) throw new RowDamaged(table.name, elsewhere)
      return checked as RowOf<DeclaredTable<C>>
    })
  }

  #lastCommit(): rows.SqlRow {
    const row = this.get('SELECT * FROM last_commit')
    if (row === undefined) throw new RowDamaged('last_commit', 'it is missing')
    return checkedRow('last_commit', row)
  }

  #storedConversation(conversation: ConversationId): ConversationRow | undefined {
    const row = this.get('SELECT * FROM conversation WHERE id = ?', conversation)
    if (row === undefined) this.tallies.isNone(conversation)
    return row && rows.toConversationRow(checkedRow('conversation', row))
  }

  /** Prepared once for each text. */
  protected statement(sql: string): Statement {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.driver.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  protected get(sql: string, ...parameters: SqlValue[]): rows.SqlRow | undefined {
    return this.statement(sql).get(...parameters)
  }

  protected all(sql: string, ...parameters: SqlValue[]): rows.SqlRow[] {
    return this.statement(sql).all(...parameters)
  }
}

const entriesCountedAtOnce = 256
const elsewhere = 'another one lies in its place'

const accountOf = (row: rows.SqlRow) => rows.toAccountRow(checkedRow('account', row))
const deviceOf = (row: rows.SqlRow) => rows.toDeviceRow(checkedRow('device', row))
const memberOf = (row: rows.SqlRow) => rows.toMemberRow(checkedRow('member', row))
const itemOf = (row: rows.SqlRow) => rows.toItem(checkedRow('account_item', row))

/** What was found by an index is what was looked for. */
function found<T>(table: string, row: T, isRight: (row: T) => boolean): T {
  if (!isRight(row)) throw new RowDamaged(table, elsewhere)
  return row
}

function sameValue(one: SqlValue | undefined, other: ColumnValue): boolean {
  if (!(one instanceof Uint8Array) || !(other instanceof Uint8Array)) return one === other
  return sameBytes(one, other)
}

/**
 * A page as one value: the records end to end. Joined as texts, which SQLite does byte by byte, and taken as what they
 * are; five times faster than a row for each entry.
 */
const recordsAscending = `SELECT CAST(group_concat(record, '') AS BLOB) AS records FROM
  (SELECT record FROM entry WHERE conversation = ? AND seq >= ${whole} AND seq <= ${whole}
    ORDER BY seq LIMIT ${whole})`
const recordsDescending = `SELECT CAST(group_concat(record, '') AS BLOB) AS records FROM
  (SELECT record FROM entry WHERE conversation = ? AND seq >= ${whole} AND seq <= ${whole}
    ORDER BY seq DESC LIMIT ${whole})`
const remembered = `SELECT seq, content_hash FROM remembered_id
  WHERE client_id = ? AND sender = ? AND conversation = ?`
const accountItems = `SELECT * FROM account_item
  WHERE account = ? AND seq > ${whole} AND seq <= ${whole} ORDER BY seq LIMIT ${whole}`
/** No index on either stamp: those would be written by every commit, and this reads one account's rows. */
const touchedSql = `SELECT conversation, touched FROM (
    SELECT m.conversation AS conversation,
      CASE WHEN c.id IS NULL THEN -1 WHEN m.to_seq = 0 THEN max(m.touched, c.touched)
        ELSE m.touched END AS touched
    FROM member AS m LEFT JOIN conversation AS c ON c.id = m.conversation
    WHERE m.account = ? AND (m.touched > ${whole} OR (m.to_seq = 0 AND c.touched > ${whole}))
  ) WHERE touched <= ${whole} AND (touched, conversation) < (${whole}, ${whole})
  ORDER BY touched DESC, conversation DESC LIMIT ${whole}`
