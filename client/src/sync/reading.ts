import type { AccountId } from '../base/model.ts'
import { startBurns } from './burns.ts'
import type { SyncContext } from './context.ts'
import { tellsUnread, type ConversationView } from './conversation-record.ts'
import type { Feed } from './feed.ts'
import { unreadIn } from './unread.ts'
import type { WindowView } from './window-view.ts'

export interface ReadingDeps {
  context: SyncContext
  feed: Feed
  view: WindowView
  /** The newest entry that the account deleted for itself; 0: none. */
  deletedTo(): number
  /** Only the server knows what is unread after the read cursor. */
  viewUnknown(): void
}

/** How far one conversation was read, by whom, and what that leaves unread (R8). */
export class Reading {
  readonly #deps: ReadingDeps

  constructor(deps: ReadingDeps) {
    this.#deps = deps
  }

  /** Read up to here: kept until the server has it. @returns whether that is news. */
  wantRead(upTo: number): boolean {
    const { feed, context } = this.#deps
    const { record } = feed
    const seq = Math.min(upTo, Math.max(record.headSeq, record.to))
    if (seq <= Math.max(record.read, record.readWanted)) return false
    record.readWanted = seq
    this.#recount()
    this.startBurns(context.account(), seq)
    return true
  }

  /** @param take takes the view over */
  takeView(view: ConversationView, take: () => void): void {
    const { feed } = this.#deps
    const { read: wasRead } = feed.record
    const isCounted = tellsUnread(feed.record, view)
    take()
    // NOTE older than what was pushed meanwhile: it brings a newer cursor, but no newer count.
    if (!isCounted && feed.record.read > wasRead) this.readElsewhere(wasRead)
  }

  /** Another device of the account may have read on. */
  readElsewhere(wasRead: number): void {
    const { record } = this.#deps.feed
    if (record.read > Math.max(wasRead, record.readWanted)) this.#recount()
    // NOTE what was passed over was not counted here, nor what was deleted before it came.
    const isCounted = record.unreadAt >= record.to && this.#deps.deletedTo() <= record.read
    if (!isCounted) record.isUnreadKnown = false
    this.askUnread()
  }

  /** The feed goes on further up: what lies between was not counted here. */
  passedOver(): void {
    const { record } = this.#deps.feed
    if (record.unreadAt >= record.to) return
    record.isUnreadKnown = false
    this.askUnread()
  }

  /** Where it is not known. */
  askUnread(): void {
    const { isUnreadKnown, read, readWanted } = this.#deps.feed.record
    // NOTE a cursor that the server does not have yet comes back once it has.
    if (!isUnreadKnown && read >= readWanted) this.#deps.viewUnknown()
  }

  /** What somebody has read up to here and is to erase itself begins to. */
  startBurns(reader: AccountId, read: number): void {
    const { context, feed, view } = this.#deps
    const { record } = feed
    const place = {
      entries: view.range?.entries ?? [],
      nowMs: context.session.nowMs(),
      take: (entry: Parameters<typeof view.replaced>[0]) => {
        view.replaced(entry)
        if (entry.seq >= record.storedFrom && entry.seq <= record.storedTo)
          context.cache.putEntry(record.id, entry)
      },
    }
    startBurns(place, reader, read)
  }

  /** Unread after the read cursor moved, where what is loaded reaches that far. */
  #recount(): void {
    const { feed } = this.#deps
    const { record } = feed
    const read = Math.max(record.read, record.readWanted)
    const unread = read >= record.headSeq ? 0 : this.#unreadAfter(read)
    record.isUnreadKnown = unread !== undefined
    if (unread !== undefined) {
      record.unread = unread
      record.unreadAt = Math.max(record.unreadAt, record.to)
    }
    feed.save()
  }

  #unreadAfter(read: number): number | undefined {
    const { context, view, deletedTo } = this.#deps
    // NOTE what was deleted here counts, and may not be held any more.
    if (deletedTo() > read) return undefined
    return unreadIn(view.isAttached ? view.range : undefined, read, context.account())
  }
}
