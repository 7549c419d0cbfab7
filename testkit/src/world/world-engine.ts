import type { MemoryDisk } from '../../../server/src/data/memory/memory-disk.ts'
import {
  createMemoryStore,
  type MemoryStore,
} from '../../../server/src/data/memory/memory-store.ts'
import { DriverFault } from '../../../server/src/data/sqlite/driver.ts'
import { createSqliteStore } from '../../../server/src/data/sqlite/sqlite-store.ts'
import type { Store } from '../../../server/src/data/store.ts'
import { sqliteSyncFailed } from '../../../server/src/data/testing/faulty-driver.ts'
import { SimulatedDisk } from '../disk/simulated-disk.ts'
import { startWasmSqlite, type WasmSqlite } from '../disk/wasm-sqlite.ts'
import type { HostClock } from './host-clock.ts'
import { SearchThreads } from './search-threads.ts'
import type { SeededRandom } from './seeded-random.ts'
import { WorldDisk, type CrashKind, type DiskCondition } from './world-disk.ts'

export type Lane = 'fast' | 'slow'
/** Where a simulated server remembers things, across its lives. */
export interface WorldEngine {
  /** Of the index of search, where there is one. */
  readonly search?: SearchThreads
  open(clock: HostClock, random: SeededRandom): Store
  crash(kind: CrashKind): void
  /** Full or broken, until it is made good again. */
  condition(condition: DiskCondition): void
  /** What the index of search lacks, and what befell it that its disk is not to blame for, as sentences. */
  unindexed(): string[]
  /** Where the bytes of files are. */
  readonly disk: WorldDisk
}

export async function createWorldEngine(
  lane: Lane,
  chance: (name: string) => SeededRandom,
): Promise<WorldEngine> {
  if (lane === 'fast') return new MemoryEngine(chance('disk'))
  const search = new SearchThreads(chance('search threads'))
  return new DiskEngine(await startWasmSqlite(), chance('disk'), search)
}

const commitMs = 2

class MemoryEngine implements WorldEngine {
  readonly disk: WorldDisk
  /** What is remembered needs no disk of its own to be lost like on one. */
  #disk: MemoryDisk | undefined
  #store: MemoryStore | undefined

  constructor(random: SeededRandom) {
    this.disk = new WorldDisk(new SimulatedDisk(random))
  }

  open(clock: HostClock, random: SeededRandom): Store {
    const disk = this.#disk === undefined ? {} : { disk: this.#disk }
    this.#store = createMemoryStore({ clock, random, commitMs, ...disk })
    this.#disk = this.#store.disk
    return this.#store
  }

  crash(kind: CrashKind): void {
    this.#store?.crash()
    this.disk.lose(kind)
  }

  condition(condition: DiskCondition): void {
    if (this.#disk !== undefined) this.#disk.condition = condition
    this.disk.condition(condition)
  }

  /** It has none: who searches looks through everything. */
  unindexed(): string[] {
    return []
  }
}

const name = 'parley.db'
const indexName = 'search.db'

/** As production does it, with the faults of this disk. @throws DriverFault */
export function syncLog(disk: SimulatedDisk): void {
  const log = `${name}-wal`
  try {
    const found = disk.open(log, false)
    if (found !== undefined) disk.sync(log, found.file, true)
  } catch (fault) {
    throw new DriverFault(sqliteSyncFailed, String(fault))
  }
}

class DiskEngine implements WorldEngine {
  readonly #sqlite: WasmSqlite
  readonly #indexFaults: string[] = []
  readonly #disk: SimulatedDisk
  /** The same one: messages and the bytes of files crash together. */
  readonly disk: WorldDisk
  readonly search: SearchThreads

  constructor(sqlite: WasmSqlite, random: SeededRandom, search: SearchThreads) {
    this.#sqlite = sqlite
    this.search = search
    this.#disk = new SimulatedDisk(random)
    this.disk = new WorldDisk(this.#disk)
  }

  open(clock: HostClock, random: SeededRandom): Store {
    this.#sqlite.mount(this.#disk, () => clock.wallMs())
    return createSqliteStore({
      clock,
      random,
      driver: this.#sqlite.open(name),
      openReader: () => this.#sqlite.open(name),
      syncLog: () => syncLog(this.#disk),
      freeBytes: () => this.#disk.freeBytes,
      freeBytesMin: 0,
      index: {
        ...this.search.within(clock),
        onFault: (thrown) => {
          if (!this.search.isDeath(thrown))
            this.#indexFaults.push(`the index of search: ${String(thrown)}`)
        },
        open: () => this.#sqlite.open(indexName),
        remove: () => {
          for (const part of ['', '-wal']) this.#disk.remove(indexName + part, false)
        },
      },
    })
  }

  crash(kind: CrashKind): void {
    this.disk.lose(kind)
    this.#sqlite.afterCrash()
  }

  condition(condition: DiskCondition): void {
    this.disk.condition(condition)
  }

  unindexed(): string[] {
    const [log, index] = [this.#sqlite.open(name), this.#sqlite.open(indexName)]
    try {
      const followed = new Map(
        index
          .prepare('SELECT conversation, seq FROM followed')
          .all()
          .map(({ conversation, seq }) => [conversation, seq]),
      )
      const lacking = log
        .prepare('SELECT id, head_seq FROM conversation')
        .all()
        .filter(({ id, head_seq }) => head_seq !== (followed.get(id ?? null) ?? 0))
        .map(
          ({ id, head_seq }) =>
            `the index of search has ${id} up to ${followed.get(id ?? null)} of ${head_seq}`,
        )
      return [...this.#indexFaults, ...lacking]
    } finally {
      index.close()
      log.close()
    }
  }
}
