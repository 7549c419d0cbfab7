import type {
  AccountId,
  AccountLogEntry,
  ConversationId,
  DeviceId,
  Seq,
  StoredEntry,
} from '../model.ts'
import { accountSettingsTable } from '../rules/account-settings-table.ts'
import { contactTable } from '../rules/contact-tables.ts'
import { sameBytes } from '../rules/same-bytes.ts'
import type {
  AccessTokenRow,
  AccountRow,
  ConversationRow,
  DeviceRow,
  MemberRow,
  RefreshTokenRow,
  Remembered,
  TransactionTables,
} from '../rules/tables.ts'
import type { Touches } from '../rules/touches.ts'
import type { Columns, ColumnValue, DeclaredTable, RowOf } from '../rules/declared-table.ts'
import { deleteRow, replaceRow } from './declared-sql.ts'
import type { Driver, SqlValue } from './driver.ts'
import { encodeRecord } from './entry-record.ts'
import { HotRows } from './hot-rows.ts'
import { KnownRows } from './known-rows.ts'
import { rollBackAfterFault } from './roll-back.ts'
import { conversationSum, memberSum, rowSum } from './row-sum.ts'
import { fromIntervals } from './rows.ts'
import { SqliteReadTables } from './sqlite-read-tables.ts'
import * as sql from './write-statements.ts'

/** Told after a commit which conversations gained entries, and what it touched. */
export type OnCommit = (gained: ReadonlySet<ConversationId>, touches: Touches) => void

/**
 * The tables of the writer. Heads and members are cached, and written once for each commit that changed them, however
 * many operations did; everything else is written at once.
 */
