import type {
  AccountId,
  ConversationId,
  DeviceId,
  Profile,
  Seq,
  Stamp,
  StoredEntry,
} from '../model.ts'
import { toProfile } from '../rules/from-rows.ts'
import { isCountable } from '../rules/countable.ts'
import { peerOf } from '../rules/direct-conversation.ts'
import { isNewer } from '../rules/recent-list.ts'
import {
  type AccessTokenRow,
  type AccountRow,
  type ConversationRow,
  type DeviceRow,
  type EntryRange,
  type MemberRow,
  type Membership,
  type RefreshTokenRow,
  type Remembered,
  type TouchedMembership,
  type TouchedRange,
  type TransactionTables,
} from '../rules/tables.ts'
import type { Touches } from '../rules/touches.ts'
import { MemberRows } from './member-rows.ts'
import { TouchNotes } from './touch-notes.ts'
import { keyOf, UndoMap } from './undo-map.ts'

/**
 * Everything in maps. A change notes how to undo it; a commit forgets the notes, a rollback plays them backwards.
 * Rows are values, so what was handed out never changes.
 */
export class MemoryTables extends MemberRows implements TransactionTables {
  #undo: (() => void)[] = []
  #stamp = 0
  #idFloorMs: number
  #wrote = false
  #gained = new Set<ConversationId>()
  /** Told after a commit which conversations gained entries, and after one that wrote something what it touched. */
  onGained: (conversations: ReadonlySet<ConversationId>, stamp: Stamp) => void = () => {}
  onTouched: (touches: Touches) => void = () => {}
  #touched = new TouchNotes(0)
  readonly #accounts = this.#map<AccountId, AccountRow>()
  readonly #handles = this.#map<string, AccountId>()
  readonly #devices = this.#map<DeviceId, DeviceRow>()
  readonly #devicesOf = this.#map<AccountId, readonly DeviceId[]>()
  readonly #accessTokens = this.#map<string, AccessTokenRow>()
  readonly #accessTokensOf = this.#map<DeviceId, readonly string[]>()
  readonly #refreshTokens = this.#map<string, RefreshTokenRow>()
  readonly #refreshTokensOf = this.#map<DeviceId, readonly string[]>()
  readonly #conversations = this.#map<ConversationId, ConversationRow>()
  readonly #directs = this.#map<string, ConversationId>()
  readonly #members = this.#map<ConversationId, Map<AccountId, MemberRow>>()
  readonly #memberships = this.#map<AccountId, Set<ConversationId>>()
  readonly #entries = this.#map<ConversationId, StoredEntry[]>()
  readonly #remembered = this.#map<string, Remembered>()

  constructor(idFloorMs: number) {
    super()
    this.#idFloorMs = idFloorMs
  }

