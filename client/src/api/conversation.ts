import { textBytesMax } from '@parley/protocol'
import * as wire from '@parley/protocol/wire'
import type { parley, RequestInit } from '@parley/protocol'
import type { Conversation, ConversationEvents, ConversationSettings } from './types.ts'
import type { HistoryInput, Page } from './types.ts'
import type { SendInput, TextInput } from './types.ts'
import type { ConversationSummary, WindowSnapshot } from '../sync/conversation-state.ts'
import type { SentMessage } from '../sync/sent-message.ts'
import type { Message } from '../sync/message.ts'
import type { Engine } from '../sync/engine.ts'
import type { ConversationState } from '../sync/conversation-state.ts'
import { bodyOf, checkedId } from './send-body.ts'
import { setDraft } from '../sync/drafts.ts'
import { utf8 } from '../base/bytes.ts'
import { Switch } from '../base/switch.ts'
import { isAct } from '../sync/kinds.ts'
import { IMError } from '../base/im-error.ts'
import { callPatiently, sendNote } from '../connection/calls.ts'
import { follow } from '../sync/follow.ts'
import { pullPage } from '../sync/window-view.ts'

const kinds = wire.EntryKind
const pageDefault = 30
/** A typing note is repeated at most this often while somebody types. */
const typingEveryMs = 3_000

/** The face of one conversation. What is not in the interface is for the features beside the core. */
export class ConversationFace implements Conversation {
  readonly engine: Engine
  readonly summary: Switch<ConversationSummary>
  readonly window: Switch<WindowSnapshot>
  #state: ConversationState
  readonly #listeners = new Set<{ listen: () => () => void; remove: () => void }>()
  #typedAtMs = -Infinity

