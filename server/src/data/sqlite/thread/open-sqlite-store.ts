import { existsSync, rmSync } from 'node:fs'
import { MessageChannel, Worker } from 'node:worker_threads'
import type { Clock } from '../../../base/clock.ts'
import type { Log } from '../../../base/log.ts'
import type { Random } from '../../../base/random.ts'
import { Gained } from '../../rules/gained.ts'
import { NaturalBatcher } from '../../rules/natural-batcher.ts'
import { timeOf } from '../../rules/time-of.ts'
import { once } from '../../rules/once.ts'
import { RecentLists, type RecentLimits } from '../../rules/recent-lists.ts'
import { createRulesStore } from '../../rules/rules-store.ts'
import { StoreFailed } from '../../store-failed.ts'
import type { Store, StoreTrouble } from '../../store.ts'
import { UnusableStore } from '../migrate.ts'
import { openReader } from '../reader.ts'
import { isDiskFault } from '../sqlite-engine.ts'
import type { BackupData } from './backup-worker.ts'
import type { News } from '../search/commit-news.ts'
import { databasePath, makeFolder, publish, searchPath } from './files.ts'
import { folderDamage } from './inspect-log.ts'
import { lockFolder } from './folder-lock.ts'
import { openNodeDriver } from './node-driver.ts'
import { startSearchThread } from './search-thread.ts'
import { startWriterThread } from './writer-thread.ts'

export interface OpenSqliteStore {
  /** Made when it is missing. */
  folder: string
  clock: Clock
  random: Random
  log: Log
  /** Below this much free space nothing that grows is taken. */
  freeBytesMin?: number
  recentLimits?: RecentLimits
  /** Told of every commit: its operations, and how long it took until it was durable. */
  onCommit?: (operations: number, tookMs: number) => void
}

export interface SqliteStore extends Store {
  /** Operations that wait for their commit. */
  waitingOperations(): number
  /** For how long the search index has lacked something; 0: it lacks nothing. */
  searchBehindMs(): number
}

const identityBytes = 48

/**
 * Opens the store of a data folder: one thread writes, one checkpoints, reads run here.
 * @throws FolderInUse, UnusableStore (a newer program's database, or none of ours)
 */
export async function openSqliteStore(input: OpenSqliteStore): Promise<SqliteStore> {
  const { folder } = input
  makeFolder(folder)
  const lock = lockFolder(folder)
  try {
    return await openLocked(input, () => lock.release())
  } catch (thrown) {
    lock.release()
    throw thrown
  }
}

/** What SQLite would take for the end of the log, or for a store that is yet to be made. */
function refuseDamage(folder: string): void {
  const damage = folderDamage(folder)
  if (damage === undefined) return
  throw new UnusableStore(`${damage}: restore the newest sound backup (parley restore)`)
}

async function openLocked(input: OpenSqliteStore, release: () => void): Promise<SqliteStore> {
  const { folder, clock, log } = input
  const path = databasePath(folder)
  refuseDamage(folder)
  const listeners: ((trouble: StoreTrouble) => void)[] = []
  const report = (trouble: StoreTrouble, message: string) => {
    log.error({ trouble, cause: message }, 'trouble with the store')
    for (const listener of listeners) listener(trouble)
  }
  const thread = await startWriterThread({
    path,
    seed: input.random.fill(new Uint8Array(identityBytes)),
    openedAt: timeOf(clock),
    freeBytesMin: input.freeBytesMin,
    onTrouble: (trouble, message) => {
      if (trouble === 'failed') batcher.fail(new StoreFailed(message))
      report(trouble, message)
    },
    onTouched: (touches) => recent.take(touches),
  })
  const batcher = new NaturalBatcher(clock, (operations, time) => {
    const committed = thread.commit(operations, time)
    const tell = () => input.onCommit?.(operations.length, clock.monotonicMs() - time.monotonicMs)
    if (input.onCommit !== undefined) committed.then(tell, () => {})
    return committed
  })
  const reader = openReader(openNodeDriver(path, { readOnly: true }))
  const recent = new RecentLists(reader.tables.stamp(), input.recentLimits)
  const onReadFault = (fault: unknown) => {
    log.error({ fault: String(fault) }, 'a read failed')
    if (isDiskFault(fault)) thread.fail(String(fault))
  }
  const gained = new Gained()
  const news = listenToNews(gained)
  thread.tell(news.port2)
  const { tables } = reader
  const store = createRulesStore({ clock, batcher, tables, gained, recent, onReadFault })
  const search = startSearchThread({
    ...{ path, indexPath: searchPath(folder), generation: thread.generation, clock, log },
    listen: (port) => thread.tell(port),
  })
  return {
    ...store,
    search,
    generation: thread.generation,
    serverKey: thread.serverKey,
    waitingOperations: () => batcher.waiting,
    searchBehindMs: () => search.behindMs(),
    backup: (to) => backup(path, to),
    onTrouble: (listener) => listeners.push(listener),
    close: once(async () => {
      await store.drain()
      reader.close()
      news.port1.close()
      await search.close()
      await thread.close()
      release()
    }),
  }
}

function listenToNews(gained: Gained): MessageChannel {
  const channel = new MessageChannel()
  channel.port1.on('message', ({ conversations, stamp }: News) => gained.tell(conversations, stamp))
  channel.port1.unref()
  return channel
}

/** In a thread of its own, from one snapshot: neither writes nor reads wait for it. */
async function backup(path: string, to: string): Promise<void> {
  if (existsSync(to)) throw new Error(`${to} exists already`)
  const partial = `${to}.partial`
  rmSync(partial, { force: true })
  const data: BackupData = { path, to: partial }
  const worker = new Worker(new URL('./backup-worker.ts', import.meta.url), { workerData: data })
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('message', () => resolve())
      worker.on('error', reject)
      worker.on('exit', () => reject(new Error('the backup thread has ended')))
    })
    publish(partial, to)
  } finally {
    rmSync(partial, { force: true })
  }
}
