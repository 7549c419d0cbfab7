import type { Clock } from '../../base/clock.ts'
import { silentLog } from '../../base/log.ts'
import type { Random } from '../../base/random.ts'
import { Gained } from '../rules/gained.ts'
import { NaturalBatcher } from '../rules/natural-batcher.ts'
import type { BatchTime, Operation, Outcome } from '../rules/operations.ts'
import { timeOf } from '../rules/time-of.ts'
import { once } from '../rules/once.ts'
import { RecentLists, type RecentLimits } from '../rules/recent-lists.ts'
import { createRulesStore } from '../rules/rules-store.ts'
import { StoreFailed } from '../store-failed.ts'
import type { Store, StoreTrouble } from '../store.ts'
import type { Driver } from './driver.ts'
import { checkpointEveryMs, shouldRestartLog } from './log-state.ts'
import { openReader } from './reader.ts'
import { CommitNews } from './search/commit-news.ts'
import { inlineThreads, type InlineIndex } from './search/inline-threads.ts'
import { searchOverThreads, type SearchThread } from './search/search-over-threads.ts'
import { createSqliteEngine, isDiskFault, type SqliteEngine } from './sqlite-engine.ts'
import { vacuumInto } from './vacuum-into.ts'

export interface SqliteStoreDeps {
  clock: Clock
  random: Random
  /** The connection that writes. */
  driver: Driver
  /** Opens another connection to the same database, to read with. */
  openReader: () => Driver
  /** Makes what lies in the log of writes durable, and its name. Needs no room. */
  syncLog: () => void
  freeBytes?: () => number | undefined
  freeBytesMin?: number
  recentLimits?: RecentLimits
  /** Undefined: who searches looks through everything. */
  index?: InlineIndex
}

/**
 * The store without threads: engine, checkpoints and reads run in the caller's, over any Driver. For worlds that are
 * simulated; production opens it with threads.
 * @throws UnusableStore, DriverFault
 */
export function createSqliteStore(deps: SqliteStoreDeps): Store {
  const { clock } = deps
  const gained = new Gained()
  const news = new CommitNews(clock)
  const engine = createSqliteEngine({
    ...deps,
    openedAt: timeOf(clock),
    onCommit: (stamp, conversations) => {
      gained.tell(conversations, stamp)
      news.add(stamp, conversations)
    },
  })
  const reader = openReader(deps.openReader())
  const { tables } = reader
  const search = deps.index && searchOver(deps, deps.index, engine.generation, news)
  const recent = new RecentLists(tables.stamp(), deps.recentLimits)
  const link = new InlineWriter(clock, engine, recent)
  const batcher = new NaturalBatcher(clock, (operations, time) => link.commit(operations, time))
  const onReadFault = (fault: unknown) => {
    if (isDiskFault(fault)) batcher.fail(link.fail())
  }
  const store = createRulesStore({ clock, batcher, tables, gained, recent, onReadFault })
  return {
    ...store,
    ...(search === undefined ? {} : { search }),
    generation: engine.generation,
    serverKey: engine.serverKey,
    backup: async (path) => {
      const driver = deps.openReader()
      try {
        vacuumInto(driver, path)
      } finally {
        driver.close()
      }
    },
    onTrouble: (listener) => link.listeners.push(listener),
    close: once(async () => {
      await store.drain()
      link.stop()
      await search?.close()
      news.close()
      reader.close()
      engine.close()
    }),
  }
}

function searchOver(
  { clock, openReader: openLog }: SqliteStoreDeps,
  index: InlineIndex,
  generation: Uint8Array,
  news: CommitNews,
): SearchThread {
  const threads = inlineThreads({ clock, index, openLog, generation, news })
  return searchOverThreads(threads, { clock, log: silentLog })
}

class InlineWriter {
  readonly listeners: ((trouble: StoreTrouble) => void)[] = []
  readonly #clock: Clock
  readonly #engine: SqliteEngine
  readonly #recent: RecentLists
  #failed: Error | undefined
  #stopped = false
  #timed = false

  constructor(clock: Clock, engine: SqliteEngine, recent: RecentLists) {
    this.#recent = recent
    this.#clock = clock
    this.#engine = engine
  }

  async commit(operations: readonly Operation[], time: BatchTime): Promise<readonly Outcome[]> {
    if (this.#failed !== undefined) throw this.#failed
    const { outcomes, trouble, touches } = this.#engine.applyBatch(operations, time)
    for (const one of touches) this.#recent.take(one)
    if (trouble === 'failed') throw this.fail()
    if (trouble !== undefined) this.#tell(trouble)
    this.#checkpointLater()
    return outcomes
  }

  fail(): Error {
    if (this.#failed === undefined) {
      this.#failed = new StoreFailed()
      this.#tell('failed')
    }
    return this.#failed
  }

  stop(): void {
    this.#stopped = true
  }

  #tell(trouble: StoreTrouble): void {
    for (const listener of this.listeners) listener(trouble)
  }

  #checkpointLater(): void {
    if (this.#timed) return
    this.#timed = true
    this.#clock.after(checkpointEveryMs, () => {
      this.#timed = false
      if (this.#stopped || this.#failed !== undefined) return
      if (shouldRestartLog(this.#engine.checkpoint())) this.#engine.restartLog()
    })
  }
}
