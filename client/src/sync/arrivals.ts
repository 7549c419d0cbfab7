import type { PushOf, ReplyRead } from '@parley/protocol'
import type { AccountItems } from './account-items.ts'
import { readView } from './conversation-record.ts'
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
  /** Pushes of conversations that are just being asked for. */
  readonly #unmet = new Map<number, PushOf<'entry'>[]>()

  constructor(deps: ArrivalsDeps) {
    this.#deps = deps
  }

  /** A sync begins. */
  began(): void {
    this.#deps.registry.began()
    this.#deps.items.began()
  }

  takePage(page: ReplyRead<'sync'>, isFull: boolean): void {
    const { registry, items, profiles, hasSynced } = this.#deps
    const isFirst = isFull && !hasSynced()
    for (const profile of page.profiles) profiles.take(profile)
    for (const entry of page.accountEntries) items.take(entry)
    for (const read of page.conversations) registry.takeView(readView(read), isFirst)
  }

  /** A full sync named all there is. */
  fullDone(): void {
    this.#deps.registry.keepNamed()
    this.#deps.items.keepNamed()
  }

  takeEntry(push: PushOf<'entry'>): void {
    const { registry } = this.#deps
    const { conversation, entry, headSeq } = push
    if (conversation === 0) return
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
