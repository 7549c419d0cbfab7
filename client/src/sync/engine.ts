import type { PushOf } from '@parley/protocol'
import type { Storage } from '../cache/storage.ts'
import type { BackoffBounds } from '../base/backoff.ts'
import type { Clock } from '../base/clock.ts'
import type { Profile } from '../base/model.ts'
import type { Random } from '../base/random.ts'
import type { LoginFacts, Session, SessionState } from '../connection/session.ts'
import type { SyncContext, SyncLimits } from './context.ts'
import type { ConversationState } from './conversation-state.ts'
import { Cell } from '../base/cell.ts'
import { Emitter } from '../base/emitter.ts'
import { fromJsonBytes, jsonBytes } from '../base/bytes.ts'
import { toIMError, type IMError } from '../base/im-error.ts'
import { ResilientStorage } from '../cache/resilient-storage.ts'
import { WriteBehind } from '../cache/write-behind.ts'
import { AccountItems } from './account-items.ts'
import { Arrivals } from './arrivals.ts'
import { Cursors } from './cursors.ts'
import { deletedIn, deletedTarget } from './deleted.ts'
import { draftOf, draftTarget } from './drafts.ts'
import { EntryCache } from './entry-cache.ts'
import { Outbox, type OutboxLink } from './outbox.ts'
import type { Outgoing } from './outgoing.ts'
import { Presences, type PresenceState } from './presences.ts'
import { Profiles } from './profiles.ts'
import { Registry } from './registry.ts'
import { takePush } from './take-push.ts'
import { metaKey, Synchronizer } from './synchronizer.ts'

export interface EngineDeps {
  clock: Clock
  random: Random
  session: Session
  storage: Storage
  link: OutboxLink | undefined
  limits: SyncLimits
  backoff: BackoffBounds
}

export interface EngineEvents {
  added: ConversationState
  syncedChanged: undefined
  factsChanged: LoginFacts | undefined
  outgoingChanged: Outgoing
  presenceChanged: PresenceState
  profileChanged: Profile
  itemChanged: { key: string; body: Uint8Array | undefined }
  storageFailed: { error: unknown }
  syncFailed: IMError
}

const factsKey = 'meta/facts'