export class SqliteTables extends SqliteReadTables implements TransactionTables {
  readonly #hot: HotRows
  #stamp: number
  #idFloorMs: number
  /** Every direct send asks these, and hardly anybody has a row in them. */
  readonly #askedOften: ReadonlyMap<string, KnownRows> = new Map(
    [contactTable, accountSettingsTable].map(({ name }) => [name, new KnownRows()]),
  )
  /** Something besides heads and members was written in this transaction. */
  #wrote = false

  /** Conversations that gained entries in this transaction. */
  readonly #gained = new Set<ConversationId>()
  readonly #onCommit: OnCommit

  constructor(driver: Driver, onCommit: OnCommit = () => {}) {
    super(driver)
    this.#onCommit = onCommit
    this.#stamp = super.stamp()
    this.#idFloorMs = super.idFloorMs()
    this.#hot = new HotRows({
      readConversation: (id) => super.conversation(id),
      readMember: (id, account) => super.member(id, account),
      readMembersIn: (id, limit) => super.membersIn(id, limit),
      readDirect: (low, high) => super.direct(low, high),
      readNewestJoin: (id) => super.newestJoin(id),
      insertConversation: (row) => this.#insertConversation(row),
      insertMember: (row) => this.#insertMember(row),
      updateConversation: (row) => this.#updateConversation(row),
      updateMember: (row, before) => this.#updateMember(row, before),
      updateCursors: (row) => this.#updateCursors(row),
    })
  }

  begin(): void {
    this.statement('BEGIN IMMEDIATE').run()
    this.#wrote = false
    this.#gained.clear()
    this.#stamp += 1
  }

  commit(): void {
    const touches = this.#hot.touches(this.#stamp)
    const wrote = this.#hot.flush() || this.#wrote
    if (!wrote) {
      this.statement('COMMIT').run()
      this.#stamp -= 1
      return
    }
    const sum = rowSum('last_commit', [1, this.#stamp, this.#idFloorMs])
    this.statement(sql.updateCommit).run(this.#stamp, this.#idFloorMs, sum)
    this.statement('COMMIT').run()
    this.#hot.trim()
    for (const known of this.#askedOften.values()) known.trim()
    this.#onCommit(this.#gained, touches)
  }

  rollback(): void {
    this.#hot.clear()
    for (const known of this.#askedOften.values()) known.clear()
    rollBackAfterFault(this.driver)
    this.#stamp = super.stamp()
    this.#idFloorMs = super.idFloorMs()
  }

  override stamp(): number {
    return this.#stamp
  }

  override idFloorMs(): number {
    return this.#idFloorMs
  }

  setIdFloor(floorMs: number): void {
    this.#wrote = true
    this.#idFloorMs = floorMs
  }

  forgetIds(floorMs: number, limit: number): number {
    const forgotten = this.statement(sql.forgetIds).run(idAt(floorMs), limit)
    if (forgotten > 0) this.#wrote = true
    return forgotten
  }

  removeEndedDevices(beforeMs: number, limit: number): void {
    this.#write(sql.removeEndedDevices, beforeMs, limit)
  }

  putAccount(row: AccountRow): void {
    const values = [
      row.id,
      row.kind,
      row.handle,
      row.displayName,
      row.avatar,
      row.locale,
      row.passwordHash,
      row.createdMs,
      row.requestKey,
      row.firstDevice,
      row.logSeq,
      row.items,
      row.tombstones,
      row.logFloor,
    ]
    this.#writeSummed(sql.putAccount, 'account', values)
  }

  putDevice(row: DeviceRow): void {
    const { id, account, deviceClass, name, createdMs, lastSeenMs, requestKey, endedMs } = row
    const times = [createdMs, lastSeenMs, requestKey, endedMs]
    this.#writeSummed(sql.putDevice, 'device', [id, account, deviceClass, name, ...times])
  }

  putAccessToken(row: AccessTokenRow): void {
    this.#writeSummed(sql.putAccessToken, 'access_token', [row.hash, row.device, row.expiresMs])
  }

  trimAccessTokens(device: DeviceId, keep: number): void {
    this.#write(sql.trimAccessTokens, device, device, keep)
  }

  putRefreshToken(row: RefreshTokenRow): void {
    const values = [row.hash, row.device, row.expiresMs, row.place, row.role]
    this.#writeSummed(sql.putRefreshToken, 'refresh_token', values)
  }

  refreshTokensOf(device: DeviceId): RefreshTokenRow[] {
    const text = 'SELECT * FROM refresh_token WHERE device = ?'
    return this.all(text, device).map((row) => this.refreshTokenOf(row))
  }

  removeRefreshToken(hash: Uint8Array): void {
    this.#write('DELETE FROM refresh_token WHERE hash = ?', hash)
  }

  removeTokens(device: DeviceId): void {
    this.#write('DELETE FROM access_token WHERE device = ?', device)
    this.#write('DELETE FROM refresh_token WHERE device = ?', device)
  }

  override conversation(conversation: ConversationId): ConversationRow | undefined {
    return this.#hot.conversation(conversation)
  }

  override direct(low: AccountId, high: AccountId): ConversationId | undefined {
    return this.#hot.direct(low, high)
  }

  override member(conversation: ConversationId, account: AccountId): MemberRow | undefined {
    return this.#hot.member(conversation, account)
  }

  override membersIn(conversation: ConversationId, limit: number): readonly AccountId[] {
    return this.#hot.membersIn(conversation, limit)
  }

  override joinedAfter(conversation: ConversationId, seq: Seq): readonly AccountId[] {
    // NOTE most acts are about something that everybody has seen: that is known without asking for each member.
    return this.#hot.newestJoin(conversation) > seq ? super.joinedAfter(conversation, seq) : []
  }

  putConversation(row: ConversationRow): void {
    this.#hot.putConversation(row)
  }

  putMember(row: MemberRow): void {
    this.#hot.putMember(row)
  }

  addEntry(conversation: ConversationId, entry: StoredEntry): void {
    this.#wrote = true
    this.#gained.add(conversation)
    const record = encodeRecord(conversation, entry)
    this.statement(sql.addEntry).run(conversation, entry.seq, record)
  }

  putEntry(conversation: ConversationId, entry: StoredEntry): void {
    this.#write(sql.putEntry, encodeRecord(conversation, entry), conversation, entry.seq)
  }

  override row<C extends Columns>(
    table: DeclaredTable<C>,
    key: readonly ColumnValue[],
  ): RowOf<DeclaredTable<C>> | undefined {
    const known = this.#askedOften.get(table.name)
    if (known === undefined) return super.row(table, key)
    return known.row(key, () => super.row(table, key)) as RowOf<DeclaredTable<C>> | undefined
  }

  putRow<C extends Columns>(table: DeclaredTable<C>, row: RowOf<DeclaredTable<C>>): void {
    this.#askedOften.get(table.name)?.forget(table.key.map((column) => row[column]))
    const values = row as Readonly<Record<string, SqlValue>>
    const columns = Object.keys(table.columns)
    this.#writeSummed(
      replaceRow(table as unknown as DeclaredTable),
      table.name,
      columns.map((column) => values[column] ?? null),
    )
  }

  removeRow<C extends Columns>(table: DeclaredTable<C>, key: readonly ColumnValue[]): void {
    this.#askedOften.get(table.name)?.forget(key)
    this.#write(deleteRow(table as unknown as DeclaredTable), ...key)
  }

  remember(
    clientId: Uint8Array,
    sender: AccountId,
    conversation: ConversationId,
    what: Remembered,
  ): boolean {
    const { seq, contentHash } = what
    const added = this.statement(sql.remember).run(clientId, sender, conversation, seq, contentHash)
    if (added === 0) return false
    this.#wrote = true
    this.#hot.noteSent(conversation, sender, { clientId, what })
    return true
  }

  override remembered(
    clientId: Uint8Array,
    sender: AccountId,
    conversation: ConversationId,
  ): Remembered | undefined {
    const last = this.#hot.lastSent(conversation, sender)
    if (last !== undefined && sameBytes(last.clientId, clientId)) return last.what
    return super.remembered(clientId, sender, conversation)
  }

  putAccountItem(account: AccountId, item: AccountLogEntry): void {
    this.#write('DELETE FROM account_item WHERE account = ? AND key = ?', account, item.key)
    const values = [account, item.seq, item.key, item.body, item.timeMs]
    this.#writeSummed(sql.addAccountItem, 'account_item', values)
  }

  removeTombstones(account: AccountId, toSeq: Seq): void {
    this.#write(sql.removeTombstones, account, toSeq)
  }

  tombstoneBehind(account: AccountId, keep: number): Seq {
    return (this.get(sql.tombstoneBehind, account, keep)?.seq as Seq | undefined) ?? 0
  }

  #write(text: string, ...parameters: Parameters<ReturnType<Driver['prepare']>['run']>): void {
    this.#wrote = true
    this.statement(text).run(...parameters)
  }

  /** The last parameter is the sum of the others. */
  #writeSummed(text: string, table: string, values: readonly SqlValue[]): void {
    this.#write(text, ...values, rowSum(table, values))
  }

  #insertConversation(row: ConversationRow): void {
    const { id, kind, low, high, headSeq, headCount, headTimeMs, firstSeq, touched } = row
    const parameters = [id, kind, low, high, headSeq, headCount, headTimeMs, firstSeq, touched]
    this.#write(sql.insertConversation, ...parameters, conversationSum(row))
  }

  #updateConversation(row: ConversationRow): void {
    const { id, headSeq, headCount, headTimeMs, firstSeq, touched } = row
    const statement = this.statement(sql.updateConversation)
    const sum = conversationSum(row)
    statement.run(headSeq, headCount, headTimeMs, firstSeq, touched, sum, id)
  }

  #insertMember(row: MemberRow): void {
    const { account, conversation, role, fromSeq, toSeq, delivered, read } = row
    const earlier = fromIntervals(row.earlier)
    const rest = [delivered, read, row.readCount, row.ownAfter, row.touched]
    const parameters = [account, conversation, role, fromSeq, toSeq, earlier, ...rest]
    this.#write(sql.insertMember, ...parameters, memberSum(row, earlier))
    this.tallies.write(row)
  }

  #updateCursors(row: MemberRow): void {
    const { account, conversation, delivered, read, readCount, ownAfter, touched } = row
    const statement = this.statement(sql.updateCursors)
    const sum = memberSum(row, fromIntervals(row.earlier))
    statement.run(delivered, read, readCount, ownAfter, touched, sum, account, conversation)
  }

  #updateMember(row: MemberRow, before: MemberRow): void {
    const { account, conversation, role, fromSeq, toSeq, delivered, read } = row
    const earlier = fromIntervals(row.earlier)
    this.statement(sql.updateMember).run(
      role,
      fromSeq,
      toSeq,
      earlier,
      delivered,
      read,
      row.readCount,
      row.ownAfter,
      row.touched,
      memberSum(row, earlier),
      account,
      conversation,
    )
    this.tallies.write(row, before)
  }
}

/** The smallest id minted at this time. */
function idAt(millis: number): Uint8Array {
  const id = new Uint8Array(16)
  let rest = millis
  for (let index = 5; index >= 0; index -= 1) {
    id[index] = rest % 256
    rest = Math.floor(rest / 256)
  }
  return id
}
