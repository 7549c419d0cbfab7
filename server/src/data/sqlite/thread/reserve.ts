import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** As much as a start takes: the index of the log of writes, and what says where the server is. */
export const reserveBytes = 262_144

const reservePath = (folder: string) => join(folder, 'parley.reserve')

/** Keeps room in the folder for a start on a full disk (R15). Where there is none now, nothing happens. */
export function keepReserve(folder: string): void {
  const path = reservePath(folder)
  if (statSync(path, { throwIfNoEntry: false })?.size === reserveBytes) return
  try {
    const file = openSync(path, 'w', 0o600)
    try {
      // NOTE not zeros: some file systems keep no room for those.
      if (writeSync(file, new Uint8Array(reserveBytes).fill(0xa5)) === reserveBytes) return
    } finally {
      closeSync(file)
    }
  } catch {
    // NOTE room for a name, and none for the rest.
  }
  // NOTE a part of it is of no use, and may be what somebody else needs.
  rmSync(path, { force: true })
}

/** Gives the room up. @returns false when there was none. */
export function giveReserveUp(folder: string): boolean {
  const path = reservePath(folder)
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return false
  rmSync(path, { force: true })
  return true
}
