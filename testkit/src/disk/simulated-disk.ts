import type { SeededRandom } from '../world/seeded-random.ts'
import { DiskFile, type PowerLoss } from './disk-file.ts'

export type DiskError = 'EIO' | 'ENOSPC'
export type DiskAct = 'open' | 'read' | 'write' | 'truncate' | 'sync' | 'remove'

/** The disk said no. */
export class DiskRefusal extends Error {
  readonly error: DiskError
  readonly act: DiskAct
  constructor(error: DiskError, act: DiskAct) {
    super(`${error} in ${act}`)
    this.name = 'DiskRefusal'
    this.error = error
    this.act = act
  }
}

/** Asked before everything the disk does; what it answers is what the program gets. */
export type DiskPlan = (act: DiskAct, name: string, number: number) => DiskError | undefined

/**
 * Content is safe after a sync of the file, a name (and its removal) after a sync of the folder it is in: SQLite does that
 * with the first sync of a new journal or log, and where it asks for it in a removal. Names are paths; what lies in no
 * folder is in the one called ''.
 */
export class SimulatedDisk {
  readonly #random: SeededRandom
  /** What programs see. */
  #names = new Map<string, DiskFile>()
  /** What a loss of power leaves. */
  #safeNames = new Map<string, DiskFile>()
  readonly #folders = new WeakSet<DiskFile>()
  #plan: DiskPlan | undefined
  #acts = 0
  #epoch = 0
  #capacityBytes = Number.POSITIVE_INFINITY
  /** How often each thing was done. */
  readonly counts: Record<DiskAct, number> = {
    open: 0,
    read: 0,
    write: 0,
    truncate: 0,
    sync: 0,
    remove: 0,
  }

  constructor(random: SeededRandom) {
    this.#random = random
  }

  get random(): SeededRandom {
    return this.#random
  }

  /** Rises with every crash: whoever holds something of an earlier epoch is dead. */
  get epoch(): number {
    return this.#epoch
  }

  /** Everything done so far, in number: a place for a plan to fail at. */
  get acts(): number {
    return this.#acts
  }

  get usedBytes(): number {
    let used = 0
    for (const file of new Set(this.#names.values())) used += file.size
    return used
  }

  get freeBytes(): number {
    return Math.max(0, this.#capacityBytes - this.usedBytes)
  }

  /** From now on: what fails. Undefined: nothing. */
  plan(plan: DiskPlan | undefined): void {
    this.#plan = plan
  }

  /** How much fits; what would grow beyond it gets ENOSPC. */
  limit(capacityBytes: number): void {
    this.#capacityBytes = capacityBytes
  }

  has(name: string): boolean {
    return this.#names.has(name)
  }

  names(): string[] {
    return [...this.#names.keys()].toSorted()
  }

  /** @returns undefined when it is not there and not to be made. */
  open(name: string, make: boolean): { file: DiskFile; made: boolean } | undefined {
    this.#act('open', name)
    const file = this.#names.get(name)
    if (file !== undefined) return { file, made: false }
    if (!make) return undefined
    const made = new DiskFile()
    this.#names.set(name, made)
    return { file: made, made: true }
  }

  /** @returns whether it is new. */
  makeFolder(name: string): boolean {
    this.#act('open', name)
    if (this.#names.has(name)) return false
    const made = new DiskFile(0)
    this.#folders.add(made)
    this.#names.set(name, made)
    return true
  }

  isFolder(name: string): boolean {
    const found = this.#names.get(name)
    return name === '' || (found !== undefined && this.#folders.has(found))
  }

  /** A second name for a file that is there. What had that name loses it. */
  link(from: string, to: string): void {
    this.#act('open', to)
    const file = this.#names.get(from)
    if (file !== undefined) this.#names.set(to, file)
  }

  read(name: string, file: DiskFile, offset: number, length: number): Uint8Array {
    this.#act('read', name)
    return file.read(offset, length)
  }

  write(name: string, file: DiskFile, offset: number, bytes: Uint8Array): void {
    const error = this.#asked('write', name) ?? this.#tooLarge(file, offset + bytes.length)
    if (error !== undefined) {
      // NOTE what fails has mostly begun.
      if (this.#random.chance(0.5)) file.write(offset, bytes.subarray(0, bytes.length >> 1))
      throw new DiskRefusal(error, 'write')
    }
    file.write(offset, bytes)
  }

  truncate(name: string, file: DiskFile, size: number): void {
    this.#act('truncate', name)
    file.truncate(size)
  }

  sync(name: string, file: DiskFile, folderToo: boolean): void {
    const error = this.#asked('sync', name)
    if (error !== undefined) {
      file.syncFailed()
      throw new DiskRefusal(error, 'sync')
    }
    file.sync()
    if (folderToo) this.#syncFolder(folderOf(name))
  }

  /** The names in it are safe, and those that are no more are gone. */
  syncFolder(folder: string): void {
    this.#act('sync', folder)
    this.#syncFolder(folder)
  }

  remove(name: string, syncFolder: boolean): void {
    this.#act('remove', name)
    this.#names.delete(name)
    if (syncFolder) this.#syncFolder(folderOf(name))
  }

  /** The process is gone; the machine goes on: everything written is there, safe or not. */
  killProcess(): void {
    this.#epoch += 1
  }

  /** The machine is gone: what was not synced is lost, all of it or any part. */
  losePower(how: PowerLoss): void {
    this.#epoch += 1
    const names = new Map(this.#safeNames)
    if (how === 'tear') {
      for (const name of new Set([...this.#names.keys(), ...this.#safeNames.keys()])) {
        if (this.#random.chance(0.5)) continue
        const now = this.#names.get(name)
        if (now === undefined) names.delete(name)
        else names.set(name, now)
      }
    }
    // NOTE what is in a folder that is lost is lost: a folder was made before what is in it.
    for (const name of names.keys()) {
      const folder = folderOf(name)
      if (folder !== '' && !names.has(folder)) names.delete(name)
    }
    for (const file of new Set(names.values())) file.losePower(how, this.#random)
    this.#names = names
    this.#safeNames = new Map(names)
  }

  /** Damage: flips bits of one byte of a file. */
  corrupt(name: string, offset: number, mask: number): void {
    this.#names.get(name)?.corrupt(offset, mask)
  }

  sizeOf(name: string): number {
    return this.#names.get(name)?.size ?? 0
  }

  #syncFolder(folder: string): void {
    for (const name of this.#safeNames.keys())
      if (folderOf(name) === folder && !this.#names.has(name)) this.#safeNames.delete(name)
    for (const [name, file] of this.#names)
      if (folderOf(name) === folder) this.#safeNames.set(name, file)
  }

  #tooLarge(file: DiskFile, end: number): DiskError | undefined {
    if (this.#capacityBytes === Number.POSITIVE_INFINITY || end <= file.size) return undefined
    return this.usedBytes + end - file.size > this.#capacityBytes ? 'ENOSPC' : undefined
  }

  #act(act: DiskAct, name: string): void {
    const error = this.#asked(act, name)
    if (error !== undefined) throw new DiskRefusal(error, act)
  }

  #asked(act: DiskAct, name: string): DiskError | undefined {
    this.counts[act] += 1
    this.#acts += 1
    const epoch = this.#epoch
    const error = this.#plan?.(act, name, this.#acts)
    // NOTE a plan may crash the disk: then this act never came to anything.
    if (this.#epoch !== epoch) throw new DiskRefusal('EIO', act)
    return error
  }
}

export const folderOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('/')))
