import type { parley } from '@parley/protocol'
import type { AccountId, ConversationId, Target } from '../base/model.ts'
import { Cell } from '../base/cell.ts'
import { callPatiently } from '../connection/calls.ts'
import { toIMError } from '../base/im-error.ts'
import {
  ConversationState,
  type ConversationStateDeps,
  type ConversationSummary,
} from './conversation-state.ts'
import { readOwnState, unreadWeight } from './own-state.ts'
import { readView, type ConversationRecord, type ConversationView } from './conversation-record.ts'

export interface RegistryEvents {
  added(state: ConversationState): void
  changed(): void
  /** Profiles that came along. */
  profiles(profiles: readonly unknown[]): void
}

/** The conversations of this device, by id and, direct ones, by the other account. */
export class Registry {
  readonly summaries: Cell<readonly ConversationSummary[]>
  readonly unread: Cell<number>
  readonly #deps: ConversationStateDeps
  readonly #events: RegistryEvents
  readonly #states = new Set<ConversationState>()
  /** The same, as they were listed last: most changes leave them in their order. Undefined: one of them went. */
  #order: ConversationState[] | undefined
  readonly #byId = new Map<ConversationId, ConversationState>()
  readonly #byAccount = new Map<AccountId, ConversationState>()
  readonly #fetching = new Map<ConversationState, Promise<void>>()

  constructor(deps: ConversationStateDeps, events: RegistryEvents) {
    this.#deps = deps
    this.#events = events
    this.summaries = new Cell((before) => this.#list(before))
    this.unread = new Cell(() =>
      this.summaries.getSnapshot().reduce((sum, line) => sum + unreadWeight(line), 0),
    )
  }

  get all(): Iterable<ConversationState> {
    return this.#states
  }

  byId(id: ConversationId): ConversationState | undefined {
    return this.#byId.get(id)
  }

  known(target: Target): ConversationState | undefined {
    return 'account' in target
      ? this.#byAccount.get(target.account)
      : this.#byId.get(target.conversation)
  }

  /** The same state for the same conversation, made when it is not there. */
  at(target: Target): ConversationState {
    const key = 'account' in target ? `a:${target.account}` : `c:${target.conversation}`
    return this.known(target) ?? this.#make(key, target)
  }

  restore(record: ConversationRecord): void {
    const known = this.#byId.get(record.id) ?? this.#byAccount.get(record.peer)
    if (known === undefined) {
      this.#add(new ConversationState(this.#deps, `c:${record.id}`, record, true))
      return
    }
    if (known.feed.isKnown) {
      // NOTE another tab kept the cache so far: go on where it stopped.
      known.record.storedFrom = record.storedFrom
      known.record.storedTo = record.storedTo
      return
    }
    known.feed.record = { ...record }
    known.feed.othersTo = record.to
    known.feed.isKnown = true
    this.#bind(known)
    known.changed()
  }

  takeView(view: ConversationView, isFirst: boolean): ConversationState {
    const byId = this.#byId.get(view.conversation)
    const byAccount = view.peer > 0 ? this.#byAccount.get(view.peer) : undefined
    const state = byId ?? byAccount ?? this.at({ conversation: view.conversation })
    state.takeView(view, isFirst)
    this.#bind(state)
    return state.unitedWith ?? state
  }

  takeOwn(states: parley.v1.IOwnStates['states']): void {
    for (const { conversation, own } of states ?? [])
      this.#byId.get(conversation ?? 0)?.own.take(readOwnState(own))
  }

  /** Asks the server for a conversation that is named but not known. Once at a time; false: it is not there. */
  async fetch(state: ConversationState, signal?: AbortSignal): Promise<boolean> {
    const running = this.#fetching.get(state)
    if (running === undefined) {
      const fetching = this.#fetch(state, signal).finally(() => this.#fetching.delete(state))
      this.#fetching.set(state, fetching)
      await fetching
    } else await running
    return state.feed.isKnown
  }

  /** A sync begins. */
  began(): void {
    for (const { feed } of this.#states) feed.isNamed = false
  }

  /** A full sync named all there was, and pushes and answers since it began what came after: what else is here, and nobody holds, goes. */
  keepNamed(): void {
    for (const state of [...this.#states]) {
      if (state.record.id === 0 || state.feed.isNamed) continue
      this.#deps.context.cache.remove(state.record.id)
      if (state.lane.queue.length > 0 || state.window.isWatched) state.feed.reset()
      else this.#remove(state)
    }
    this.#changed()
  }

  /** Another generation of the store: nothing that is known holds. */
  reset(): void {
    for (const state of this.#states) {
      if (state.record.id > 0) this.#deps.context.cache.remove(state.record.id)
      state.feed.reset()
    }
  }

  close(): void {
    for (const state of this.#states) {
      state.lane.stop()
      state.close()
    }
  }

  clear(): void {
    this.reset()
    this.close()
    this.#states.clear()
    this.#order = undefined
    this.#byId.clear()
    this.#byAccount.clear()
    this.#changed()
  }

  async #fetch(state: ConversationState, signal: AbortSignal | undefined): Promise<void> {
    const view = await this.#ask(state.feed.target, signal)
    if (view === undefined) return
    state.record.id = view.conversation
    this.takeView(view, false)
  }

  /** A conversation that the server named and we never heard of. Nothing when it is not there after all. */
  async meet(conversation: ConversationId): Promise<ConversationState | undefined> {
    const view = await this.#ask({ conversation }, undefined)
    return view === undefined ? undefined : this.takeView(view, false)
  }

  async #ask(
    target: Target,
    signal: AbortSignal | undefined,
  ): Promise<ConversationView | undefined> {
    const { context } = this.#deps
    try {
      const request = { target, entries: 20 }
      const reply = await callPatiently(context, 'getConversation', request, signal)
      this.#events.profiles(reply.profiles)
      return reply.conversation ? readView(reply.conversation) : undefined
    } catch (thrown) {
      if (toIMError(thrown).code !== 'NOT_FOUND') throw thrown
      return undefined
    }
  }

  #make(key: string, target: Target): ConversationState {
    return this.#add(ConversationState.empty(this.#deps, key, target))
  }

