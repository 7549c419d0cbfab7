import type { AccountId, Profile, Target } from '../base/model.ts'
import type { SyncContext } from './context.ts'
import { isAct, isShown } from './kinds.ts'
import type { LogEntry } from './log-entry.ts'
import type { Outbox, OutboxPlace } from './outbox.ts'
import type { Outgoing } from './outgoing.ts'
import type { Stored } from './sent-message.ts'
import { Cell } from '../base/cell.ts'
import { Emitter } from '../base/emitter.ts'
import { emptyRecord } from './conversation-record.ts'
import type { ConversationRecord, ConversationView } from './conversation-record.ts'
import { isAllDeleted, type SeqRange } from './deleted.ts'
import { OwnSide } from './own-side.ts'
import { standingOf } from './own-state.ts'
import { Feed } from './feed.ts'
import { Reading } from './reading.ts'
import { Lane } from './lane.ts'
import type { Message } from './message.ts'
import { StoredMessages } from './stored-messages.ts'
import { isSameWindow, laterOf } from './conversation-summary.ts'
import type { ConversationSummary, WindowSnapshot } from './conversation-summary.ts'
import { Typists } from './typists.ts'
import { WindowView } from './window-view.ts'

export type { ConversationSummary, WindowSnapshot }
export interface ConversationStateEvents {
  /** Of any kind, acts included. */
  entryReceived: Message
  messageReceived: Message
  /** The same for who hears the whole client: it makes no conversation wanted. */
  messageTaken: Message
  typingChanged: { account: AccountId; typing: boolean }
  receiptMoved: { account: AccountId; delivered: number; read: number }
  changed: undefined
  /** The feed went on: whoever follows looks again. */
  advanced: undefined
  /** The feed starts anew: something was skipped. */
  jumped: undefined
  /** What is to be told to the server may have changed (R7, R8). */
  cursorsDue: undefined
  /** Only the server knows what is unread after the read cursor, or what is the newest message that is left. */
  viewUnknown: undefined
  /** It turned out to be the same as this one, which stands for both from now on. */
  united: ConversationState
}

export interface ConversationStateDeps {
  context: SyncContext
  outbox: Outbox
  profile(account: AccountId): Profile | undefined
  draft(record: ConversationRecord): string
  /** What the account deleted for itself there. */
  deleted(record: ConversationRecord): readonly SeqRange[]
  /** Somebody hears every message of every conversation. */
  isHeard(): boolean
  isComplete(): boolean
}

/** A conversation on this device: what came in, what is shown, what is on its way out. */
export class ConversationState implements OutboxPlace {
  readonly key: string
  readonly events = new Emitter<ConversationStateEvents>()
  readonly feed: Feed
  readonly view: WindowView
  readonly lane: Lane
  readonly own: OwnSide
  readonly reading: Reading
  readonly summary: Cell<ConversationSummary>
  readonly window: Cell<WindowSnapshot>
  /** Those who follow it to the last entry. */
  followers = 0
  /** Not undefined: asked for in another way before anybody knew, it is the same as this one. */
  unitedWith: ConversationState | undefined
  readonly #deps: ConversationStateDeps
  readonly #typists: Typists
  readonly #stored = new StoredMessages(() => this.#deps.context.account())

