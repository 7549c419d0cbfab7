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
import * as rows from './rows.ts'
import { whole } from './whole.ts'

/** The tables as one connection sees them. */
export class SqliteReadTables implements ReadTables {
  readonly #driver: Driver
  readonly #statements = new Map<string, Statement>()

  constructor(driver: Driver) {
    this.#driver = driver
  }

  snapshot<T>(read: () => T): T {
    this.statement('BEGIN').run()
    try {
      return read()
    } finally {
      // NOTE nothing was written: ending a read by rollback is the same, and cannot fail for a full disk.
      this.statement('ROLLBACK').run()
    }
  }

  stamp(): number {
    return this.get('SELECT stamp FROM last_commit')?.stamp as number
  }

  idFloorMs(): number {
    return this.get('SELECT id_floor_ms FROM last_commit')?.id_floor_ms as number
  }

  account(account: AccountId): AccountRow | undefined {
    const row = this.get('SELECT * FROM account WHERE id = ?', account)
    return row && rows.toAccountRow(row)
  }

  profile(account: AccountId): Profile | undefined {
    // NOTE these columns alone: making values costs more than finding the row.
    const sql = 'SELECT id, kind, handle, display_name, avatar FROM account WHERE id = ?'
    const row = this.get(sql, account)
    return row && rows.toProfile(row)
  }

  accountLog(account: AccountId): Pick<AccountRow, 'logSeq' | 'logFloor'> | undefined {
    const row = this.get('SELECT log_seq, log_floor FROM account WHERE id = ?', account)
    return row && { logSeq: row.log_seq as number, logFloor: row.log_floor as number }
  }

  accountByHandle(handle: string): AccountRow | undefined {
    const row = this.get('SELECT * FROM account WHERE handle = ?', handle)
    return row && rows.toAccountRow(row)
  }

  accountsAfter(handle: string, limit: number): AccountRow[] {
    const sql = `SELECT * FROM account WHERE handle > ? ORDER BY handle LIMIT ${whole}`
    return this.all(sql, handle, limit).map(rows.toAccountRow)
  }

  device(device: DeviceId): DeviceRow | undefined {
    const row = this.get('SELECT * FROM device WHERE id = ?', device)
    return row && rows.toDeviceRow(row)
  }

  livingDevices(account: AccountId): DeviceRow[] {
    const sql = 'SELECT * FROM device WHERE account = ? AND ended_ms = 0'
    return this.all(sql, account).map(rows.toDeviceRow)
  }

  accessToken(hash: Uint8Array): AccessTokenRow | undefined {
    const row = this.get('SELECT device, expires_ms FROM access_token WHERE hash = ?', hash)
    return row && { hash, device: row.device as number, expiresMs: row.expires_ms as number }
  }

  refreshToken(hash: Uint8Array): RefreshTokenRow | undefined {
    const row = this.get('SELECT * FROM refresh_token WHERE hash = ?', hash)
    return row && rows.toRefreshToken(row)
  }

  conversation(conversation: ConversationId): ConversationRow | undefined {
    const row = this.get('SELECT * FROM conversation WHERE id = ?', conversation)
    return row && rows.toConversationRow(row)
  }

  direct(low: AccountId, high: AccountId): ConversationId | undefined {
    const sql = 'SELECT id FROM conversation WHERE low = ? AND high = ? AND low > 0'
    return this.get(sql, low, high)?.id as ConversationId | undefined
  }

  member(conversation: ConversationId, account: AccountId): MemberRow | undefined {
    const sql = 'SELECT * FROM member WHERE account = ? AND conversation = ?'
    const row = this.get(sql, account, conversation)
    return row && rows.toMemberRow(row)
  }

  membership(conversation: ConversationId, account: AccountId): Membership | undefined {
    const row = this.get(membershipSql, account, account, conversation)
    return row && rows.toMembership(conversation, account, row)
  }

  membersIn(conversation: ConversationId, limit: number): readonly AccountId[] {
    const sql = `SELECT account FROM member WHERE conversation = ? AND to_seq = 0 LIMIT ${whole}`
    return this.all(sql, conversation, limit).map((row) => row.account as AccountId)
  }

  joinedAfter(conversation: ConversationId, seq: Seq): readonly AccountId[] {
    const sql = 'SELECT account FROM member WHERE conversation = ? AND to_seq = 0 AND from_seq > ?'
    return this.all(sql, conversation, seq).map((row) => row.account as AccountId)
  }

  /** The latest beginning of a last interval; 0: nobody is in it. */
  protected newestJoin(conversation: ConversationId): Seq {
    const sql = 'SELECT max(from_seq) AS newest FROM member WHERE conversation = ? AND to_seq = 0'
    return (this.get(sql, conversation)?.newest as Seq | null | undefined) ?? 0
  }

  memberPage(conversation: ConversationId, after: AccountId, limit: number): MemberRow[] {
    return this.all(memberPageSql, conversation, after, limit).map(rows.toMemberRow)
  }

