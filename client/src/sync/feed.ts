import type { ReplyRead } from '@parley/protocol'
import type { AccountId, Target } from '../base/model.ts'
import type { SyncContext } from './context.ts'
import { callPatiently } from '../connection/calls.ts'
import { toIMError } from '../base/im-error.ts'
import { EntryRange } from './entry-range.ts'
import { Changes } from './changes.ts'
import { isCountable } from './kinds.ts'
import { newer, readEntry, type LogEntry } from './log-entry.ts'
import { takeNotice } from './group-facts.ts'
import {
  emptyRecord,
  mergeView,
  moveCursors,
  newestShown,
  readView,
} from './conversation-record.ts'
import type { ConversationRecord, ConversationView } from './conversation-record.ts'
import { countEntry } from './unread.ts'

export interface FeedEvents {
  /** Entries that are new to this device, in seq order, each once; everything up to `to` is told with them. */
  fed(entries: readonly LogEntry[], to: number): void
  /** The feed starts anew with this: what lay before was skipped. Undefined: nothing is known any more. */
  jumped(range: EntryRange | undefined): void
  /** A known entry has a newer version. */
  replaced(entry: LogEntry): void
  /** Anything of the record. */
  changed(): void
  /** Nothing of it but cursors. */
  cursorMoved(): void
}

/** A pushed entry, and what it changed. */
interface Told {
  entry: LogEntry
  changes: readonly LogEntry[]
}

/** Entries that came before their turn and wait for a repair. */
const aheadMax = 200
const repairPageEntries = 100
const latestPageEntries = 50

/**
 * The log of one conversation as it comes in: pushes, sync, pages and own acks in any order and any number of times,
 * out of which one stream without holes is made (R4, R6).
 */
export class Feed {
  record: ConversationRecord
  /** False until head and cursors were told. */
  isKnown: boolean
  /** The server named it since the present sync began. */
  isNamed = false
  /** The newest entry of somebody else; where nobody knows, the newest that may be one. */
  othersTo: number
  /** Somebody looks: holes are filled at once. */
  isWanted: () => boolean = () => false
  /** Somebody needs every entry: no hole is too large. */
  isComplete: () => boolean = () => false
  readonly #context: SyncContext
  readonly #events: FeedEvents
  readonly #ahead = new Map<number, Told>()
  readonly #changes = new Changes()
  #repairing: Promise<void> | undefined
  readonly #untold: { entries: readonly LogEntry[]; to: number }[] = []
  #isTelling = false

  constructor(
    context: SyncContext,
    record: ConversationRecord,
    isKnown: boolean,
    events: FeedEvents,
  ) {
    this.#context = context
    this.record = record
    this.isKnown = isKnown
    this.othersTo = record.to
    this.#events = events
  }

  get target(): Target {
    const { id, peer } = this.record
    return id > 0 ? { conversation: id } : { account: peer }
  }

  get needsRepair(): boolean {
    return this.isKnown && this.record.headSeq > this.record.to
  }

  /** Forgets everything but who it is: the store behind it is another one. */
  reset(): void {
    const { id, peer } = this.record
    this.record = emptyRecord(id, peer)
    this.othersTo = 0
    this.isKnown = false
    this.#ahead.clear()
    this.#changes.forget(0)
    this.#events.jumped(undefined)
    this.#events.changed()
  }

  /** A log that began just now: its first entry is next. */
  beginEmpty(): void {
    this.isKnown = true
    this.#events.jumped(new EntryRange(1, 0, []))
  }

  /** From sync and getConversation. `isFirst`: of a first sync, whose entries are not news. */
  takeView(view: ConversationView, isFirst: boolean): void {
    this.isNamed = true
    const wasKnown = this.isKnown
    this.record = mergeView(this.record, view)
    this.isKnown = true
    const from = view.entries[0]?.seq ?? view.headSeq + 1
    if (!wasKnown) this.#begin(view, from, !isFirst)
    else if (from <= this.record.to + 1) {
      this.#take(view.entries, from, view.headSeq)
      this.#replaceAll(view.changes)
    } else if (this.isWanted() || this.isComplete()) {
      void this.repair()
    } else if (view.headSeq >= this.record.headSeq) this.#jumpTo(view, from)
    this.#save()
  }

  takePush(entry: LogEntry | undefined, headSeq: number, changes: readonly LogEntry[] = []): void {
    this.isNamed = true
    const { record } = this
    record.headSeq = Math.max(record.headSeq, headSeq, entry?.seq ?? 0)
    if (entry !== undefined) this.#offer({ entry, changes })
    if (this.needsRepair && (entry !== undefined || this.isWanted() || this.isComplete()))
      void this.repair()
    this.#save()
  }

