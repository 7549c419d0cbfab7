import type { PushOf, ReplyRead } from '@parley/protocol'
import type { AccountItems } from './account-items.ts'
import { readView } from './conversation-record.ts'
import type { ConversationState } from './conversation-state.ts'
import { readEntry } from './log-entry.ts'
import type { Profiles } from './profiles.ts'
import type { Registry } from './registry.ts'

export interface ArrivalsDeps {
  registry: Registry
  items: AccountItems
  profiles: Profiles
  /** Whether any sync has come to its end on this device. */
  hasSynced(): boolean
}

/** Pushes of one conversation that is being asked for. */
const unmetPushesMax = 100

/** Gives pages of a sync and pushed entries to the conversations that they are of, those included that nobody here has heard of yet. */
export class Arrivals {
  readonly #deps: ArrivalsDeps
  /** By the present sync, and by pushes since it began. */
  #named = nothingNamed()
  /** Pushes of conversations that are just being asked for. */
  readonly #unmet = new Map<number, PushOf<'entry'>[]>()

  constructor(deps: ArrivalsDeps) {
    this.#deps = deps
  }

  /** A sync begins. */
  began(): void {
    this.#named = nothingNamed()
  }

  takePage(page: ReplyRead<'sync'>, isFull: boolean): void {
    const { registry, items, profiles, hasSynced } = this.#deps
    const isFirst = isFull && !hasSynced()
    for (const profile of page.profiles) profiles.take(profile)
    for (const entry of page.accountEntries) {
      items.take(entry)
      if (typeof entry.key === 'string') this.#named.items.add(entry.key)
    }
    for (const read of page.conversations) {
      const view = readView(read)
      this.#named.conversations.add(view.conversation)
      registry.takeView(view, isFirst)
    }
  }

  /** A full sync named all there is. */
  fullDone(): void {
    const named = this.#named
    const isNamed = ({ record }: ConversationState) =>
      named.conversations.has(record.id) || named.pushed.has(record.id)
    this.#deps.registry.keepOnly(isNamed)
    this.#deps.items.keepOnly(named.items)
  }

  takeEntry(push: PushOf<'entry'>): void {
    const { registry } = this.#deps
    const { conversation, entry, headSeq } = push
    if (conversation === 0) return
    this.#named.pushed.add(conversation)
    const state = registry.byId(conversation)
    if (state === undefined) return this.#meet(conversation, push)
    state.feed.takePush(
      entry === null || entry === undefined ? undefined : readEntry(entry),
      headSeq,
      push.changes.map(readEntry),
    )
    if (!state.feed.isKnown) void registry.fetch(state).catch(() => {})
  }

  #meet(conversation: number, push: PushOf<'entry'>): void {
    const { registry } = this.#deps
    const waiting = this.#unmet.get(conversation)
    if (waiting !== undefined) {
      // NOTE what does not fit is found missing by the next push, or the next sync.
      if (waiting.length < unmetPushesMax) waiting.push(push)
      return
    }
    const pushed = [push]
    this.#unmet.set(conversation, pushed)
    const done = () => {
      this.#unmet.delete(conversation)
      if (registry.byId(conversation) !== undefined) for (const one of pushed) this.takeEntry(one)
    }
    registry.meet(conversation).then(done, done)
  }
}

const nothingNamed = () => ({
  conversations: new Set<number>(),
  items: new Set<string>(),
  pushed: new Set<number>(),
})
