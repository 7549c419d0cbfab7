import type { Clock } from '../../../server/src/base/clock.ts'
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
import type { SeededRandom } from './seeded-random.ts'

export type Lane = 'fast' | 'slow'
/** Of the process alone, or of the machine with everything that was not synced. */
export type CrashKind = 'process' | 'power'

/** Where a simulated server remembers things, across its lives. */
export interface WorldEngine {
  open(clock: Clock, random: SeededRandom): Store
  crash(kind: CrashKind): void
  /** Makes a crash happen in the middle of what the disk does soon; `then` is told when it has. Without a disk: never. */
  crashWithin(acts: number, kind: CrashKind, then: () => void): void
  /** Full or broken, until it is made good again. Where there is nothing of the kind: nothing. */
  condition(condition: 'good' | 'full' | 'broken'): void
}

export async function createWorldEngine(lane: Lane, random: SeededRandom): Promise<WorldEngine> {
  return lane === 'fast' ? new MemoryEngine() : new DiskEngine(await startWasmSqlite(), random)
}

const commitMs = 2

class MemoryEngine implements WorldEngine {
  #disk: MemoryDisk | undefined
  #store: MemoryStore | undefined

  open(clock: Clock, random: SeededRandom): Store {
    const disk = this.#disk === undefined ? {} : { disk: this.#disk }
    this.#store = createMemoryStore({ clock, random, commitMs, ...disk })
    this.#disk = this.#store.disk
    return this.#store
  }

  crash(): void {
    this.#store?.crash()
  }

  crashWithin(): void {}

  condition(condition: 'good' | 'full' | 'broken'): void {
    if (this.#disk !== undefined) this.#disk.condition = condition
  }
}

const name = 'parley.db'

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
  readonly #disk: SimulatedDisk
  #broken = false

  constructor(sqlite: WasmSqlite, random: SeededRandom) {
    this.#sqlite = sqlite
    this.#disk = new SimulatedDisk(random)
  }

  open(clock: Clock, random: SeededRandom): Store {
    this.#sqlite.mount(this.#disk, () => clock.wallMs())
    return createSqliteStore({
      clock,
      random,
      driver: this.#sqlite.open(name),
      openReader: () => this.#sqlite.open(name),
      syncLog: () => syncLog(this.#disk),
      freeBytes: () => this.#disk.freeBytes,
      freeBytesMin: 0,
    })
  }

  crash(kind: CrashKind): void {
    this.#lose(kind)
    this.#sqlite.afterCrash()
  }

  crashWithin(acts: number, kind: CrashKind, then: () => void): void {
    if (this.#broken) return
    let left = acts
    this.#disk.plan(() => {
      if ((left -= 1) > 0) return undefined
      this.#disk.plan(undefined)
      this.#lose(kind)
      then()
      return undefined
    })
  }

  condition(condition: 'good' | 'full' | 'broken'): void {
    const room = condition === 'full' ? this.#disk.usedBytes : Number.POSITIVE_INFINITY
    this.#disk.limit(room)
    this.#broken = condition === 'broken'
    this.#disk.plan(
      this.#broken ? (act) => (act === 'write' || act === 'sync' ? 'EIO' : undefined) : undefined,
    )
  }

  #lose(kind: CrashKind): void {
    if (kind === 'process') this.#disk.killProcess()
    else this.#disk.losePower(this.#disk.random.chance(0.5) ? 'drop' : 'tear')
  }
}
