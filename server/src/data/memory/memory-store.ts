import type { Clock } from '../../base/clock.ts'
import { Refusal } from '../../base/refusal.ts'
import type { Random } from '../../base/random.ts'
import { applyBatch, Upkeep } from '../rules/apply-batch.ts'
import { NaturalBatcher } from '../rules/natural-batcher.ts'
import type { BatchTime, Operation, Outcome } from '../rules/operations.ts'
import { timeOf } from '../rules/time-of.ts'
import { Gained } from '../rules/gained.ts'
import { RecentLists, type RecentLimits } from '../rules/recent-lists.ts'
import { createRulesStore } from '../rules/rules-store.ts'
import { StoreFailed } from '../store-failed.ts'
import type { Store, StoreTrouble } from '../store.ts'
import { createMemoryDisk, type MemoryDisk } from './memory-disk.ts'

export interface MemoryStoreDeps {
  clock: Clock
  random: Random
  /** What an earlier store left; else a new one. */
  disk?: MemoryDisk
  /** How long a commit takes. What is in it is lost by a crash before that, and only then. Default 0. */
  commitMs?: number
  recentLimits?: RecentLimits
}

export interface MemoryStore extends Store {
  /** What a later store can be made over. */
  readonly disk: MemoryDisk
  /**
   * The process dies: what was not committed is gone, and nothing that was asked of this store is answered any more,
   * committed or not. Go on with a new store over `disk`.
   */
  crash(): void
}

/** Keeps everything in memory, with the commit boundary of the engines that have a disk. */
export function createMemoryStore(deps: MemoryStoreDeps): MemoryStore {
  const { clock, random } = deps
  const disk = deps.disk ?? createMemoryDisk(random, clock.wallMs())
  const life = new Life(clock, disk, deps.commitMs ?? 0)
  const batcher = new NaturalBatcher(clock, (operations, time) => life.commit(operations, time))
  const gained = new Gained()
  disk.tables.onGained = (conversations, stamp) => gained.tell(conversations, stamp)
  const { tables } = disk
  const recent = new RecentLists(tables.stamp(), deps.recentLimits)
  tables.onTouched = (touches) => recent.take(touches)
  const onReadFault = () => {}
  const store = createRulesStore({ clock, batcher, tables, gained, recent, onReadFault })
  return {
    ...store,
    disk,
    generation: disk.generation,
    serverKey: disk.serverKey,
    backup: () => Promise.reject(new Refusal('UNSUPPORTED', 'a store in memory has no backup')),
    onTrouble: (listener) => life.listeners.push(listener),
    crash: () => life.end(),
    close: () => store.drain(),
  }
}

/** From the start of a process to its end. */
class Life {
  readonly listeners: ((trouble: StoreTrouble) => void)[] = []
  readonly #clock: Clock
  readonly #disk: MemoryDisk
  readonly #commitMs: number
  readonly #upkeep: Upkeep
  #state: 'good' | 'full' | 'failed' | 'dead' = 'good'

  constructor(clock: Clock, disk: MemoryDisk, commitMs: number) {
    this.#clock = clock
    this.#disk = disk
    this.#commitMs = commitMs
    this.#upkeep = new Upkeep(timeOf(clock))
  }

  /** The batch becomes durable at one moment, and is told at a later one: a crash may fall before, between or after. */
  commit(operations: readonly Operation[], time: BatchTime): Promise<readonly Outcome[]> {
    return new Promise((resolve, reject) => {
      this.#later(this.#commitMs, () => {
        const outcomes = this.#apply(operations, time)
        this.#clock.soon(() => {
          if (this.#state === 'dead') return
          if (outcomes === undefined) reject(new StoreFailed())
          else resolve(outcomes)
        })
      })
    })
  }

  end(): void {
    this.#state = 'dead'
  }

  #later(delayMs: number, run: () => void): void {
    const alive = () => {
      if (this.#state !== 'dead') run()
    }
    if (delayMs > 0) this.#clock.after(delayMs, alive)
    else this.#clock.soon(alive)
  }

  #apply(operations: readonly Operation[], time: BatchTime): Outcome[] | undefined {
    if (this.#state === 'failed' || this.#disk.condition === 'broken') {
      this.#become('failed')
      return undefined
    }
    if (this.#disk.condition === 'full') {
      this.#become('full')
      return operations.map(() => ({ status: 'refused', error: 'STORAGE_FULL' }))
    }
    this.#become('good')
    return applyBatch(this.#disk.tables, operations, time, this.#upkeep, () => false).outcomes
  }

  #become(state: 'good' | 'full' | 'failed'): void {
    if (state === this.#state) return
    this.#state = state
    const trouble: StoreTrouble = state === 'good' ? 'recovered' : state
    for (const listener of this.listeners) listener(trouble)
  }
}