  /** An own entry that the server acked. */
  takeAck(entry: Omit<LogEntry, 'count'>): void {
    const { last } = this.record
    const joins = last !== undefined && last.seq === entry.seq - 1 && last.count > 0
    const count = joins ? last.count + (isCountable(entry.kind) ? 1 : 0) : 0
    this.takePush({ ...entry, count }, entry.seq)
  }

  takeCursor(account: AccountId, delivered: number, read: number): void {
    const { record } = this
    const isOwn = account === this.#context.account()
    const hasMoved = moveCursors(record, isOwn ? 'own' : account, { delivered, read })
    // NOTE own ones are told to the device that moved them, too.
    if (!hasMoved) return
    // NOTE a cursor that is lost here comes again with the next sync: no write of its own for each.
    if (this.isKnown) this.#context.cache.putRecord(record, { soon: true })
    this.#events.cursorMoved()
  }

  /** A page that a window pulled: news for the feed where it joins. */
  takePage(entries: readonly LogEntry[], coveredFrom: number, coveredTo: number): void {
    if (this.isKnown && coveredFrom <= this.record.to + 1)
      this.#take(entries, coveredFrom, coveredTo)
    this.#save()
  }

  /** What a page says besides its entries. @returns these as they are now; undefined: the page is too old to know. */
  pageEntries(page: ReplyRead<'pull'>): readonly LogEntry[] | undefined {
    const { record } = this
    record.headSeq = Math.max(record.headSeq, page.headSeq)
    record.firstSeq = Math.max(record.firstSeq, page.firstSeq)
    this.#replaceAll(page.changes.map(readEntry))
    if (page.headSeq < this.#changes.since) return undefined
    return this.current(page.entries.map(readEntry))
  }

  /** Entries that were read a while ago, with what has changed meanwhile. */
  current(entries: readonly LogEntry[]): readonly LogEntry[] {
    return this.#changes.current(entries)
  }

  save(): void {
    this.#save()
  }

  /** Pulls what is missing up to the head. Never rejects; what did not succeed is tried again after the next sync. */
  repair(): Promise<void> {
    this.#repairing ??= this.#repair()
    return this.#repairing
  }

  async #repair(): Promise<void> {
    await Promise.resolve()
    try {
      while (this.needsRepair) {
        const before = this.record.to
        const missing = this.record.headSeq - before
        if (missing > this.#context.limits.gapEntriesMax && !this.isComplete())
          await this.#startAnew()
        else await this.#pullNext()
        this.#drainAhead()
        this.#save()
        if (this.record.to === before) return
      }
    } catch (thrown) {
      const { code } = toIMError(thrown)
      if (code === 'TRIMMED' || code === 'NOT_FOUND') await this.#lookAgain()
    } finally {
      this.#repairing = undefined
    }
  }

  async #pullNext(): Promise<void> {
    const fromSeq = this.record.to + 1
    const page = await this.#pull({ fromSeq, limit: repairPageEntries, backward: false })
    if (page === undefined) return
    if (page.coveredTo === 0) this.record.to = this.record.headSeq
    // NOTE what lies before the covered range is nothing to us.
    else this.#take(page.entries, Math.min(fromSeq, page.coveredFrom), page.coveredTo)
  }

