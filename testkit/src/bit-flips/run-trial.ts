import { cpSync, rmSync } from 'node:fs'
import { silentLog } from '../../../server/src/base/log.ts'
import { nodeRandom } from '../../../server/src/base/node/node-random.ts'
import { ManualClock } from '../../../server/src/base/testing/manual-clock.ts'
import { verifyDataFolder } from '../../../server/src/app/offline.ts'
import { filesFolder } from '../../../server/src/app/offline-files.ts'
import { openDiskBlobs } from '../../../server/src/data/disk/disk-blobs.ts'
import { UnusableStore } from '../../../server/src/data/sqlite/migrate.ts'
import { createSqliteStore } from '../../../server/src/data/sqlite/sqlite-store.ts'
import { databasePath, syncLog } from '../../../server/src/data/sqlite/thread/files.ts'
import { folderDamage } from '../../../server/src/data/sqlite/thread/inspect-log.ts'
import { openNodeDriver } from '../../../server/src/data/sqlite/thread/node-driver.ts'
import { openSqliteStore } from '../../../server/src/data/sqlite/thread/open-sqlite-store.ts'
import type { Store } from '../../../server/src/data/store.ts'
import { SeededRandom } from '../world/seeded-random.ts'
import { damage, type Damage, type Target } from './damage.ts'
import type { Populated } from './populate.ts'
import { faulted, readEverything } from './read-everything.ts'

/** Of one damaged store. */
export interface Trial {
  trial: number
  target: Target
  of: 'closed' | 'killed'
  damage: Damage
  /** `right`: every answer is as without the damage. `wrong`: some answer is another one, and says nothing of it. */
  outcome: 'right' | 'faults' | 'refused to start' | 'wrong'
  /** Names of what was answered wrongly; or how many faults, or why it did not start. */
  what: string
  /** `parley doctor --store` says that something is wrong. */
  isSeenByDoctor: boolean
}

/** Which trials start the store with its threads. */
const threadsEvery = 25
const targets = ['database', 'database', 'log', 'log', 'blob'] as const

/** Damages a copy, asks the doctor, starts the store and reads everything. The same number is the same damage. */
export async function runTrial(
  { closed, killed, manifest }: Populated,
  expected: ReadonlyMap<string, string>,
  { seed, trial, scratch }: { seed: number; trial: number; scratch: string },
): Promise<Trial> {
  const random = new SeededRandom(`bit flips ${seed} ${trial}`)
  const target = random.pick(targets)
  // NOTE a store that was closed has no log of writes.
  const of = target === 'log' || random.chance(0.4) ? 'killed' : 'closed'
  const folder = `${scratch}/${trial}`
  const asDoctor = `${folder}-doctor`
  try {
    cpSync(of === 'killed' ? killed : closed, folder, { recursive: true })
    const done = damage(folder, target, random)
    cpSync(folder, asDoctor, { recursive: true })
    const isSeenByDoctor = problemsOf(asDoctor).length > 0
    const found = await look(folder, manifest, expected, trial % threadsEvery === 0)
    return { trial, target, of, damage: done, ...found, isSeenByDoctor }
  } finally {
    rmSync(folder, { recursive: true, force: true })
    rmSync(asDoctor, { recursive: true, force: true })
  }
}

function problemsOf(folder: string): string[] {
  try {
    return verifyDataFolder(folder)
  } catch (thrown) {
    return [String(thrown)]
  }
}

async function look(
  folder: string,
  manifest: Populated['manifest'],
  expected: ReadonlyMap<string, string>,
  threads: boolean,
): Promise<Pick<Trial, 'outcome' | 'what'>> {
  let told: Map<string, string>
  try {
    told = await readStore(folder, manifest, threads)
  } catch (thrown) {
    return { outcome: 'refused to start', what: String(thrown) }
  }
  // NOTE with threads an index answers searches, beside the log, in another order: it names entries and serves none.
  const isAsked = (name: string) => !threads || !name.startsWith('search ')
  const other = [...expected].filter(([name, answer]) => isAsked(name) && told.get(name) !== answer)
  const wrong = other.filter(([name]) => told.get(name) !== faulted).map(([name]) => name)
  if (wrong.length > 0) return { outcome: 'wrong', what: wrong.slice(0, 8).join(', ') }
  if (other.length > 0) return { outcome: 'faults', what: `${other.length} of ${expected.size}` }
  return { outcome: 'right', what: '' }
}

/**
 * The store on this folder, read whole: engine and checks of production, run in the caller's thread, because starting
 * three threads costs more than all that is read; with `threads` as production runs it. @throws what keeps it from starting
 */
export async function readStore(
  folder: string,
  manifest: Populated['manifest'],
  threads = false,
): Promise<Map<string, string>> {
  const clock = new ManualClock(manifest.nowMs)
  const store = threads
    ? await openSqliteStore({ folder, clock, random: nodeRandom, log: silentLog })
    : openInline(folder, clock)
  try {
    await store.probe()
    const blobs = await openDiskBlobs(filesFolder(folder))
    return await readEverything(store, blobs, manifest)
  } finally {
    await store.close().catch(() => {})
  }
}

function openInline(folder: string, clock: ManualClock): Store {
  const damaged = folderDamage(folder)
  if (damaged !== undefined) throw new UnusableStore(damaged)
  const path = databasePath(folder)
  return createSqliteStore({
    ...{ clock, random: nodeRandom, driver: openNodeDriver(path) },
    openReader: () => openNodeDriver(path, { readOnly: true }),
    syncLog: () => syncLog(path),
  })
}
