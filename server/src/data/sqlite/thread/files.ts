import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

export function databasePath(folder: string): string {
  return join(folder, 'parley.db')
}

/** The search index: made anew from the logs when it is missing. */
export function searchPath(folder: string): string {
  return join(folder, 'search.db')
}

/** Makes the folder if it is missing, readable by its owner only, and makes its name durable. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  syncPath(dirname(folder))
}

export function syncPath(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Makes the log of writes of a database durable as it lies there, and its name. */
export function syncLog(path: string): void {
  const log = `${path}-wal`
  if (existsSync(log)) syncPath(log)
  syncPath(dirname(path))
}

/** Gives a finished file its name, durably. @throws EEXIST when the name is taken. */
export function publish(partial: string, path: string): void {
  syncPath(partial)
  linkSync(partial, path)
  rmSync(partial)
  syncPath(dirname(path))
}
