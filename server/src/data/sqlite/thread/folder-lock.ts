import { join } from 'node:path'
import { UnusableStore } from '../migrate.ts'
import { DriverFault } from '../driver.ts'
import { openNodeDriver } from './node-driver.ts'

const lockFile = 'parley.lock'
const busy = 5

/** Another living process, or another store of this one, uses the data folder. */
export class FolderInUse extends UnusableStore {
  constructor(folder: string) {
    super(`another process uses the data folder ${folder}`)
    this.name = 'FolderInUse'
  }
}

/**
 * Holds the data folder for one process: a lock of the operating system, by way of SQLite, on a file of its own. It ends
 * with the process, however that ends, so nothing stale can be in the way.
 * @returns what gives it back. @throws FolderInUse
 */
export function lockFolder(folder: string): { release(): void } {
  const driver = openNodeDriver(join(folder, lockFile), { lockWaitMs: 0 })
  try {
    // NOTE nothing is written, so that it holds on a full disk too.
    driver.exec('PRAGMA journal_mode = MEMORY')
    driver.exec('BEGIN EXCLUSIVE')
  } catch (thrown) {
    driver.close()
    if (thrown instanceof DriverFault && (thrown.code & 0xff) === busy)
      throw new FolderInUse(folder)
    throw thrown
  }
  let held = true
  return {
    release: () => {
      if (held) driver.close()
      held = false
    },
  }
}

/** Whether some process holds the folder. */
export function isFolderHeld(folder: string): boolean {
  try {
    lockFolder(folder).release()
    return false
  } catch (thrown) {
    if (thrown instanceof FolderInUse) return true
    throw thrown
  }
}
