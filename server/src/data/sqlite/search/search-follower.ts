import { wire } from '@parley/protocol'
import type { ConversationId, Stamp, StoredEntry } from '../../model.ts'
import { searchableText } from '../../searchable-text.ts'
import type { ConversationRow, ReadTables } from '../../rules/tables.ts'
import type { Driver } from '../driver.ts'
import type { SearchIndex } from './search-index.ts'

/** Entries taken up in one transaction. */
export const entriesPerStep = 400
/** Pieces of the index that are joined in one transaction: pages that each of them changes are written once. */
export const mergesPerTransaction = 16
/**
 * After each step no more than this is joined, three times what it needs on the average: the largest parts take minutes, for
 * which nothing may wait. What is left goes on after the next step.
 */
export const mergeTransactionsMax = 4

/** What the writer says of its commits: up to this one, entries were added in these conversations. */
export interface Added {
  stamp: Stamp
  conversations: Iterable<ConversationId>
}

/**
 * Takes up what the logs gained: from where the index ended when it starts, then as the writer says. It reads by a
 * connection of its own and may be behind; it never misses anything.
 */
export class SearchFollower {
  readonly #index: SearchIndex
  readonly #driver: Driver
  readonly #tables: ReadTables
  readonly #rest: () => void
  readonly #waiting = new Set<ConversationId>()
  /** When nothing waits, everything up to this commit is in the index. */
  #stamp: Stamp = 0
  #hasLooked = false

  /** `tables` read over `driver`; `rest` is called after every little piece of work, and may take its time. */
  constructor(index: SearchIndex, driver: Driver, tables: ReadTables, rest: () => void) {
    this.#index = index
    this.#driver = driver
    this.#tables = tables
    this.#rest = rest
  }

  /** The first time it looks for all that the index lacks; so the writer says something before it is relied upon. */
  note({ stamp, conversations }: Added): void {
    if (!this.#hasLooked) this.#look()
    for (const conversation of conversations) this.#waiting.add(conversation)
    this.#stamp = Math.max(this.#stamp, stamp)
  }

  get isBehind(): boolean {
    return !this.#hasLooked || this.#waiting.size > 0
  }

  /** Takes up a part of what waits. @returns whether something is left. */
  step(): boolean {
    if (this.#waiting.size === 0) return false
    const done: ConversationId[] = []
    this.#index.transaction(() => {
      // NOTE one snapshot for all of them: with each new one, what the connection has cached is of no use any more.
      this.#tables.snapshot(() => {
        let room = entriesPerStep
        for (const conversation of this.#waiting) {
          const { taken, isDone } = this.#takeUp(conversation, room)
          room -= Math.max(1, taken)
          if (isDone) done.push(conversation)
          if (room <= 0) break
        }
      })
      if (done.length === this.#waiting.size) this.#index.setStamp(this.#stamp)
    })
    for (const conversation of done) this.#waiting.delete(conversation)
    this.#merge()
    return this.#waiting.size > 0
  }

  #merge(): void {
    let isMore = true
    for (let turn = 0; isMore && turn < mergeTransactionsMax; turn += 1) {
      this.#index.transaction(() => {
        for (let count = 0; isMore && count < mergesPerTransaction; count += 1) {
          isMore = this.#index.mergeSome()
          this.#rest()
        }
      })
    }
  }

  #look(): void {
    this.#hasLooked = true
    this.#tables.snapshot(() => {
      this.#stamp = this.#tables.stamp()
      const sql = 'SELECT id FROM conversation WHERE touched > ?'
      const rows = this.#driver.prepare(sql).all(this.#index.stamp())
      for (const { id } of rows) this.#waiting.add(id as number)
    })
  }

  #takeUp(id: ConversationId, limit: number): { taken: number; isDone: boolean } {
    const conversation = this.#tables.conversation(id)
    if (conversation === undefined) return { taken: 0, isDone: true }
    const before = this.#index.indexedUpTo(id)
    const fromSeq = Math.max(before + 1, conversation.firstSeq)
    const toSeq = conversation.headSeq
    const entries = this.#tables.entries({
      ...{ conversation: id, fromSeq, toSeq, limit, descending: false },
    })
    for (const entry of entries) {
      this.#takeUpEntry(conversation, entry)
      this.#rest()
    }
    const last = entries.at(-1)?.seq ?? before
    if (last > before) this.#index.setIndexedUpTo(id, last)
    return { taken: entries.length, isDone: entries.length < limit || last >= toSeq }
  }

  #takeUpEntry(conversation: ConversationRow, entry: StoredEntry): void {
    const { id, low, high } = conversation
    if (entry.refSeq > 0 && entry.kind >= firstActKind) {
      this.#followAct(id, entry)
      return
    }
    const text = isGone(entry) ? undefined : searchableText(entry.kind, entry.body)
    if (text === undefined) return
    const { seq, sender, kind, timeMs } = entry
    const accounts = low === 0 ? [] : [...new Set([low, high])]
    this.#index.add({ conversation: id, seq, sender, kind, timeMs, accounts, text })
  }

  /** A later act: what it did to the entry it is about. */
  #followAct(conversation: ConversationId, act: StoredEntry): void {
    const target = this.#tables.entry(conversation, act.refSeq)
    if (target === undefined || isGone(target)) this.#index.remove(conversation, act.refSeq)
    else if (act.kind === edit) {
      const text = searchableText(target.kind, act.body)
      if (text !== undefined) this.#index.replaceText(conversation, act.refSeq, text)
    }
  }
}

const firstActKind = 20
const edit: number = wire.EntryKind.ENTRY_KIND_EDIT
const { ENTRY_STATE_RECALLED, ENTRY_STATE_ERASED } = wire.EntryState

const isGone = ({ state }: StoredEntry): boolean =>
  state === ENTRY_STATE_RECALLED || state === ENTRY_STATE_ERASED
