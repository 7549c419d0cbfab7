import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { silentLog } from '../../base/log.ts'
import { ManualClock } from '../../base/testing/manual-clock.ts'
import { recentLimits, type RecentLimits } from '../rules/recent-lists.ts'
import type { Driver } from '../sqlite/driver.ts'
import { createSqliteStore } from '../sqlite/sqlite-store.ts'
import { searchPath, syncLog } from '../sqlite/thread/files.ts'
import { indexFile } from '../sqlite/thread/index-file.ts'
import { openNodeDriver } from '../sqlite/thread/node-driver.ts'
import { openSqliteStore } from '../sqlite/thread/open-sqlite-store.ts'
import type { Store } from '../store.ts'
import { seededRandom, type StoreWorld } from './store-world.ts'

export function temporaryFolder(): Disposable & { path: string } {
  const path = mkdtempSync(join(tmpdir(), 'parley-store-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}

/** The engine without threads. A restart goes on with a copy of the files as they lie there, as after a kill. */
export class InlineWorld implements StoreWorld {
  readonly clock = new ManualClock()
  readonly random = seededRandom(7)
  readonly #wrap: (driver: Driver) => Driver
  #folders = [temporaryFolder()]
  store: Store

  readonly #recentLimits: RecentLimits

  constructor(wrap: (driver: Driver) => Driver = (driver) => driver, limits = recentLimits) {
    this.#wrap = wrap
    this.#recentLimits = limits
    this.store = this.#open()
  }

  get path(): string {
    return join(this.#folders.at(-1)!.path, 'parley.db')
  }

  async restart(): Promise<void> {
    const former = this.path
    this.#folders.push(temporaryFolder())
    const [from, to] = [dirname(former), dirname(this.path)]
    for (const part of ['parley.db', 'parley.db-wal', 'search.db', 'search.db-wal'])
      if (existsSync(join(from, part))) copyFileSync(join(from, part), join(to, part))
    this.store = this.#open()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.store.close()
    for (const folder of this.#folders) folder[Symbol.dispose]()
  }

  #open(): Store {
    const { clock, random, path } = this
    return createSqliteStore({
      clock,
      random,
      driver: this.#wrap(openNodeDriver(path)),
      openReader: () => openNodeDriver(path, { readOnly: true }),
      syncLog: () => syncLog(path),
      recentLimits: this.#recentLimits,
      index: {
        ...indexFile(searchPath(dirname(path))),
        onFault: (thrown) => {
          throw thrown
        },
      },
    })
  }
}

/** The engine as production runs it. */
export class ThreadWorld implements StoreWorld {
  readonly clock = new ManualClock()
  readonly folder = temporaryFolder()
  readonly #random = seededRandom(7)
  #store: Store | undefined

  readonly #recentLimits: RecentLimits

  private constructor(limits: RecentLimits) {
    this.#recentLimits = limits
  }

  static async open(limits = recentLimits): Promise<ThreadWorld> {
    const world = new ThreadWorld(limits)
    await world.#open()
    return world
  }

  get store(): Store {
    if (this.#store === undefined) throw new Error('not open')
    return this.#store
  }

  async restart(): Promise<void> {
    await this.store.close()
    await this.#open()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.store.close()
    this.folder[Symbol.dispose]()
  }

  async #open(): Promise<void> {
    const { clock } = this
    const random = this.#random
    const folder = this.folder.path
    const input = { folder, clock, random, log: silentLog, recentLimits: this.#recentLimits }
    this.#store = await openSqliteStore(input)
  }
}
