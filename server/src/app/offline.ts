import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { silentLog } from '../base/log.ts'
import { nodeClock } from '../base/node/node-clock.ts'
import { nodeRandom } from '../base/node/node-random.ts'
import { DriverFault } from '../data/sqlite/driver.ts'
import { databasePath } from '../data/sqlite/thread/files.ts'
import { openSqliteStore } from '../data/sqlite/thread/open-sqlite-store.ts'
import { isFolderHeld } from '../data/sqlite/thread/folder-lock.ts'
import { folderDamage } from '../data/sqlite/thread/inspect-log.ts'
import {
  readGeneration,
  restoreStore,
  UnsoundBackup,
  verifyFolder,
} from '../data/sqlite/thread/store-files.ts'
import { UnusableStore } from '../data/sqlite/migrate.ts'
import { verifyFileBytes } from './offline-files.ts'
import { controlRequest } from './control/control-request.ts'

/** What an operator does to a data folder failed; the message says why, `problems` in detail. */
export class FolderFault extends Error {
  readonly problems: readonly string[]
  constructor(message: string, problems: readonly string[] = []) {
    super(message)
    this.problems = problems
  }
}

/** Copies the store into a new file: through the server that runs on the folder, else by itself. @throws FolderFault */
export async function backupFolder(
  folder: string,
  file: string,
): Promise<{ path: string; online: boolean }> {
  const path = resolve(file)
  if (existsSync(path)) throw new FolderFault(`${path} is there already`)
  if (!existsSync(databasePath(folder)))
    throw new FolderFault(`there is no store in ${resolve(folder)}`)
  const reply = await controlRequest(folder, { command: 'backup', path })
  if (reply?.ok === false) throw new FolderFault(reply.message)
  if (reply !== undefined) return { path, online: true }
  await faultsAsSentences(async () => {
    const store = await openSqliteStore({
      folder,
      clock: nodeClock,
      random: nodeRandom,
      log: silentLog,
    })
    try {
      await store.backup(path)
    } finally {
      await store.close()
    }
  })
  return { path, online: false }
}

/** Puts a backup in the place of the folder's store, after verifying it. @throws FolderFault */
export async function restoreFolder(
  folder: string,
  file: string,
): Promise<{ replaced: string | undefined }> {
  const input = {
    backupPath: resolve(file),
    folder: resolve(folder),
    random: nodeRandom,
    wallMs: nodeClock.wallMs(),
  }
  return faultsAsSentences(async () => restoreStore(input))
}

export interface FolderState {
  /** A process holds the folder, whether or not it answers. */
  isHeld: boolean
  /** Of the store, in hexadecimal digits; undefined: there is no store. */
  generation: string | undefined
}

/** Looks at a data folder and changes nothing. @throws FolderFault */
export async function inspectFolder(folder: string): Promise<FolderState> {
  const path = databasePath(resolve(folder))
  if (!existsSync(path)) return { isHeld: false, generation: undefined }
  return faultsAsSentences(async () => {
    const isHeld = isFolderHeld(resolve(folder))
    // NOTE first: whoever opens the database begins its log anew, and what damage there was is no longer seen.
    const damage = isHeld ? undefined : folderDamage(resolve(folder))
    if (damage !== undefined) throw new UnusableStore(damage)
    return { isHeld, generation: Buffer.from(readGeneration(path)).toString('hex') }
  })
}

/** Reads and verifies the whole store. @returns the problems, one sentence each. */
export function verifyDataFolder(folder: string): string[] {
  const problems = verifyFolder(folder)
  // NOTE of a store that is not sound nothing further is believed.
  return problems.length > 0 ? problems : verifyFileBytes(folder)
}

async function faultsAsSentences<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (thrown) {
    if (thrown instanceof UnsoundBackup) throw new FolderFault(thrown.message, thrown.problems)
    if (thrown instanceof UnusableStore) throw new FolderFault(thrown.message)
    if (thrown instanceof DriverFault) throw new FolderFault(`SQLite: ${thrown.message}`)
    throw thrown
  }
}