  #add(state: ConversationState): ConversationState {
    this.#states.add(state)
    this.#order?.push(state)
    this.#bind(state)
    state.events.on('changed', () => {
      // NOTE an ack may have told the id.
      this.#bind(state)
      this.#changed()
    })
    this.#events.added(state)
    this.#changed()
    return state
  }

  #bind(state: ConversationState): void {
    const { id, peer } = state.record
    const byId = this.#byId.get(id)
    if (byId !== undefined && byId !== state) return this.#unite(byId, state)
    const byAccount = this.#byAccount.get(peer)
    if (byAccount !== undefined && byAccount !== state) return this.#unite(byAccount, state)
    if (id > 0 && byId === undefined) this.#byId.set(id, state)
    if (peer > 0 && byAccount === undefined) this.#byAccount.set(peer, state)
  }

  /** One conversation was asked for by its id and by its account before anybody knew that these are one. */
  #unite(one: ConversationState, other: ConversationState): void {
    const [kept, gone] = one.feed.isKnown ? [one, other] : [other, one]
    this.#forget(gone)
    kept.feed.isNamed ||= gone.feed.isNamed
    gone.uniteWith(kept)
    this.#bind(kept)
    kept.changed()
  }

  #remove(state: ConversationState): void {
    this.#forget(state)
    state.close()
  }

  #forget(state: ConversationState): void {
    this.#states.delete(state)
    this.#order = undefined
    const { id, peer } = state.record
    if (this.#byId.get(id) === state) this.#byId.delete(id)
    if (this.#byAccount.get(peer) === state) this.#byAccount.delete(peer)
  }

  #changed(): void {
    this.summaries.changed()
    this.unread.changed()
    this.#events.changed()
  }

  #list(before: readonly ConversationSummary[] | undefined): readonly ConversationSummary[] {
    const order = (this.#order ??= [...this.#states])
    if (!isInOrder(order)) order.sort((a, b) => byPlace(summaryOf(a), summaryOf(b)))
    const summaries: ConversationSummary[] = []
    for (const state of order) {
      const summary = summaryOf(state)
      const isThere = summary.id > 0 ? state.feed.isKnown : false
      // NOTE what waits to be sent brings it back, as it will once it is stored.
      if (summary.hidden && state.lane.queue.length === 0) continue
      if (isThere || summary.last !== undefined) summaries.push(summary)
    }
    return before !== undefined && isSameList(before, summaries) ? before : summaries
  }
}

const summaryOf = (state: ConversationState): ConversationSummary => state.summary.getSnapshot()

function isInOrder(states: readonly ConversationState[]): boolean {
  let former: ConversationSummary | undefined
  for (const state of states) {
    const summary = summaryOf(state)
    if (former !== undefined && byPlace(former, summary) > 0) return false
    former = summary
  }
  return true
}

function byPlace(a: ConversationSummary, b: ConversationSummary): number {
  return b.pinned - a.pinned || b.timeMs - a.timeMs || (a.key < b.key ? -1 : 1)
}

const isSameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index])
