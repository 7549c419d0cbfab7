import type { Storage } from '../cache/storage.ts'
import type { WriteBehind } from '../cache/write-behind.ts'
import type { ConversationId } from '../base/model.ts'
import { sortable } from '../base/bytes.ts'
import { remembered } from '../base/remembered.ts'
import { entryBytes, entryFromBytes, newer, type LogEntry } from './log-entry.ts'
import { EntryRange } from './entry-range.ts'
import type { SeqRange } from './deleted.ts'
import { recordBytes, recordFromBytes, type ConversationRecord } from './conversation-record.ts'

/** Rows beyond the limit that may pile up before they are cut off. */
const trimSlack = 50

/** Records and entries of conversations in storage. Only the client that leads writes (`isWriter`). */
export class EntryCache {
  readonly #storage: Storage
  readonly #writes: WriteBehind
  readonly #entriesMax: number
  readonly #isWriter: () => boolean

  constructor(
    deps: { storage: Storage; writes: WriteBehind; isWriter(): boolean },
    entriesMax: number,
  ) {
    this.#storage = deps.storage
    this.#writes = deps.writes
    this.#isWriter = deps.isWriter
    this.#entriesMax = entriesMax
  }

  async records(): Promise<ConversationRecord[]> {
    const records: ConversationRecord[] = []
    for (const [, bytes] of await this.#storage.list('conv/')) {
      const record = recordFromBytes(bytes)
      if (record !== undefined) records.push(record)
    }
    return records
  }

  /** `soon`: with the next write, or after a while. */
  putRecord(record: ConversationRecord, { soon = false } = {}): void {
    if (!this.#isWriter()) return
    const bytes = () => recordBytes(record)
    if (soon) this.#writes.putSoon(recordKey(record.id), bytes)
    else this.#writes.put(recordKey(record.id), bytes)
  }

  /** Runs `then` once everything given so far is durable. */
  afterwards(then: () => void): void {
    this.#writes.afterwards(then)
  }

  /**
   * Keeps new entries at the end of what is stored, and notes in the record what that is now. Where they do not join,
   * what was stored goes.
   */
  append(record: ConversationRecord, entries: readonly LogEntry[], from: number, to: number): void {
    if (!this.#isWriter()) return
    if (from > record.storedTo + 1 || record.storedTo < record.storedFrom) {
      this.#writes.trim(entryFolder(record.id), entryKey(record.id, from))
      record.storedFrom = from
    }
    for (const entry of entries) this.putEntry(record.id, entry)
    record.storedTo = Math.max(record.storedTo, to)
    const keepFrom = record.storedTo - this.#entriesMax + 1
    if (record.storedFrom >= keepFrom - trimSlack) return
    record.storedFrom = keepFrom
    this.#writes.trim(entryFolder(record.id), entryKey(record.id, keepFrom))
  }

  /** Keeps older entries where they join what is stored and there is room. @returns whether they were kept. */
  prepend(
    record: ConversationRecord,
    entries: readonly LogEntry[],
    from: number,
    to: number,
  ): boolean {
    if (!this.#isWriter() || record.id === 0) return false
    if (to < record.storedFrom - 1 || from >= record.storedFrom) return false
    if (record.storedTo - from + 1 > this.#entriesMax) return false
    for (const entry of entries) if (entry.seq < record.storedFrom) this.putEntry(record.id, entry)
    record.storedFrom = from
    return true
  }

  /** A change that leaves something as it was is kept beside what it changes. */
  putEntry(id: ConversationId, entry: LogEntry): void {
    if (!this.#isWriter()) return
    const place = entry.bodyKept || entry.ownKept ? beside : ''
    this.#writes.put(entryKey(id, entry.seq) + place, entryBytes(entry))
  }

  /** What the account deleted for itself does not stay here either. */
  removeEntries({ id, storedFrom, storedTo }: ConversationRecord, gone: readonly SeqRange[]): void {
    if (!this.#isWriter()) return
    for (const { from, to } of gone)
      for (let seq = Math.max(from, storedFrom); seq <= Math.min(to, storedTo); seq += 1) {
        this.#writes.put(entryKey(id, seq), undefined)
        this.#writes.put(entryKey(id, seq) + beside, undefined)
      }
  }

  /** What is stored of a conversation: without holes, as its stored record says. */
  async read(id: ConversationId): Promise<EntryRange | undefined> {
    await this.#writes.flushed()
    // NOTE read again after the rows: another tab may write in between.
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const before = await this.#record(id)
      if (before === undefined || before.storedTo < before.storedFrom) return undefined
      const rows = await this.#storage.list(entryFolder(id))
      const after = await this.#record(id)
      if (after?.storedFrom !== before.storedFrom || after.storedTo !== before.storedTo) continue
      const entries: LogEntry[] = []
      for (const [, bytes] of rows) {
        const entry = entryFromBytes(bytes)
        if (entry === undefined) return undefined
        const last = entries.at(-1)
        if (entry.seq === last?.seq) entries[entries.length - 1] = newer(last, entry)
        else if (entry.bodyKept || entry.ownKept) continue
        else if (entry.seq >= before.storedFrom && entry.seq <= before.storedTo) entries.push(entry)
      }
      return new EntryRange(before.storedFrom, before.storedTo, entries)
    }
    return undefined
  }

  remove(id: ConversationId): void {
    if (!this.#isWriter()) return
    this.#writes.put(recordKey(id), undefined)
    this.#writes.trim(entryFolder(id), entryKey(id, Number.MAX_SAFE_INTEGER))
  }

  async #record(id: ConversationId): Promise<ConversationRecord | undefined> {
    const bytes = await this.#storage.get(recordKey(id))
    return bytes === undefined ? undefined : recordFromBytes(bytes)
  }
}

const recordKey = remembered((id: ConversationId) => `conv/${sortable(id)}`)
const entryFolder = remembered((id: ConversationId) => `entry/${sortable(id)}/`)
/** Sorts behind the entry and before the next one. */
const beside = '~'
const entryKey = (id: ConversationId, seq: number) => entryFolder(id) + sortable(seq)