  readCounts({ conversation, seq, except }: ReadRange): { read: number; all: number } {
    const row = this.get(readCountsSql, seq, conversation, seq, except)
    return { read: Number(row?.read ?? 0), all: Number(row?.all_of_them ?? 0) }
  }

  readersPage(range: ReadRange & ReadersPage): AccountId[] {
    const { conversation, seq, except, unread, after, limit } = range
    const found = this.all(readersSql, conversation, after, seq, except, seq, unread ? 0 : 1, limit)
    return found.map((row) => row.account as AccountId)
  }

  membersAt(conversation: ConversationId, seq: Seq): AccountId[] {
    return this.all('SELECT * FROM member WHERE conversation = ?', conversation)
      .map(rows.toMemberRow)
      .filter((row) => sees(row, seq))
      .map((row) => row.account)
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
    return row && { seq: row.seq as number, contentHash: row.content_hash as number }
  }

  accountItems(account: AccountId, afterSeq: Seq, toSeq: Seq, limit: number): AccountLogEntry[] {
    return this.all(accountItems, account, afterSeq, toSeq, limit).map(rows.toItem)
  }

  accountItem(account: AccountId, key: string): AccountLogEntry | undefined {
    const row = this.get('SELECT * FROM account_item WHERE account = ? AND key = ?', account, key)
    return row && rows.toItem(row)
  }

  touchedConversations(since: Stamp): ConversationId[] {
    const sql = 'SELECT id FROM conversation WHERE touched > ?'
    return this.all(sql, since).map(({ id }) => id as number)
  }

  touchedMemberships(range: TouchedRange): TouchedMembership[] {
    const { account, since, until, below, limit } = range
    const touched = below?.touched ?? Number.MAX_SAFE_INTEGER
    const conversation = below?.conversation ?? 0
    return this.all(touchedSql, account, since, since, until, touched, conversation, limit).map(
      (row) => ({ conversation: row.conversation as number, touched: row.touched as number }),
    )
  }

  row<C extends Columns>(
    table: DeclaredTable<C>,
    key: readonly ColumnValue[],
  ): RowOf<DeclaredTable<C>> | undefined {
    const row = this.get(selectRow(table as unknown as DeclaredTable), ...key)
    return row as RowOf<DeclaredTable<C>> | undefined
  }

  rows<C extends Columns>(table: DeclaredTable<C>, range: RowRange<C>): RowOf<DeclaredTable<C>>[] {
    const { where, after = [], limit } = range
    const sql = selectRows(table as unknown as DeclaredTable, range as unknown as RowRange<Columns>)
    return this.all(sql, ...where, ...after, limit) as RowOf<DeclaredTable<C>>[]
  }

  /** Prepared once for each text. */
  protected statement(sql: string): Statement {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#driver.prepare(sql)
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
/** All numbers as one text: making values costs more than finding the rows (docs/decisions/0003-storage-layout.md). */
const membershipSql = `SELECT m.earlier AS earlier,
    concat_ws(',', c.kind, c.low, c.high, c.head_seq, c.head_count, c.head_time_ms, c.first_seq, c.touched,
      m.role, m.from_seq, m.to_seq, m.delivered, m.read, m.read_count, m.own_after, m.touched,
      p.delivered, p.read) AS numbers
  FROM conversation AS c CROSS JOIN member AS m ON m.account = ? AND m.conversation = c.id
    LEFT JOIN member AS p
      ON p.account = CASE c.low WHEN ? THEN c.high ELSE c.low END AND p.conversation = c.id
  WHERE c.id = ?`
const memberPageSql = `SELECT * FROM member
  WHERE conversation = ? AND to_seq = 0 AND account > ${whole} ORDER BY account LIMIT ${whole}`
const readCountsSql = `SELECT count(*) AS all_of_them, sum(read >= ?) AS read FROM member
  WHERE conversation = ? AND to_seq = 0 AND from_seq <= ? AND account <> ?`
const readersSql = `SELECT account FROM member
  WHERE conversation = ? AND to_seq = 0 AND account > ${whole} AND from_seq <= ? AND account <> ?
    AND (read >= ?) = ? ORDER BY account LIMIT ${whole}`
const remembered = `SELECT seq, content_hash FROM remembered_id
  WHERE client_id = ? AND sender = ? AND conversation = ?`
const accountItems = `SELECT seq, key, body, time_ms FROM account_item
  WHERE account = ? AND seq > ${whole} AND seq <= ${whole} ORDER BY seq LIMIT ${whole}`
/** No index on either stamp: those would be written by every commit, and this reads one account's rows. */
const touchedSql = `SELECT conversation, touched FROM (
    SELECT m.conversation AS conversation,
      CASE WHEN m.to_seq = 0 THEN max(m.touched, c.touched) ELSE m.touched END AS touched
    FROM member AS m CROSS JOIN conversation AS c ON c.id = m.conversation
    WHERE m.account = ? AND (m.touched > ${whole} OR (m.to_seq = 0 AND c.touched > ${whole}))
  ) WHERE touched <= ${whole} AND (touched, conversation) < (${whole}, ${whole})
  ORDER BY touched DESC, conversation DESC LIMIT ${whole}`
