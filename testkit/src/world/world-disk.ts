import type { Clock } from '../../../server/src/base/clock.ts'
import type { DiskFiles } from '../../../server/src/data/disk/disk-blobs.ts'
import { simulatedDiskFiles } from '../disk/disk-files.ts'
import type { SimulatedDisk } from '../disk/simulated-disk.ts'
import type { SeededRandom } from './seeded-random.ts'

/** Of the process alone, or of the machine with everything that was not synced. */
export type CrashKind = 'process' | 'power'
export type DiskCondition = 'good' | 'full' | 'broken'

/** Where the bytes of files are, below the folder of the store. */
export const blobFolder = 'files'

/** What goes wrong with the disk of a simulated server. */
export class WorldDisk {
  readonly #disk: SimulatedDisk
  #condition: DiskCondition = 'good'

  constructor(disk: SimulatedDisk) {
    this.#disk = disk
  }

  lose(kind: CrashKind): void {
    if (kind === 'process') this.#disk.killProcess()
    else this.#disk.losePower(this.#disk.random.chance(0.5) ? 'drop' : 'tear')
  }

  /** In the middle of what it does soon; `then` is told when that has happened. */
  crashWithin(acts: number, kind: CrashKind, then: () => void): void {
    if (this.#condition === 'broken') return
    let left = acts
    this.#disk.plan(() => {
      if ((left -= 1) > 0) return undefined
      this.#disk.plan(undefined)
      this.lose(kind)
      then()
      return undefined
    })
  }

  /** One of the next writes and syncs of files fails, and those after it do not. */
  stumbleWithin(acts: number): void {
    if (this.#condition === 'broken') return
    let left = acts
    this.#disk.plan((act, name) => {
      const isOfFiles = name.startsWith(blobFolder) && (act === 'write' || act === 'sync')
      if (!isOfFiles || (left -= 1) > 0) return undefined
      this.#disk.plan(undefined)
      return 'EIO'
    })
  }

  condition(condition: DiskCondition): void {
    this.#condition = condition
    this.#disk.limit(condition === 'full' ? this.#disk.usedBytes : Number.POSITIVE_INFINITY)
    this.#disk.plan(
      condition === 'broken'
        ? (act) => (act === 'write' || act === 'sync' ? 'EIO' : undefined)
        : undefined,
    )
  }

  files(clock: Clock, random: SeededRandom): DiskFiles {
    return simulatedDiskFiles({ disk: this.#disk, clock, random })
  }

  /** Files below the folder of blobs, from there on. */
  fileNames(): string[] {
    const disk = this.#disk
    return disk
      .names()
      .filter((name) => name.startsWith(`${blobFolder}/`) && !disk.isFolder(name))
      .map((name) => name.slice(blobFolder.length + 1))
  }
}
