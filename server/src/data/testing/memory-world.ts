import { ManualClock } from '../../base/testing/manual-clock.ts'
import { createMemoryStore, type MemoryStore } from '../memory/memory-store.ts'
import { recentLimits, type RecentLimits } from '../rules/recent-lists.ts'
import { seededRandom, type StoreWorld } from './store-world.ts'

/** The memory engine. A restart loses what was not committed. */
export class MemoryWorld implements StoreWorld {
  readonly clock = new ManualClock()
  readonly #random = seededRandom(7)
  readonly #commitMs: number
  store: MemoryStore

  readonly #recentLimits: RecentLimits

  constructor(commitMs = 0, limits = recentLimits) {
    this.#commitMs = commitMs
    this.#recentLimits = limits
    this.store = this.#open()
  }

  async restart(): Promise<void> {
    this.store.crash()
    this.store = this.#open(this.store)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.store.close()
  }

  #open(former?: MemoryStore): MemoryStore {
    const disk = former === undefined ? {} : { disk: former.disk }
    return createMemoryStore({
      ...{ clock: this.clock, random: this.#random, commitMs: this.#commitMs },
      ...{ recentLimits: this.#recentLimits, ...disk },
    })
  }
}
