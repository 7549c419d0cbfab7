import type { Timer } from '../base/clock.ts'
import type { SyncContext } from './context.ts'
import type { ConversationRecord } from './conversation-record.ts'
import { isAllDeleted, isDeleted, type SeqRange } from './deleted.ts'
import type { Feed } from './feed.ts'
import { isShown } from './kinds.ts'
import type { LogEntry } from './log-entry.ts'
import { muteLeftMs, newerOwnState, type OwnState } from './own-state.ts'
import type { WindowView } from './window-view.ts'

export interface OwnSideDeps {
  context: SyncContext
  feed: Feed
  view: Pick<WindowView, 'range' | 'isAttached'>
  /** What the account deleted for itself there. */
  deleted(record: ConversationRecord): readonly SeqRange[]
  /** The newest one was deleted, and only the server knows which one is before it. */
  lastUnknown(): void
  /** A mute is over. */
  changed(): void
}

/** What the account keeps of one conversation for itself, and what it deleted there. */
export class OwnSide {
  readonly #deps: OwnSideDeps
  #muteTimer: Timer | undefined
  /** What was deleted and is not kept here any more. */
  #gone: readonly SeqRange[] = []

  constructor(deps: OwnSideDeps) {
    this.#deps = deps
    this.#watchMute()
  }

  take(own: OwnState): void {
    const { feed } = this.#deps
    feed.record.own = newerOwnState(feed.record.own, own)
    this.#watchMute()
    feed.save()
  }

  /** A view was taken over: its state, and perhaps a newest entry that is deleted meanwhile. */
  looked(): void {
    this.#dropDeletedLast()
    this.#watchMute()
  }

  deletedChanged(): void {
    const { context, feed } = this.#deps
    const deleted = this.#deps.deleted(feed.record)
    const isNews = ({ from, to }: SeqRange) => !isAllDeleted(this.#gone, from, to)
    context.cache.removeEntries(feed.record, deleted.filter(isNews))
    this.#gone = deleted
    this.#dropDeletedLast()
    feed.save()
  }

  close(): void {
    this.#muteTimer?.cancel()
  }

  #dropDeletedLast(): void {
    const { view, feed } = this.#deps
    const { record } = feed
    const deleted = this.#deps.deleted(record)
    if (record.last === undefined || !isDeleted(deleted, record.last.seq)) return
    const isLeft = (entry: LogEntry) => isShown(entry) && !isDeleted(deleted, entry.seq)
    record.last = view.isAttached ? view.range?.entries.findLast(isLeft) : undefined
    const isEmpty = isAllDeleted(deleted, record.firstSeq, record.headSeq)
    if (record.last === undefined && !isEmpty) this.#deps.lastUnknown()
  }

  /** When a mute is over, nothing comes that would say so. */
  #watchMute(): void {
    this.#muteTimer?.cancel()
    this.#muteTimer = undefined
    const { clock, session } = this.#deps.context
    const leftMs = muteLeftMs(this.#deps.feed.record.own, session.nowMs())
    if (leftMs === undefined) return
    this.#muteTimer = clock.after(leftMs, () => {
      this.#watchMute()
      this.#deps.changed()
    })
  }
}
