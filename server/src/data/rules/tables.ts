import type {
  Account,
  AccountId,
  AccountLogEntry,
  ConversationId,
  Device,
  DeviceId,
  Profile,
  Seq,
  Stamp,
  StoredEntry,
} from '../model.ts'
import type { Columns, ColumnValue, DeclaredTable, RowOf, RowRange } from './declared-table.ts'

/**
 * What an engine keeps, row by row. The rules in this folder run on it synchronously, so that every engine obeys the
 * same ones. Rows are values: a changed row is put as a new object, a row that was read is never written to.
 */
export interface ReadTables {
  /** Runs `read` on one snapshot: nothing that commits meanwhile is seen. */
  snapshot<T>(read: () => T): T

  /** The number of the last commit; while a batch is applied, of the commit it will become. */
  stamp(): Stamp
  /** Client ids older than this are no longer remembered (R2). Never falls. */
  idFloorMs(): number

  account(account: AccountId): AccountRow | undefined
  profile(account: AccountId): Profile | undefined
  /** How far its log goes, and from where it is whole. */
  accountLog(account: AccountId): Pick<AccountRow, 'logSeq' | 'logFloor'> | undefined
  accountByHandle(handle: string): AccountRow | undefined
  /** In order of handles. */
  accountsAfter(handle: string, limit: number): AccountRow[]

  device(device: DeviceId): DeviceRow | undefined
  /** Those that have not ended, in any order. */
  livingDevices(account: AccountId): DeviceRow[]
  accessToken(hash: Uint8Array): AccessTokenRow | undefined
  refreshToken(hash: Uint8Array): RefreshTokenRow | undefined

  conversation(conversation: ConversationId): ConversationRow | undefined
  /** The direct conversation of two accounts, `low` at most `high`. */
  direct(low: AccountId, high: AccountId): ConversationId | undefined
  /** In it now or formerly. */
  member(conversation: ConversationId, account: AccountId): MemberRow | undefined
  /** What one account's view of a conversation stands on, read at once; undefined where it never was in it. */
  membership(conversation: ConversationId, account: AccountId): Membership | undefined
  /** Who is in it now, at most `limit` of them. */
  membersIn(conversation: ConversationId, limit: number): readonly AccountId[]
  /** Who is in it now, ascending by account, above `after`. */
  memberPage(conversation: ConversationId, after: AccountId, limit: number): MemberRow[]
  /** Who is in it now and was when entry `seq` came, but for one account: all, and those that have read it. */
  readCounts(range: ReadRange): { read: number; all: number }
  /** Of those the ones that have, or have not, read it; ascending, above `after`. */
  readersPage(range: ReadRange & ReadersPage): AccountId[]
  /** Whoever may see entry `seq`, unordered. */
  membersAt(conversation: ConversationId, seq: Seq): AccountId[]

  /** Those of membersIn whose last interval begins after `seq`. */
  joinedAfter(conversation: ConversationId, seq: Seq): readonly AccountId[]

  /** @throws when the stored checksum does not fit. */
  entry(conversation: ConversationId, seq: Seq): StoredEntry | undefined
  /**
   * From `fromSeq` to `toSeq`, both included, ascending or descending, the first `limit` of them.
   * @throws when a stored checksum does not fit.
   */
  entries(range: EntryRange): StoredEntry[]
  /** How many countable entries of this sender lie after `afterSeq`, up to `toSeq`. */
  ownCountable(conversation: ConversationId, sender: AccountId, afterSeq: Seq, toSeq: Seq): number
  remembered(
    clientId: Uint8Array,
    sender: AccountId,
    conversation: ConversationId,
  ): Remembered | undefined

  /** After `afterSeq`, up to `toSeq`, ascending. */
  accountItems(account: AccountId, afterSeq: Seq, toSeq: Seq, limit: number): AccountLogEntry[]
  accountItem(account: AccountId, key: string): AccountLogEntry | undefined
  /** Conversations touched after this commit, in any order. Reads all of them. */
  touchedConversations(since: Stamp): ConversationId[]
  /** Memberships that changed, newest change first, then by conversation descending. Looks through all of the account. */
  touchedMemberships(range: TouchedRange): TouchedMembership[]
  /** Whether the account is, or was, in so many conversations at least. */
  hasMemberships(account: AccountId, count: number): boolean
  /** Conversations besides direct ones that it is in now, in any order. Looks through all of the account. */
  groupsIn(account: AccountId): ConversationId[]

  /** The row of a declared table with this key. */
  row<C extends Columns>(
    table: DeclaredTable<C>,
    key: readonly ColumnValue[],
  ): RowOf<DeclaredTable<C>> | undefined
  /** Rows of a declared table, in the order of `by`; see RowRange. */
  rows<C extends Columns>(table: DeclaredTable<C>, range: RowRange<C>): RowOf<DeclaredTable<C>>[]
}

export interface Tables extends ReadTables {
  setIdFloor(floorMs: number): void
  /** Forgets at most `limit` ids below the floor, oldest first. @returns how many. */
  forgetIds(floorMs: number, limit: number): number
  /** Removes at most `limit` devices that ended before `beforeMs`. */
  removeEndedDevices(beforeMs: number, limit: number): void