  begin(): void {
    this.#undo = []
    this.#wrote = false
    this.#gained = new Set()
    this.#stamp += 1
    this.#touched = new TouchNotes(this.#stamp)
    const before = this.#idFloorMs
    this.#undo.push(() => {
      this.#idFloorMs = before
      this.#stamp -= 1
    })
  }

  commit(): void {
    if (this.#wrote) this.onTouched(this.#touched.touches((id) => this.conversation(id)))
    else this.#stamp -= 1
    this.#undo = []
    this.onGained(this.#gained, this.#stamp)
  }

  rollback(): void {
    for (const undo of this.#undo.toReversed()) undo()
    this.#undo = []
  }

  snapshot<T>(read: () => T): T {
    return read()
  }

  stamp(): number {
    return this.#stamp
  }

  idFloorMs(): number {
    return this.#idFloorMs
  }

  setIdFloor(floorMs: number): void {
    this.#wrote = true
    this.#idFloorMs = floorMs
  }

  /** Keys begin with the id, and the id with its time: but they lie in the order in which they came. */
  forgetIds(floorMs: number, limit: number): number {
    const floor = Math.floor(floorMs).toString(16).padStart(12, '0')
    const old = [...this.#remembered.keys()].filter((key) => key < floor).toSorted()
    for (const key of old.slice(0, limit)) this.#remembered.delete(key)
    return Math.min(old.length, limit)
  }

  removeEndedDevices(beforeMs: number, limit: number): void {
    const ended = [...this.#devices.values()]
      .filter((row) => row.endedMs > 0 && row.endedMs < beforeMs)
      .toSorted((a, b) => a.endedMs - b.endedMs)
    for (const row of ended.slice(0, limit)) {
      this.#devices.delete(row.id)
      const others = this.#devicesOf.get(row.account) ?? []
      this.#devicesOf.set(
        row.account,
        others.filter((id) => id !== row.id),
      )
    }
  }

  account(account: AccountId): AccountRow | undefined {
    return this.#accounts.get(account)
  }

  profile(account: AccountId): Profile | undefined {
    const row = this.#accounts.get(account)
    return row && toProfile(row)
  }

  accountLog(account: AccountId): AccountRow | undefined {
    return this.#accounts.get(account)
  }

  accountByHandle(handle: string): AccountRow | undefined {
    const account = this.#handles.get(handle)
    return account === undefined ? undefined : this.#accounts.get(account)
  }

  accountsAfter(handle: string, limit: number): AccountRow[] {
    const rows = [...this.#accounts.values()].filter((row) => row.handle > handle)
    return rows.toSorted((a, b) => (a.handle < b.handle ? -1 : 1)).slice(0, limit)
  }

  putAccount(row: AccountRow): void {
    this.#accounts.set(row.id, { ...row, requestKey: row.requestKey.slice() })
    if (this.#handles.get(row.handle) !== row.id) this.#handles.set(row.handle, row.id)
  }

  device(device: DeviceId): DeviceRow | undefined {
    return this.#devices.get(device)
  }

  livingDevices(account: AccountId): DeviceRow[] {
    return (this.#devicesOf.get(account) ?? [])
      .flatMap((id) => this.#devices.get(id) ?? [])
      .filter((row) => row.endedMs === 0)
  }

  putDevice(row: DeviceRow): void {
    if (this.#devices.get(row.id) === undefined) {
      const others = this.#devicesOf.get(row.account) ?? []
      this.#devicesOf.set(row.account, [...others, row.id])
    }
    this.#devices.set(row.id, { ...row, requestKey: row.requestKey.slice() })
  }

  accessToken(hash: Uint8Array): AccessTokenRow | undefined {
    return this.#accessTokens.get(keyOf(hash))
  }

  putAccessToken(row: AccessTokenRow): void {
    const key = keyOf(row.hash)
    this.#accessTokens.set(key, { ...row, hash: row.hash.slice() })
    const others = (this.#accessTokensOf.get(row.device) ?? []).filter((other) => other !== key)
    this.#accessTokensOf.set(row.device, [...others, key])
  }

  trimAccessTokens(device: DeviceId, keep: number): void {
    const keys = this.#accessTokensOf.get(device) ?? []
    if (keys.length <= keep) return
    const kept = keys.length - keep
    for (const key of keys.slice(0, kept)) this.#accessTokens.delete(key)
    this.#accessTokensOf.set(device, keys.slice(kept))
  }

  refreshToken(hash: Uint8Array): RefreshTokenRow | undefined {
    return this.#refreshTokens.get(keyOf(hash))
  }

  putRefreshToken(row: RefreshTokenRow): void {
    const key = keyOf(row.hash)
    if (this.#refreshTokens.get(key) === undefined) {
      const others = this.#refreshTokensOf.get(row.device) ?? []
      this.#refreshTokensOf.set(row.device, [...others, key])
    }
    this.#refreshTokens.set(key, { ...row, hash: row.hash.slice() })
  }

  refreshTokensOf(device: DeviceId): RefreshTokenRow[] {
    const keys = this.#refreshTokensOf.get(device) ?? []
    return keys.flatMap((key) => this.#refreshTokens.get(key) ?? [])
  }

  removeRefreshToken(hash: Uint8Array): void {
    const key = keyOf(hash)
    const row = this.#refreshTokens.get(key)
    if (row === undefined) return
    this.#refreshTokens.delete(key)
    const others = this.#refreshTokensOf.get(row.device) ?? []
    this.#refreshTokensOf.set(
      row.device,
      others.filter((other) => other !== key),
    )
  }

  removeTokens(device: DeviceId): void {
    for (const key of this.#accessTokensOf.get(device) ?? []) this.#accessTokens.delete(key)
    for (const key of this.#refreshTokensOf.get(device) ?? []) this.#refreshTokens.delete(key)
    this.#accessTokensOf.delete(device)
    this.#refreshTokensOf.delete(device)
  }

  conversation(conversation: ConversationId): ConversationRow | undefined {
    return this.#conversations.get(conversation)
  }

  direct(low: AccountId, high: AccountId): ConversationId | undefined {
    return this.#directs.get(`${low} ${high}`)
  }

  putConversation(row: ConversationRow): void {
    const known = this.#conversations.get(row.id)
    this.#conversations.set(row.id, row)
    this.#touched.conversation(row)
    if (known === undefined && row.low > 0) this.#directs.set(`${row.low} ${row.high}`, row.id)
  }

  member(conversation: ConversationId, account: AccountId): MemberRow | undefined {
    return this.#members.get(conversation)?.get(account)
  }

  membersIn(conversation: ConversationId, limit: number): readonly AccountId[] {
    const accounts: AccountId[] = []
    for (const row of this.#members.get(conversation)?.values() ?? []) {
      if (accounts.length >= limit) break
      if (row.toSeq === 0) accounts.push(row.account)
    }
    return accounts
  }

  joinedAfter(conversation: ConversationId, seq: Seq): readonly AccountId[] {
    return [...(this.#members.get(conversation)?.values() ?? [])]
      .filter((row) => row.toSeq === 0 && row.fromSeq > seq)
      .map((row) => row.account)
  }

  protected rowsOf(conversation: ConversationId): MemberRow[] {
    return [...(this.#members.get(conversation)?.values() ?? [])]
  }

  putMember(row: MemberRow): void {
    const members = this.#inner(this.#members, row.conversation, () => new Map())
    const known = members.get(row.account)
    members.set(row.account, row)
    this.#touched.member(row)
    this.note(() => {
      if (known === undefined) members.delete(row.account)
      else members.set(row.account, known)
    })
    if (known !== undefined) return
    const memberships = this.#inner(this.#memberships, row.account, () => new Set())
    memberships.add(row.conversation)
    this.note(() => memberships.delete(row.conversation))
  }

  entry(conversation: ConversationId, seq: Seq): StoredEntry | undefined {
    return this.#entries.get(conversation)?.[seq - 1]
  }

  entries(range: EntryRange): StoredEntry[] {
    const log = this.#entries.get(range.conversation) ?? []
    const { fromSeq, toSeq, limit } = range
    if (!range.descending) return log.slice(fromSeq - 1, Math.min(toSeq, fromSeq - 1 + limit))
    const end = Math.min(toSeq, log.length)
    return log.slice(Math.max(fromSeq - 1, end - limit), end).toReversed()
  }

  addEntry(conversation: ConversationId, entry: StoredEntry): void {
    this.#gained.add(conversation)
    const log = this.#inner(this.#entries, conversation, () => [])
    if (log.length !== entry.seq - 1) throw new Error('the log is not dense')
    log.push({ ...entry, clientId: entry.clientId.slice(), body: entry.body.slice() })
    this.note(() => log.pop())
  }

  putEntry(conversation: ConversationId, entry: StoredEntry): void {
    const log = this.#entries.get(conversation) ?? []
    const former = log[entry.seq - 1]
    if (former === undefined) throw new Error('there is no such entry')
    log[entry.seq - 1] = { ...entry, clientId: entry.clientId.slice(), body: entry.body.slice() }
    this.note(() => {
      log[entry.seq - 1] = former
    })
  }

  ownCountable(conversation: ConversationId, sender: AccountId, afterSeq: Seq, toSeq: Seq): number {
    const log = this.#entries.get(conversation) ?? []
    return log
      .slice(afterSeq, toSeq)
      .filter((entry) => entry.sender === sender && isCountable(entry.kind)).length
  }

  remembered(
    clientId: Uint8Array,
    sender: AccountId,
    conversation: ConversationId,
  ): Remembered | undefined {
    return this.#remembered.get(`${keyOf(clientId)} ${sender} ${conversation}`)
  }

  remember(
    clientId: Uint8Array,
    sender: AccountId,
    conversation: ConversationId,
    what: Remembered,
  ): boolean {
    const key = `${keyOf(clientId)} ${sender} ${conversation}`
    if (this.#remembered.get(key) !== undefined) return false
    this.#remembered.set(key, what)
    return true
  }

  membership(id: ConversationId, account: AccountId): Membership | undefined {
    const conversation = this.conversation(id)
    const member = this.member(id, account)
    if (conversation === undefined || member === undefined) return undefined
    return { conversation, member, peer: this.member(id, peerOf(conversation, account)) }
  }

  touchedConversations(since: Stamp): ConversationId[] {
    return [...this.#conversations.values()]
      .filter(({ touched }) => touched > since)
      .map(({ id }) => id)
  }

  hasMemberships(account: AccountId, count: number): boolean {
    return (this.#memberships.get(account)?.size ?? 0) >= count
  }

  groupsIn(account: AccountId): ConversationId[] {
    return [...(this.#memberships.get(account) ?? [])].filter(
      (id) => this.conversation(id)?.low === 0 && this.member(id, account)?.toSeq === 0,
    )
  }

  touchedMemberships(range: TouchedRange): TouchedMembership[] {
    const { account, since, until, below, limit } = range
    const found: TouchedMembership[] = []
    for (const conversation of this.#memberships.get(account) ?? []) {
      const member = this.member(conversation, account)
      if (member === undefined) continue
      const head = member.toSeq === 0 ? (this.conversation(conversation)?.touched ?? 0) : 0
      const touched = Math.max(member.touched, head)
      if (touched > since && touched <= until) found.push({ conversation, touched })
    }
    return found
      .filter((row) => below === undefined || isNewer(below, row))
      .toSorted((a, b) => (isNewer(a, b) ? -1 : 1))
      .slice(0, limit)
  }

  #map<K, V>(): UndoMap<K, V> {
    return new UndoMap<K, V>((undo) => this.note(undo))
  }

  protected note(undo: () => void): void {
    this.#wrote = true
    this.#undo.push(undo)
  }

  #inner<K, V>(map: UndoMap<K, V>, key: K, create: () => V): V {
    const known = map.get(key)
    if (known !== undefined) return known
    const made = create()
    map.set(key, made)
    return made
  }
}
