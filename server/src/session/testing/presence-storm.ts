import { wire } from '@parley/protocol'
import { nodeHashing } from '../../base/node/node-hashing.ts'
import { ManualClock } from '../../base/testing/manual-clock.ts'
import { settingsDefault } from '../../data/account-settings-store.ts'
import type { AccountId } from '../../data/model.ts'
import type { PresenceStore } from '../../data/presence-store.ts'
import { seededRandom } from '../../data/testing/store-world.ts'
import { createDelivery } from '../delivery.ts'
import { createMemoryRegistry } from '../memory/memory-registry.ts'
import type { Outlet } from '../outlet.ts'
import { createPresence, type Presence } from '../presence.ts'
import {
  presenceFramesPerSlice,
  presenceGraceMs,
  presenceRoundMs,
  presenceSliceMs,
} from '../presence-news.ts'
import type { SessionRegistry } from '../registry.ts'

interface StormInput {
  accounts: number
  friends: number
  /** All come back within this time, evenly spread by chance. */
  returnWithinMs: number
  seed: number
}

const stepMs = 100
/** Longer than any grace and round. */
const quietMs = presenceGraceMs + 3 * presenceRoundMs

/** The real registry, delivery and presence on virtual time; connections only note what they are told. */
export class PresenceStorm implements Outlet {
  readonly node = 'storm'
  readonly clock = new ManualClock()
  readonly #random: () => number
  readonly #input: StormInput
  readonly #presence: Presence
  readonly #registry: SessionRegistry
  readonly #friends = new Map<AccountId, AccountId[]>()
  /** What each account's present session was told of the others, by account. */
  readonly #seen = new Map<AccountId, Map<AccountId, boolean>>()
  #sessions = 0
  #lastFrameMs = 0
  frames = 0

  constructor(input: StormInput) {
    this.#input = input
    const random = seededRandom(input.seed)
    this.#random = () => random.unit()
    const { clock } = this
    this.#registry = createMemoryRegistry({
      clock,
      hashing: nodeHashing,
      events: {
        connectedChanged: (account, has) => this.#presence.connectedChanged(account, has),
        ended: (session) => this.#presence.forget(session),
      },
    })
    const delivery = createDelivery(this.#registry)
    this.#presence = createPresence({ clock, delivery, registry: this.#registry, store: noFacts })
    for (let account = 1; account <= input.accounts; account += 1)
      this.#friends.set(account, this.#pick(input.friends, account))
    for (const account of this.#friends.keys()) this.#login(account)
  }

  push(connections: readonly number[], _command: number, body: Uint8Array): void {
    this.frames += connections.length
    this.#lastFrameMs = this.clock.monotonicMs()
    const { presences } = wire.PresencePush.decode(body)
    for (const connection of connections) {
      const seen = this.#seen.get(connection % (this.#input.accounts + 1))
      for (const { account, online } of presences) seen?.set(account ?? 0, online ?? false)
    }
  }

  close(): void {}

  /** The most that there may be in this time. */
  framesMax(tookMs: number): number {
    const slices = Math.ceil(tookMs / presenceSliceMs) + 1
    const rounds = Math.ceil(tookMs / presenceRoundMs) + 1
    return Math.min(slices * presenceFramesPerSlice, rounds * this.#input.accounts)
  }

  /** All connections end at one moment, as when a server restarts; their devices log in anew within the time. */
  async allReturn(returns: (account: AccountId) => boolean = () => true): Promise<void> {
    for (const account of this.#friends.keys())
      for (const { id, epoch } of this.#registry.ofAccount(account).slice())
        this.#registry.detach(id, epoch, 0)
    const due = [...this.#friends.keys()]
      .filter(returns)
      .map((account) => ({ account, atMs: this.#random() * this.#input.returnWithinMs }))
      .toSorted((a, b) => a.atMs - b.atMs)
    let nowMs = 0
    for (const { account, atMs } of due) {
      while (nowMs + stepMs <= atMs) {
        await this.clock.advance(stepMs)
        nowMs += stepMs
      }
      this.#login(account)
    }
  }

  /** Until nothing was told for a while. @returns when the last frame came. */
  async settle(): Promise<number> {
    const startMs = this.clock.monotonicMs()
    this.#lastFrameMs = Math.max(this.#lastFrameMs, startMs)
    while (this.clock.monotonicMs() - this.#lastFrameMs < quietMs) await this.clock.advance(stepMs)
    return this.#lastFrameMs
  }

  /** Who of those that are connected sees somebody otherwise than it is. */
  wronglySeen(): string[] {
    return this.#look((account, friend, seen) =>
      seen === this.#registry.isOnline(friend) ? [] : [`${account} sees ${friend} ${seen}`],
    )
  }

  get seenOffline(): number {
    return this.#look((account, friend, seen) => (seen === false ? [`${account} ${friend}`] : []))
      .length
  }

  #look(
    of: (account: AccountId, friend: AccountId, seen: boolean | undefined) => string[],
  ): string[] {
    return [...this.#friends]
      .filter(([account]) => this.#registry.isOnline(account))
      .flatMap(([account, friends]) =>
        friends.flatMap((friend) => of(account, friend, this.#seen.get(account)?.get(friend))),
      )
  }

  #login(account: AccountId): void {
    this.#sessions += 1
    const { accounts } = this.#input
    const id = this.#sessions
    // NOTE a connection's number says whose it is.
    const connection = id * (accounts + 1) + account
    this.#registry.open({
      ...{ id, account, device: id, deviceClass: 1, epoch: 1, capabilities: 0 },
      ...{ resumeHash: new Uint8Array(32), resumableUntilMs: 0 },
      route: { outlet: this, connection },
    })
    const seen = new Map<AccountId, boolean>()
    this.#seen.set(account, seen)
    const friends = this.#friends.get(account) ?? []
    void this.#presence.subscribe(id, friends).then((presences) => {
      for (const { account: friend, online } of presences) seen.set(friend, online)
    })
  }

  #pick(count: number, but: AccountId): AccountId[] {
    const picked = new Set<AccountId>()
    while (picked.size < count) {
      const account = 1 + Math.floor(this.#random() * this.#input.accounts)
      if (account !== but) picked.add(account)
    }
    return [...picked]
  }
}

/** Nobody has settled anything, and nobody has blocked anybody. */
const noFacts: PresenceStore = {
  facts: async (accounts) =>
    accounts.map((account) => ({ account, settings: settingsDefault, lastSeenMs: 0 })),
  relations: async () => [],
  hidden: async () => new Set(),
}