/** Keeps one device up to date: what comes over the session, what lies in storage, what waits to be sent. */
export class Engine {
  readonly events = new Emitter<EngineEvents>()
  readonly context: SyncContext
  readonly registry: Registry
  readonly outbox: Outbox
  readonly profiles: Profiles
  readonly presences: Presences
  readonly items: AccountItems
  readonly synchronizer: Synchronizer
  readonly cursors: Cursors
  readonly arrivals: Arrivals
  readonly facts = new Cell<LoginFacts | undefined>(() => this.#facts)
  /** Somebody needs every message of every conversation. */
  completeFor = 0
  isHeard: () => boolean = () => false
  /** Up to date on the present connection. */
  isCurrent = false
  readonly #storage: ResilientStorage
  readonly #writes: WriteBehind
  readonly #session: Session
  readonly #removers: (() => void)[]
  #facts: LoginFacts | undefined
  #loading: Promise<void> | undefined
  #wasReady = false

  constructor(deps: EngineDeps) {
    const { clock, random, session, limits, backoff } = deps
    this.#session = session
    this.#storage = new ResilientStorage(deps.storage, (error) =>
      this.events.emit('storageFailed', { error }),
    )
    this.#writes = new WriteBehind(this.#storage, clock)
    const storage = this.#storage
    const writes = this.#writes
    const cache = new EntryCache(
      { storage, writes, isWriter: () => session.leads },
      limits.cachedEntriesMax,
    )
    const context: SyncContext = {
      clock,
      random,
      session,
      limits,
      backoff,
      cache,
      lags: (retryAfterMs) => this.synchronizer.soon(retryAfterMs),
      account: () => this.#facts?.account ?? 0,
    }
    this.context = context
    this.outbox = new Outbox({
      context,
      storage,
      writes,
      link: deps.link,
      place: (target) => this.registry.at(target),
      isSynced: () => this.synchronizer.hasSynced,
      changed: (outgoing) => this.#outgoingChanged(outgoing),
    })
    this.profiles = new Profiles(context, writes, (profile) => this.#profileChanged(profile))
    this.presences = new Presences(context, (presence) =>
      this.events.emit('presenceChanged', presence),
    )
    this.items = new AccountItems(context, writes, (key, body) => this.#itemChanged(key, body))
    this.cursors = new Cursors(context)
    this.registry = new Registry(
      {
        context,
        outbox: this.outbox,
        profile: (account) => this.profiles.look(account),
        draft: (record) => draftOf(this.items, record),
        deleted: ({ id }) => deletedIn(this.items, id),
        isHeard: () => this.isHeard(),
        isComplete: () => this.completeFor > 0,
      },
      {
        added: (state) => {
          state.events.on('cursorsDue', () => this.cursors.consider(state))
          state.events.on('viewUnknown', () => void this.#askView(state))
          this.events.emit('added', state)
        },
        changed: () => {},
        profiles: (profiles) => {
          for (const profile of profiles) this.profiles.take(profile as Profile)
        },
      },
    )
    this.synchronizer = new Synchronizer(context, writes, {
      began: () => this.arrivals.began(),
      page: (page, isFull) => this.arrivals.takePage(page, isFull),
      fullDone: () => this.arrivals.fullDone(),
      done: () => this.#synced(),
      generationChanged: () => this.#generationChanged(),
      failed: (error) => this.events.emit('syncFailed', toIMError(error)),
    })
    this.arrivals = new Arrivals({
      ...{ registry: this.registry, items: this.items, profiles: this.profiles },
      hasSynced: () => this.synchronizer.hasSynced,
    })
    this.#removers = [
      session.events.on('stateChanged', (state) => this.#sessionChanged(state)),
      session.events.on('pushed', ({ command, body }) => this.#pushed(command, body)),
      session.events.on('behind', () => this.synchronizer.due()),
    ]
    session.beforeLeading = () => this.#takeOver()
  }

  /** What earlier runs kept. Once; never rejects. */
  load(): Promise<void> {
    this.#loading ??= this.#load()
    return this.#loading
  }

  /** Everything given is kept; then the storage is closed. */
  async close(): Promise<void> {
    for (const remove of this.#removers) remove()
    this.synchronizer.disconnected()
    this.outbox.close()
    this.items.close()
    this.cursors.close()
    this.registry.close()
    await this.#writes.close()
    await this.#storage.close()
  }

  /** Signed out for good: nothing of the account stays here. */
  async clear(): Promise<void> {
    this.outbox.clear()
    await this.#forgetAccount()
    await this.#writes.flushed()
  }

  keepFacts(facts: LoginFacts): void {
    if (this.#session.leads) this.#writes.put(factsKey, jsonBytes(facts))
    this.#setFacts(facts)
  }

  async #load(): Promise<void> {
    const facts = fromJsonBytes(await this.#storage.get(factsKey))
    if (typeof facts === 'object' && facts !== null && this.#facts === undefined)
      this.#setFacts(facts as LoginFacts)
    this.synchronizer.load(await this.#storage.get(metaKey))
    await this.profiles.load(this.#storage)
    await this.items.load(this.#storage)
    for (const record of await this.#cache.records()) this.registry.restore(record)
    await this.outbox.load()
  }

  get #cache(): EntryCache {
    return this.context.cache
  }

  #setFacts(facts: LoginFacts | undefined): void {
    this.#facts = facts
    this.facts.changed()
    this.events.emit('factsChanged', facts)
  }

  #sessionChanged(state: SessionState): void {
    if (state.name === 'ready') return void this.#connected(state.facts)
    if (!this.#wasReady) return
    this.#wasReady = false
    this.isCurrent = false
    this.synchronizer.disconnected()
    this.events.emit('syncedChanged', undefined)
  }

  async #connected(facts: LoginFacts): Promise<void> {
    this.#wasReady = true
    const isOther = this.#facts !== undefined && this.#facts.account !== facts.account
    if (isOther) {
      this.outbox.leave()
      await this.#forgetAccount()
    }
    this.keepFacts(facts)
    this.profiles.take(facts.profile)
    if (isOther) await this.outbox.load()
    this.outbox.adopt()
    if (this.#session.state.name !== 'ready') return
    this.synchronizer.connected(facts.generation)
    this.outbox.restart()
    if (!this.#session.leads) this.outbox.announce()
    void this.presences.subscribe()
    void this.profiles.askAll()
  }

  /** Another tab led so far: its cache and outbox are ours to go on with. */
  async #takeOver(): Promise<void> {
    await this.load()
    this.synchronizer.load(await this.#storage.get(metaKey))
    for (const record of await this.#cache.records()) this.registry.restore(record)
    await this.outbox.load()
  }

  /** Another account uses this storage now: its own unsent messages stay, under its name. */
  async #forgetAccount(): Promise<void> {
    this.registry.clear()
    this.items.clear()
    this.profiles.clear()
    this.presences.clear()
    this.synchronizer.forget()
    this.#setFacts(undefined)
    this.#writes.put(factsKey, undefined)
    this.#writes.put(metaKey, undefined)
    await this.#writes.flushed()
  }

  #generationChanged(): void {
    this.registry.reset()
    this.items.startAnew()
    this.synchronizer.hasSynced = false
  }

  #synced(): void {
    this.isCurrent = true
    this.cursors.repeat(this.registry.all)
    this.items.storeAll()
    void this.profiles.askAll()
    if (this.presences.isWatching) void this.presences.subscribe()
    for (const state of this.registry.all) {
      if (state.feed.needsRepair && (state.feed.isWanted() || state.feed.isComplete()))
        void state.feed.repair()
      if (state.window.isWatched) void state.view.open().catch(() => {})
      state.reading.askUnread()
      if (state.record.id > 0 && !state.feed.isKnown)
        void this.registry.fetch(state).catch(() => {})
    }
    this.outbox.pump()
    this.events.emit('syncedChanged', undefined)
  }

  #pushed(command: number, body: Uint8Array): void {
    try {
      takePush(this, command, body)
    } catch {
      this.synchronizer.due()
    }
  }

  takeCursor({ conversation, account, delivered, read }: PushOf<'cursor'>): void {
    this.registry.byId(conversation)?.takeCursor(account, delivered, read)
  }

  async #askView(state: ConversationState): Promise<void> {
    try {
      await this.registry.fetch(state)
      // NOTE it may have joined a question that was asked before the cursor moved.
      if (!state.record.isUnreadKnown) await this.registry.fetch(state)
    } catch {
      // NOTE asked again after the next sync.
    }
  }

  #outgoingChanged(outgoing: Outgoing): void {
    this.events.emit('outgoingChanged', outgoing)
    const id = outgoing.result?.conversation
    const state = id === undefined ? undefined : this.registry.byId(id)
    if (state !== undefined && !state.feed.isKnown) void this.registry.fetch(state).catch(() => {})
  }

  #profileChanged(profile: Profile): void {
    for (const state of this.registry.all)
      if (state.record.peer === profile.account) state.changed()
    this.events.emit('profileChanged', profile)
  }

  #itemChanged(key: string, body: Uint8Array | undefined): void {
    const draftTo = draftTarget(key)
    if (draftTo !== undefined) this.registry.known(draftTo)?.changed()
    const deletedIn = deletedTarget(key)
    if (deletedIn !== undefined) this.registry.byId(deletedIn)?.own.deletedChanged()
    this.events.emit('itemChanged', { key, body })
  }
}
