import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import type { Random } from '../../../base/random.ts'
import { checkSchema, migrate, UnusableStore } from '../migrate.ts'
import { rowSum } from '../row-sum.ts'
import { verifyStore } from '../verify-store.ts'
import { databasePath, makeFolder, syncPath } from './files.ts'
import { isFolderHeld, lockFolder } from './folder-lock.ts'
import { folderDamage } from './inspect-log.ts'
import { openNodeDriver } from './node-driver.ts'

/**
 * Checks the database of a store, whether or not it is being served: see verifyStore.
 * @returns the problems found. @throws DriverFault when it cannot be opened.
 */
export function verifyStoreFile(path: string): string[] {
  if (!existsSync(path)) return [`there is no database at ${path}`]
  const driver = openNodeDriver(path, { readOnly: true })
  try {
    return verifyStore(driver)
  } finally {
    driver.close()
  }
}

/** The same for a data folder. */
export function verifyFolder(folder: string): string[] {
  // NOTE before SQLite looks at it: it would begin the log anew. While it is served, the log is being written.
  const damage = isFolderHeld(folder) ? undefined : folderDamage(folder)
  return damage === undefined ? verifyStoreFile(databasePath(folder)) : [damage]
}

/** Of the store in this file, served or not. @throws UnusableStore, DriverFault */
export function readGeneration(path: string): Uint8Array {
  const driver = openNodeDriver(path, { readOnly: true })
  try {
    if (checkSchema(driver) === 0) throw new UnusableStore('the database is empty')
    const meta = driver.prepare('SELECT generation FROM meta').get()
    if (meta === undefined) throw new UnusableStore('the database has no identity')
    return meta.generation as Uint8Array
  } finally {
    driver.close()
  }
}

/** The backup cannot be restored; `problems` says why, one sentence each. Nothing has changed. */
export class UnsoundBackup extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(`the backup is not sound: ${problems[0] ?? ''}`)
    this.name = 'UnsoundBackup'
    this.problems = problems
  }
}

export interface RestoreStore {
  backupPath: string
  /** Not in use by any process. */
  folder: string
  random: Random
  wallMs: number
}

/**
 * Puts a backup in the place of a folder's database: verified first, under a new generation, in one rename. What it
 * replaces stays beside it.
 * @returns where the replaced database lies; undefined: there was none.
 * @throws FolderInUse, UnusableStore (a newer program's backup, or none of ours), UnsoundBackup
 */
export function restoreStore(input: RestoreStore): { replaced: string | undefined } {
  const { backupPath, folder } = input
  if (!existsSync(backupPath)) throw new UnusableStore(`there is no backup at ${backupPath}`)
  makeFolder(folder)
  const lock = lockFolder(folder)
  const path = databasePath(folder)
  const incoming = `${path}.restoring`
  try {
    removeDatabase(incoming)
    copyFileSync(backupPath, incoming)
    prepareIncoming(incoming, input)
    const replaced = existsSync(path) ? setAside(path, input.wallMs) : undefined
    renameSync(incoming, path)
    syncPath(folder)
    return { replaced }
  } finally {
    removeDatabase(incoming)
    lock.release()
  }
}

/** Verifies the copy, brings it to this program's schema and gives it a generation of its own. */
function prepareIncoming(incoming: string, { random, wallMs }: RestoreStore): void {
  const driver = openNodeDriver(incoming)
  try {
    if (checkSchema(driver) === 0) throw new UnusableStore('the backup is an empty database')
    migrate(driver, random, wallMs)
    const problems = verifyStore(driver)
    if (problems.length > 0) throw new UnsoundBackup(problems)
    driver.exec('PRAGMA journal_mode = DELETE')
    driver.exec('PRAGMA synchronous = FULL')
    const generation = random.fill(new Uint8Array(16))
    const serverKey = driver.prepare('SELECT server_key FROM meta').get()?.server_key ?? null
    const sum = rowSum('meta', [1, generation, serverKey])
    driver.prepare('UPDATE meta SET generation = ?, sum = ?').run(generation, sum)
  } finally {
    driver.close()
  }
  syncPath(incoming)
}

/** Keeps the database under another name, without taking its own away: a crash leaves the old or the new one in place. */
function setAside(path: string, wallMs: number): string {
  const aside = freeName(`${path}.replaced-${Math.floor(wallMs)}`)
  try {
    // NOTE a log of writes that stayed would be applied to the database that comes.
    const driver = openNodeDriver(path)
    try {
      driver.prepare('PRAGMA journal_mode = DELETE').get()
    } finally {
      driver.close()
    }
  } catch {
    // The old one may be damaged beyond opening: that is why it is replaced. Its parts are kept as they are.
    for (const part of ['-wal', '-shm']) {
      if (existsSync(path + part)) renameSync(path + part, aside + part)
    }
  }
  linkSync(path, aside)
  return aside
}

function freeName(wanted: string): string {
  let name = wanted
  for (let number = 2; existsSync(name); number += 1) name = `${wanted}-${number}`
  return name
}

function removeDatabase(path: string): void {
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(path + part, { force: true })
}