  constructor(engine: Engine, state: ConversationState) {
    this.engine = engine
    this.#state = state
    this.summary = new Switch(state.summary)
    this.window = new Switch(state.window)
    state.events.on('united', (other) => this.#become(other))
  }

  /** Another one after `united`. */
  get state(): ConversationState {
    return this.#state
  }

  get key(): string {
    return this.#state.key
  }

  get id(): number {
    return this.#state.record.id
  }

  send(input: SendInput): SentMessage {
    const { clientId, replyTo = 0, urgent, ...said } = input
    const { kind, body } = bodyOf(said)
    this.typing(false)
    // NOTE what was begun is said now; on another device, too.
    if (said.content === undefined && this.#state.summary.getSnapshot().draft !== '')
      this.setDraft('')
    return this.say(kind, replyTo, body, { clientId, urgent })
  }

  edit(message: Pick<Message, 'seq' | 'content'>, said: TextInput): SentMessage {
    const before = { mentions: [], mentionAll: false }
    return this.say(kinds.ENTRY_KIND_EDIT, message.seq, { ...message.content, ...before, ...said })
  }

  recall(seq: number): SentMessage {
    return this.say(kinds.ENTRY_KIND_RECALL, seq, {})
  }

  react(seq: number, emoji: string, input: { removed?: boolean } = {}): SentMessage {
    const { removed = false } = input
    return this.say(kinds.ENTRY_KIND_REACTION, seq, { reaction: { emoji, removed } })
  }

  pin(seq: number): SentMessage {
    return this.say(kinds.ENTRY_KIND_PIN, seq, { pinned: true })
  }

  unpin(seq: number): SentMessage {
    return this.say(kinds.ENTRY_KIND_PIN, seq, { pinned: false })
  }

  /** Of any kind, by the outbox. @throws IMError as send() does, NOT_FOUND */
  say(
    kind: number,
    refSeq: number,
    body: parley.v1.IEntryBody,
    options: { clientId?: string | undefined; urgent?: boolean | undefined } = {},
  ): SentMessage {
    const { clientId = '', urgent = false } = options
    const text = body.text ?? ''
    this.checkText(text)
    if (isAct(kind) && refSeq < 1) throw new IMError('NOT_FOUND', 'it is not stored yet')
    if (clientId !== '') checkedId(clientId)
    return this.engine.outbox.add({
      target: this.#state.feed.target,
      kind,
      refSeq,
      body: wire.EntryBody.encode(body).finish(),
      text,
      clientId: clientId.toLowerCase(),
      isUrgent: urgent,
    })
  }

  /** @throws IMError TOO_LARGE */
  checkText(text: string): void {
    const bytes = utf8(text).length
    const bytesMax = this.engine.facts.getSnapshot()?.limits.textBytesMax ?? textBytesMax
    if (bytes > bytesMax)
      throw new IMError('TOO_LARGE', `${bytes} bytes of text, at most ${bytesMax}`)
  }

  async open(input: { signal?: AbortSignal } = {}): Promise<void> {
    await this.#find(input.signal)
    await this.#state.view.open(input.signal)
  }

  async older(input: { limit?: number; signal?: AbortSignal } = {}): Promise<number> {
    await this.#find(input.signal)
    if (this.id === 0) return 0
    return this.#state.view.older(input.limit ?? pageDefault, input.signal)
  }

  async newer(input: { limit?: number; signal?: AbortSignal } = {}): Promise<number> {
    await this.#find(input.signal)
    if (this.id === 0) return 0
    return this.#state.view.newer(input.limit ?? pageDefault, input.signal)
  }

  async openAt(seq: number, input: { signal?: AbortSignal } = {}): Promise<void> {
    await this.#find(input.signal)
    if (this.id > 0) await this.#state.view.openAt(seq, input.signal)
  }

  async openLatest(input: { signal?: AbortSignal } = {}): Promise<void> {
    await this.#find(input.signal)
    await this.#state.view.openLatest(input.signal)
  }

  markRead(upTo?: number): void {
    const { record } = this.#state
    if (this.#state.reading.wantRead(upTo ?? record.to)) this.#state.changed()
  }

  typing(active = true): void {
    const { clock, session } = this.engine.context
    const nowMs = clock.monotonicMs()
    const isTyping = nowMs - this.#typedAtMs < typingEveryMs
    // NOTE a conversation that does not exist yet has nobody to tell.
    if (active === isTyping || this.id === 0) return
    this.#typedAtMs = active ? nowMs : -Infinity
    sendNote(session, 'typing', { target: { conversation: this.id }, stopped: !active })
  }

  setDraft(text: string): void {
    setDraft(this.engine.items, this.#state.record, text)
  }

  async set(input: ConversationSettings): Promise<void> {
    const { headCount, readWanted: readUpTo } = this.#state.record
    const { target } = this.#state.feed
    const known = { target, headCount, readUpTo }
    const { states } = await this.#ask('setConversation', { ...known, ...input })
    this.engine.registry.takeOwn(states)
  }

  async deleteForMe({ seqs = [], upTo = 0 }: Parameters<Conversation['deleteForMe']>[0]) {
    const target = this.#state.feed.target
    const { entry } = await this.#ask('deleteForMe', { target, seqs: [...seqs], upTo })
    if (entry) this.engine.items.take(entry)
  }

  #ask<N extends 'setConversation' | 'deleteForMe'>(name: N, request: RequestInit<N>) {
    return callPatiently(this.engine.context, name, request)
  }

  async history(input: HistoryInput = {}): Promise<Page> {
    const { backward = false, limit = 0, signal } = input
    const fromSeq = input.from ?? (backward ? 0 : 1)
    const request = { target: this.#state.feed.target, fromSeq, limit, backward }
    const { context } = this.engine
    const { page, entries } = await pullPage(context, this.#state.feed, request, signal)
    return {
      messages: entries.map((entry) => this.#state.message(entry)),
      coveredFrom: page.coveredFrom,
      coveredTo: page.coveredTo,
      headSeq: page.headSeq,
      firstSeq: page.firstSeq,
    }
  }

  follow(input: { from?: number; signal?: AbortSignal } = {}): AsyncIterableIterator<Message> {
    // NOTE one that exists and was not synced is looked up; one that does not is waited for.
    void this.#find(input.signal).catch(() => {})
    return follow(this.engine.context, this.#state, input)
  }

  on<N extends keyof ConversationEvents>(
    event: N,
    listener: (event: ConversationEvents[N]) => void,
  ): () => void {
    const heard = listener as (event: unknown) => void
    const listen = (): (() => void) => {
      const { events, summary } = this.#state
      if (event === 'changed') return events.on('changed', () => heard(summary.getSnapshot()))
      return events.on(event as Exclude<keyof ConversationEvents, 'changed'>, heard)
    }
    const entry = { listen, remove: listen() }
    this.#listeners.add(entry)
    return () => {
      entry.remove()
      this.#listeners.delete(entry)
    }
  }

  /** It is the same as another one, which goes on for both. */
  #become(other: ConversationState): void {
    this.#state = other
    this.summary.to(other.summary)
    this.window.to(other.window)
    for (const entry of this.#listeners) {
      entry.remove()
      entry.remove = entry.listen()
    }
    other.events.on('united', (next) => this.#become(next))
  }

  /** A conversation that this device does not know yet may exist all the same. */
  async #find(signal: AbortSignal | undefined): Promise<void> {
    if (!this.#state.feed.isKnown) await this.engine.registry.fetch(this.#state, signal)
  }
}

/** What features of a conversation stand on. @throws TypeError */
export function faceOf(conversation: Conversation): ConversationFace {
  if (conversation instanceof ConversationFace) return conversation
  throw new TypeError('this is no conversation of createIM')
}