  async #startAnew(): Promise<void> {
    const page = await this.#pull({ fromSeq: 0, limit: latestPageEntries, backward: true })
    if (page === undefined || page.coveredTo <= this.record.to) return
    this.#jump(page.entries, page.coveredFrom, page.coveredTo)
    // NOTE what became of the group, and whether one is in it, was said by notices that were skipped; a page of acts says not what was said last.
    const { group, last } = this.record
    if (group !== undefined || last === undefined) await this.#lookAgain()
  }

  async #pull(input: {
    fromSeq: number
    limit: number
    backward: boolean
  }): Promise<
    { entries: readonly LogEntry[]; coveredFrom: number; coveredTo: number } | undefined
  > {
    const request = { target: this.target, ...input }
    const page = await callPatiently(this.#context, 'pull', request)
    const { coveredFrom, coveredTo } = page
    const entries = this.pageEntries(page)
    return entries === undefined ? undefined : { entries, coveredFrom, coveredTo }
  }

  /** The log begins later than we thought: hear where, and start there. */
  async #lookAgain(): Promise<void> {
    try {
      const request = { target: this.target, entries: 20 }
      const reply = await callPatiently(this.#context, 'getConversation', request)
      if (reply.conversation === null || reply.conversation === undefined) return
      const view = readView(reply.conversation)
      this.record = mergeView(this.record, view)
      const from = view.entries[0]?.seq ?? view.headSeq + 1
      if (from > this.record.to + 1) this.#jumpTo(view, from)
      else this.#take(view.entries, from, view.headSeq)
      this.#replaceAll(view.changes)
      this.#save()
    } catch {
      // NOTE the next sync says what became of it.
    }
  }

  #begin(view: ConversationView, from: number, isNews: boolean): void {
    const { record } = this
    record.to = view.headSeq
    this.#skipped(view.entries, from)
    this.#context.cache.append(record, view.entries, from, view.headSeq)
    this.#events.jumped(new EntryRange(from, view.headSeq, view.entries))
    if (isNews && view.entries.length > 0) this.#tell(view.entries, view.headSeq)
    this.#drainAhead()
  }

  #jumpTo({ entries, changes, headSeq }: ConversationView, from: number): void {
    this.#jump(entries, from, headSeq, changes)
  }

  #jump(
    entries: readonly LogEntry[],
    from: number,
    to: number,
    changes: readonly LogEntry[] = [],
  ): void {
    const { record } = this
    record.to = to
    this.#skipped(entries, from)
    // NOTE what was the last may have been recalled among what was skipped.
    record.last = newestShown(entries, changes)
    this.#changes.forget(to)
    this.#context.cache.append(record, entries, from, to)
    this.#events.jumped(new EntryRange(from, to, entries))
    this.#drainAhead()
  }

  /** Entries that join or lie before `to`. */
  #take(entries: readonly LogEntry[], coveredFrom: number, coveredTo: number): void {
    const { record } = this
    const isNews = (entry: LogEntry) => entry.seq > record.to
    for (const entry of entries) if (!isNews(entry)) this.#replace(entry)
    if (coveredTo <= record.to) return
    const news = entries.filter(isNews)
    const from = Math.max(coveredFrom, record.to + 1)
    record.to = coveredTo
    record.headSeq = Math.max(record.headSeq, coveredTo)
    for (const entry of news) {
      if (this.#isOthers(entry)) this.othersTo = entry.seq
      countEntry(record, entry, this.#context.account())
      // NOTE nobody told us of what became of the group while we were out of it.
      if (takeNotice(record, entry, this.#context.account())) void this.#lookAgain()
    }
    this.#context.cache.append(record, news, from, coveredTo)
    if (news.length > 0) this.#tell(news, coveredTo)
  }

  /** In order, also when what is told makes the feed go on. */
  #tell(entries: readonly LogEntry[], to: number): void {
    this.#untold.push({ entries, to })
    if (this.#isTelling) return
    this.#isTelling = true
    for (let next = this.#untold.shift(); next !== undefined; next = this.#untold.shift())
      this.#events.fed(next.entries, next.to)
    this.#isTelling = false
  }

  #isOthers({ sender }: LogEntry): boolean {
    return sender !== this.#context.account()
  }

  /** What lies before `from` was never seen here. */
  #skipped(entries: readonly LogEntry[], from: number): void {
    const newest = entries.findLast((entry) => this.#isOthers(entry))
    this.othersTo = newest?.seq ?? from - 1
  }

  #replace(entry: LogEntry): void {
    const { record } = this
    if (record.last?.seq === entry.seq) record.last = newer(record.last, entry)
    const known = entry.changed === entry.seq ? undefined : this.#changes.note(entry)
    if (known === undefined) return
    if (entry.seq >= record.storedFrom && entry.seq <= record.storedTo)
      this.#context.cache.putEntry(record.id, known)
    this.#events.replaced(known)
  }

  #replaceAll(changes: readonly LogEntry[]): void {
    for (const change of changes) this.#replace(change)
  }

  #offer(told: Told): void {
    const { entry } = told
    if (!this.isKnown || entry.seq > this.record.to + 1) this.#keepAhead(told)
    else {
      this.#takeTold(told)
      this.#drainAhead()
    }
  }

  #takeTold({ entry, changes }: Told): void {
    this.#take([entry], entry.seq, entry.seq)
    this.#replaceAll(changes)
  }

  #keepAhead(told: Told): void {
    if (this.#ahead.size < aheadMax) this.#ahead.set(told.entry.seq, told)
  }

  #drainAhead(): void {
    for (const seq of this.#ahead.keys()) if (seq <= this.record.to) this.#ahead.delete(seq)
    for (;;) {
      const next = this.#ahead.get(this.record.to + 1)
      if (next === undefined) return
      this.#ahead.delete(next.entry.seq)
      this.#takeTold(next)
    }
  }

  #save(): void {
    if (this.isKnown) this.#context.cache.putRecord(this.record)
    this.#events.changed()
  }
}
