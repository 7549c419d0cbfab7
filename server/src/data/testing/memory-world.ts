import { ManualClock } from '../../base/testing/manual-clock.ts'
import { createMemoryStore, type MemoryStore } from '../memory/memory-store.ts'
import { seededRandom, type StoreWorld } from './store-world.ts'

/** The memory engine. A restart loses what was not committed. */
export class MemoryWorld implements StoreWorld {
  readonly clock = new ManualClock()
  readonly #random = seededRandom(7)
  readonly #commitMs: number
  store: MemoryStore

  constructor(commitMs = 0) {
    this.#commitMs = commitMs
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
    const { clock } = this
    return createMemoryStore({ clock, random: this.#random, commitMs: this.#commitMs, ...disk })
  }
}