  constructor(
    deps: ConversationStateDeps,
    key: string,
    record: ConversationRecord,
    isKnown: boolean,
  ) {
    this.#deps = deps
    this.key = key
    const { context } = deps
    this.feed = new Feed(context, record, isKnown, {
      fed: (entries, to) => this.#fed(entries, to),
      jumped: (range) => {
        this.view.jumped(range, this.window.isWatched)
        this.#recogniseOwn(range?.entries ?? [])
        this.#clean()
        this.reading.passedOver()
        this.events.emit('jumped', undefined)
      },
      replaced: (entry) => this.view.replaced(entry),
      changed: () => this.changed(),
      cursorMoved: () => this.#cursorMoved(),
    })
    this.view = new WindowView(context, this.feed, () => this.changed())
    this.lane = new Lane(
      context,
      deps.outbox.laneActions(() => this),
    )
    this.#typists = new Typists(context.clock, (account, typing) => {
      this.summary.changed()
      this.events.emit('typingChanged', { account, typing })
      this.events.emit('changed', undefined)
    })
    this.summary = new Cell(() => this.#summarise())
    this.window = new Cell((before) => this.#show(before))
    this.window.onWatched = () => void this.view.open().catch(() => {})
    this.feed.isWanted = () =>
      this.view.isOpen ||
      this.window.isWatched ||
      this.events.heard('messageReceived') ||
      deps.isHeard()
    this.feed.isComplete = () => this.followers > 0 || deps.isComplete()
    this.reading = new Reading({
      ...{ context, feed: this.feed, view: this.view },
      deletedTo: () => deps.deleted(this.record).at(-1)?.to ?? 0,
      viewUnknown: () => this.events.emit('viewUnknown', undefined),
    })
    this.own = new OwnSide({
      ...{ context, feed: this.feed, view: this.view },
      deleted: (of) => deps.deleted(of),
      lastUnknown: () => this.events.emit('viewUnknown', undefined),
      changed: () => this.changed(),
    })
  }

  static empty(deps: ConversationStateDeps, key: string, target: Target): ConversationState {
    const record =
      'account' in target ? emptyRecord(0, target.account) : emptyRecord(target.conversation, 0)
    return new ConversationState(deps, key, record, false)
  }

  get record(): ConversationRecord {
    return this.feed.record
  }

  get sendTarget(): Target {
    return this.feed.target
  }

  changed(): void {
    this.summary.changed()
    this.window.changed()
    this.events.emit('changed', undefined)
    this.events.emit('cursorsDue', undefined)
    this.events.emit('advanced', undefined)
  }

  /** NOTE a window shows no cursors. */
  #cursorMoved(): void {
    this.summary.changed()
    this.events.emit('changed', undefined)
    this.events.emit('cursorsDue', undefined)
  }

  outgoingChanged(): void {
    this.summary.changed()
    this.window.changed()
    this.events.emit('changed', undefined)
  }

  acked(outgoing: Outgoing, { conversation, seq, timeMs }: Stored): void {
    const { clientId, kind } = outgoing.record
    this.#stored.remember(clientId, outgoing.key)
    if (this.record.id === 0) this.record.id = conversation
    // NOTE what an act changed comes with its entry, from the server.
    if (isAct(kind)) return this.feed.takePush(undefined, seq)
    if (!this.feed.isKnown && seq === 1) this.feed.beginEmpty()
    // NOTE what is addressed to an account is the direct conversation with it.
    if (this.record.kind === 0 && this.record.peer > 0) this.record.kind = directKind
    this.feed.takeAck(outgoing.entry(this.#deps.context.account(), { seq, timeMs }))
    this.#clean()
  }

  takeView(view: ConversationView, isFirst: boolean): void {
    this.reading.takeView(view, () => {
      this.feed.takeView(view, isFirst)
      this.own.looked()
    })
  }

  takeCursor(account: AccountId, delivered: number, read: number): void {
    const { read: wasRead, peerDelivered: wasDelivered, peerRead: wasPeerRead } = this.record
    this.feed.takeCursor(account, delivered, read)
    this.reading.startBurns(account, read)
    if (account === this.#deps.context.account()) return this.reading.readElsewhere(wasRead)
    const { peerDelivered, peerRead } = this.record
    if (peerDelivered > wasDelivered || peerRead > wasPeerRead)
      this.events.emit('receiptMoved', { account, delivered: peerDelivered, read: peerRead })
  }

  /** Of a group: cursors of others are told, not kept. */
  takeMemberCursor(account: AccountId, delivered: number, read: number): void {
    this.reading.startBurns(account, read)
    if (account !== this.#deps.context.account())
      this.events.emit('receiptMoved', { account, delivered, read })
  }

  takeTyping(account: AccountId, typing: boolean): void {
    this.#typists.take(account, typing)
  }

  /** The other one goes on for both: what was begun here is gone on with there. */
  uniteWith(other: ConversationState): void {
    const { id, peer, readWanted } = this.record
    const { record, view } = other
    record.id ||= id
    record.peer ||= peer
    record.readWanted = Math.max(record.readWanted, readWanted)
    other.followers += this.followers
    this.#deps.outbox.move(this, other)
    this.close()
    // NOTE what is still on its way here finds nothing to keep.
    this.feed.record = emptyRecord(0, 0)
    this.unitedWith = other
    if (this.view.isOpen || this.view.isAwaited) void view.open().catch(() => {})
    this.events.emit('united', other)
    this.events.emit('advanced', undefined)
  }

  close(): void {
    this.#typists.close()
    this.own.close()
  }

  message(entry: LogEntry): Message {
    return this.#stored.message(entry)
  }

  #fed(entries: readonly LogEntry[], to: number): void {
    this.#recogniseOwn(entries)
    const me = this.#deps.context.account()
    for (const { sender } of entries) if (sender !== me) this.takeTyping(sender, false)
    this.view.fed(entries, to)
    this.#clean()
    for (const entry of entries) {
      const message = this.message(entry)
      this.events.emit('entryReceived', message)
      if (!isShown(entry)) continue
      this.events.emit('messageReceived', message)
      this.events.emit('messageTaken', message)
    }
  }

  /** An entry of ours is the answer to its send, whatever became of the reply. */
  #recogniseOwn(entries: readonly LogEntry[]): void {
    const me = this.#deps.context.account()
    for (const entry of entries) {
      const isOwn = entry.sender === me && this.lane.queue.length > 0
      const outgoing = isOwn ? this.#deps.outbox.echoed(this, this.record.id, entry) : undefined
      if (outgoing !== undefined) this.#stored.remember(entry.clientId, outgoing.key)
    }
  }

  /** Unsent messages whose entry the feed has are shown as that entry from now on. */
  #clean(): void {
    for (const outgoing of this.lane.queue) {
      const { result } = outgoing
      if (result !== undefined && this.feed.isKnown && result.seq <= this.record.to)
        this.#deps.outbox.forget(outgoing)
    }
  }

  #unsent(): readonly Message[] {
    if (this.lane.queue.length === 0) return noMessages
    const messages = this.lane.queue.filter(({ record }) => !isAct(record.kind))
    return messages.map((outgoing) => outgoing.message(this.#deps.context.account()))
  }

  #show(before: WindowSnapshot | undefined): WindowSnapshot {
    const { range, hasOlder, hasNewer, loading, isAttached } = this.view
    const deleted = this.#deps.deleted(this.record)
    const { log, shown } = this.#stored.lists(range?.entries ?? noEntries, deleted)
    const unsent = hasNewer ? [] : this.#unsent()
    const olderTo = (range?.from ?? 1) - 1
    const isThere = range !== undefined || (this.record.id === 0 && this.feed.record.headSeq === 0)
    const now = {
      messages: unsent.length === 0 ? shown : [...shown, ...unsent],
      log,
      hasOlder: hasOlder && !isAllDeleted(deleted, this.record.firstSeq, olderTo),
      hasNewer,
      ready: isThere || isAttached,
      loading,
      headSeq: this.record.headSeq,
    }
    return before !== undefined && isSameWindow(before, now) ? before : now
  }

  #summarise(): ConversationSummary {
    const { record } = this
    const { id, kind, peer, headSeq, firstSeq, unread, delivered, peerDelivered, peerRead, left } =
      record
    const read = Math.max(record.read, record.readWanted)
    const stored = record.last === undefined ? undefined : this.message(record.last)
    const last = laterOf(stored, this.#unsent().at(-1))
    const counted = { headCount: record.headCount, read }
    return {
      key: this.key,
      id,
      kind,
      peer,
      peerProfile: peer === 0 ? undefined : this.#deps.profile(peer),
      headSeq,
      firstSeq,
      last,
      // NOTE acts move no conversation to the top.
      timeMs: last?.timeMs ?? record.headTimeMs,
      unread,
      delivered,
      read,
      peerDelivered,
      peerRead,
      draft: this.#deps.draft(record),
      typing: this.#typists.accounts,
      left,
      group: record.group,
      mentioned: record.mentioned > read ? record.mentioned : 0,
      ...standingOf(record.own, counted, this.#deps.context.session.nowMs()),
    }
  }
}

const noEntries: readonly LogEntry[] = []
const noMessages: readonly Message[] = []
/** ConversationKind on the wire. */
const directKind = 1