  putAccount(row: AccountRow): void
  putDevice(row: DeviceRow): void
  putAccessToken(row: AccessTokenRow): void
  /** Keeps the `keep` of the device that were put last. */
  trimAccessTokens(device: DeviceId, keep: number): void
  putRefreshToken(row: RefreshTokenRow): void
  /** The current and the previous one of a device, and what else is remembered. */
  refreshTokensOf(device: DeviceId): RefreshTokenRow[]
  removeRefreshToken(hash: Uint8Array): void
  removeTokens(device: DeviceId): void

  /** New, or as it was read in this transaction with something changed. */
  putConversation(row: ConversationRow): void
  /** As putConversation. */
  putMember(row: MemberRow): void
  addEntry(conversation: ConversationId, entry: StoredEntry): void
  /** Replaces one that is there: a later act changed it (R16). Its seq, sender, client id, time and count stay. */
  putEntry(conversation: ConversationId, entry: StoredEntry): void
  /** @returns false when the id is remembered already; then nothing changed. */
  remember(
    clientId: Uint8Array,
    sender: AccountId,
    conversation: ConversationId,
    what: Remembered,
  ): boolean

  /** Replaces the former entry of its key. */
  putAccountItem(account: AccountId, item: AccountLogEntry): void
  /** Removes the tombstones up to `toSeq`. */
  removeTombstones(account: AccountId, toSeq: Seq): void
  /** The seq of the tombstone of which `keep` are newer; 0 when there are not as many. */
  tombstoneBehind(account: AccountId, keep: number): Seq

  /** New, or in the place of the one with its key. */
  putRow<C extends Columns>(table: DeclaredTable<C>, row: RowOf<DeclaredTable<C>>): void
  removeRow<C extends Columns>(table: DeclaredTable<C>, key: readonly ColumnValue[]): void
}

/** Tables whose changes become durable together or not at all. */
export interface TransactionTables extends Tables {
  /** Takes the next stamp. */
  begin(): void
  /** Durable when it returns. @throws what the disk says; then roll back. */
  commit(): void
  rollback(): void
}

export interface AccountRow extends Account {
  /** Of the registration, and the device that it made (R2). */
  requestKey: Uint8Array
  firstDevice: DeviceId
  /** The account log: its head, how many keys live, and up to where tombstones were removed. */
  logSeq: Seq
  items: number
  tombstones: number
  logFloor: Seq
}

export interface DeviceRow extends Device {
  requestKey: Uint8Array
  /** 0: living. */
  endedMs: number
}

export interface AccessTokenRow {
  hash: Uint8Array
  device: DeviceId
  expiresMs: number
}

export interface RefreshTokenRow {
  hash: Uint8Array
  device: DeviceId
  expiresMs: number
  /** Position in the device's line of rotations. */
  place: number
  role: RefreshRole
}
export const refreshRoles = { current: 1, previous: 2, older: 3 } as const
export type RefreshRole = (typeof refreshRoles)[keyof typeof refreshRoles]

export interface ConversationRow {
  id: ConversationId
  kind: number
  /** Of a direct conversation its two accounts, the smaller first; else 0. */
  low: AccountId
  high: AccountId
  headSeq: Seq
  headCount: number
  headTimeMs: number
  /** What lies before was removed by retention. */
  firstSeq: Seq
  touched: Stamp
}

/** Seqs a member may see, both ends included. */
export interface Interval {
  fromSeq: Seq
  toSeq: Seq
}

export interface MemberRow {
  conversation: ConversationId
  account: AccountId
  role: number
  /** The last interval; `toSeq` 0: still in. */
  fromSeq: Seq
  toSeq: Seq
  /** The intervals before it, ascending. */
  earlier: readonly Interval[]
  delivered: Seq
  read: Seq
  /** Countable entries up to the read cursor. */
  readCount: number
  /** Own countable entries after the read cursor. */
  ownAfter: number
  touched: Stamp
}

export interface Membership {
  conversation: ConversationRow
  member: MemberRow
  /** Of a direct conversation the other side's cursors; of one with oneself, one's own. */
  peer: Pick<MemberRow, 'delivered' | 'read'> | undefined
}

export interface Remembered {
  seq: Seq
  /** Of kind, ref and body as first sent. */
  contentHash: number
}

export interface ReadRange {
  conversation: ConversationId
  seq: Seq
  except: AccountId
}

export interface ReadersPage {
  unread: boolean
  after: AccountId
  limit: number
}

export interface EntryRange {
  conversation: ConversationId
  fromSeq: Seq
  toSeq: Seq
  limit: number
  descending: boolean
}

export interface TouchedRange {
  account: AccountId
  /** Changed after this. */
  since: Stamp
  /** Not changed after this. */
  until: Stamp
  /** Those below (touched, conversation); undefined: from the newest. */
  below: { touched: Stamp; conversation: ConversationId } | undefined
  limit: number
}

export interface TouchedMembership {
  conversation: ConversationId
  touched: Stamp
}
