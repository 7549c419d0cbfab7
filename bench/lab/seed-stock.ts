import { closeSync, cpSync, existsSync, fsyncSync, openSync } from 'node:fs'
import { readdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { databasePath, searchPath } from '../../server/src/data/sqlite/thread/files.ts'
import { removeFolder, runFolder, seedOf, type SeedPlan } from './seed.ts'

/** A seed larger than this is not copied for each run, and not kept: what a run adds is little beside it. */
const copiedBytesMax = 2 * 2 ** 30

export interface DiskBytes {
  store: number
  search: number
}

/** A seeded store that several runs begin with, one after the other. */
export interface SeedStock {
  /** Of the seed, its logs of writes included. */
  readonly disk: DiskBytes
  /** A folder for one run, on the disk. Of a large seed it is the same each time, with what the runs before have added. */
  folder(): string
  remove(): void
}

export async function openStock(plan: SeedPlan, say: (text: string) => void): Promise<SeedStock> {
  const seed = await seedOf(plan, say)
  const disk = { store: bytesOf(databasePath(seed)), search: bytesOf(searchPath(seed)) }
  const isLarge = disk.store + disk.search > copiedBytesMax
  let last: string | undefined
  const remove = () => {
    if (last !== undefined) removeFolder(last)
    last = undefined
  }
  return {
    disk,
    folder() {
      if (isLarge && last !== undefined) return last
      remove()
      last = runFolder()
      if (isLarge) renameSync(seed, last)
      else cpSync(seed, last, { recursive: true })
      syncFiles(last)
      return last
    },
    remove,
  }
}

/** NOTE or the disk would still write the copy while it is measured. */
function syncFiles(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = openSync(join(folder, name), 'r')
    fsyncSync(file)
    closeSync(file)
  }
}

function bytesOf(path: string): number {
  return ['', '-wal'].reduce(
    (sum, part) => sum + (existsSync(path + part) ? statSync(path + part).size : 0),
    0,
  )
}
