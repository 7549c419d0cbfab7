import type { FileHandle } from 'node:fs/promises'
import type { Clock } from '../../../server/src/base/clock.ts'
import type { DiskFiles } from '../../../server/src/data/disk/disk-blobs.ts'
import type { SeededRandom } from '../world/seeded-random.ts'
import type { DiskFile } from './disk-file.ts'
import { DiskRefusal, folderOf, type SimulatedDisk } from './simulated-disk.ts'

/** How long the disk takes, in milliseconds at most. */
const actMs = 0.3
const syncMs = 4
const blockBytes = 4_096
/** What a disk without a bound says. */
const blocksMax = 2 ** 30

interface Deps {
  disk: SimulatedDisk
  /** Of the process that uses it: when it dies, nothing is answered any more. */
  clock: Pick<Clock, 'after'>
  random: SeededRandom
}

/**
 * A simulated disk as the part of node:fs/promises that blobs use. Everything takes its time, and comes to be at the end
 * of it; what a crash interrupts never comes to be.
 */
export function simulatedDiskFiles(deps: Deps): DiskFiles {
  const { disk, random } = deps
  const act = actor(deps)
  // NOTE as quotas do, a disk now and then says that there is room where there is none.
  const isHonest = random.chance(0.5)
  const files = {
    open: (given: string, flags: string) =>
      act(actMs, () => {
        const path = given === '.' ? '' : given
        if (disk.isFolder(path)) return folderHandle(act, disk, path)
        if (!disk.isFolder(folderOf(path))) throw failure('ENOENT')
        if (flags === 'wx' && disk.has(path)) throw failure('EEXIST')
        const found = disk.open(path, flags.startsWith('w'))
        if (found === undefined) throw failure('ENOENT')
        if (flags === 'w' && found.file.size > 0) disk.truncate(path, found.file, 0)
        return fileHandle(act, disk, path, found.file)
      }),
    mkdir: (path: string) =>
      act(actMs, () => {
        const parts = path.split('/')
        const paths = parts.map((_, index) => parts.slice(0, index + 1).join('/'))
        return paths.filter((one) => disk.makeFolder(one))[0]
      }),
    link: (from: string, to: string) =>
      act(actMs, () => {
        if (!disk.has(from)) throw failure('ENOENT')
        if (disk.has(to)) throw failure('EEXIST')
        disk.link(from, to)
      }),
    rename: (from: string, to: string) =>
      act(actMs, () => {
        if (!disk.has(from)) throw failure('ENOENT')
        disk.link(from, to)
        disk.remove(from, false)
      }),
    unlink: (path: string) =>
      act(actMs, () => {
        if (!disk.has(path)) throw failure('ENOENT')
        disk.remove(path, false)
      }),
    rm: (path: string) =>
      act(actMs, () => {
        for (const name of disk.names())
          if (name === path || name.startsWith(`${path}/`)) disk.remove(name, false)
      }),
    statfs: () =>
      act(actMs, () => {
        const free = Math.floor(disk.freeBytes / blockBytes)
        return { bavail: isHonest ? Math.min(free, blocksMax) : blocksMax, bsize: blockBytes }
      }),
  }
  return files as unknown as DiskFiles
}

type Act = <T>(ms: number, run: () => T) => Promise<T>

function actor({ disk, clock, random }: Deps): Act {
  const { epoch } = disk
  return (ms, run) =>
    new Promise((resolve, reject) => {
      clock.after(random.unit() * ms, () => {
        if (disk.epoch !== epoch) return
        try {
          resolve(run())
        } catch (thrown) {
          if (disk.epoch !== epoch) return
          reject(thrown instanceof DiskRefusal ? failure(thrown.error) : (thrown as Error))
        }
      })
    })
}

function fileHandle(act: Act, disk: SimulatedDisk, path: string, file: DiskFile): FileHandle {
  const handle = {
    write: (bytes: Uint8Array, from: number, length: number, at: number) =>
      act(actMs, () => {
        disk.write(path, file, at, bytes.subarray(from, from + length))
        return { bytesWritten: length }
      }),
    read: (into: Uint8Array, from: number, length: number, at: number) =>
      act(actMs, () => {
        const bytes = disk.read(path, file, at, length)
        into.set(bytes, from)
        return { bytesRead: bytes.length }
      }),
    stat: () => act(actMs, () => ({ size: file.size })),
    truncate: (size: number) => act(actMs, () => disk.truncate(path, file, size)),
    datasync: () => act(syncMs, () => disk.sync(path, file, false)),
    close: () => act(0, () => undefined),
  }
  return handle as unknown as FileHandle
}

function folderHandle(act: Act, disk: SimulatedDisk, path: string): FileHandle {
  const handle = {
    sync: () => act(syncMs, () => disk.syncFolder(path)),
    close: () => act(0, () => undefined),
  }
  return handle as unknown as FileHandle
}

const failure = (code: string): Error => Object.assign(new Error(code), { code })
