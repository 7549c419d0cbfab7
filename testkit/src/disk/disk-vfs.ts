import { FileLocks, lockLevels, newHolder } from './file-locks.ts'
import type { DiskFile } from './disk-file.ts'
import { DiskRefusal, type DiskAct, type SimulatedDisk } from './simulated-disk.ts'
import type { WasmMethods, WasmModule } from './wasm-module.ts'

const ok = 0
const busy = 5
const notFound = 12
const full = 13
const cannotOpen = 14
const shortRead = 522
const ioError = 10
const ioErrors: Record<DiskAct, number> = {
  open: cannotOpen,
  read: 266,
  write: 778,
  truncate: 1546,
  sync: 1034,
  remove: 2570,
}
const openFlags = { create: 4, deleteOnClose: 8, journal: 0x800, wal: 0x80000 } as const
const shmFlags = { unlock: 1, shared: 4 } as const
/** Days from the Julian epoch to 1970, in milliseconds. */
const julianMs = 210_866_760_000_000
/** Sector writes leave their neighbours alone. */
const powersafeOverwrite = 0x1000

/** What everybody who has a file open shares. */
interface Shared {
  locks: FileLocks
  regions: number[]
  mapped: number
}

interface Handle {
  name: string
  file: DiskFile
  disk: SimulatedDisk
  epoch: number
  holder: ReturnType<typeof newHolder>
  shared: Shared
  mapped: boolean
  removeOnClose: boolean
  /** A new journal or log: its first sync makes the folder's names safe too. */
  syncFolder: boolean
}

/**
 * Makes a simulated disk the file system of one SQLite instance, for one disk at a time.
 * NOTE nothing is ever thrown into SQLite: a throw left a failed row visible.
 */
export class DiskVfs {
  readonly #module: WasmModule
  readonly #handles = new Map<number, Handle>()
  readonly #shared = new Map<DiskFile, Shared>()
  #disk: SimulatedDisk | undefined
  #wallMs: () => number = () => 0
  #temporary = 0

  constructor(module: WasmModule) {
    this.#module = module
    const io = new module.capi.sqlite3_io_methods()
    io.$iVersion = 2
    const vfs = new module.capi.sqlite3_vfs()
    vfs.$iVersion = 2
    vfs.$szOsFile = 4
    vfs.$mxPathname = 256
    module.vfs.installVfs({
      io: { struct: io, methods: this.#ioMethods() },
      // NOTE as the default it also seeds SQLite's own random numbers.
      vfs: { struct: vfs, methods: this.#vfsMethods(io.pointer), name: 'world', asDefault: true },
    })
  }

  /** Files opened from now on lie there. SQLite's own chance begins anew. */
  mount(disk: SimulatedDisk, wallMs: () => number): void {
    this.#disk = disk
    this.#wallMs = wallMs
    this.#temporary = 0
    this.#module.capi.sqlite3_randomness(0, 0)
  }

  get openHandles(): number {
    return this.#handles.size
  }

  #living(pointer: number): Handle {
    const handle = this.#handles.get(pointer)
    if (handle === undefined || handle.epoch !== handle.disk.epoch) throw new Error('a dead handle')
    return handle
  }

  #ioMethods(): WasmMethods {
    const { wasm } = this.#module
    const safe = guarded
    return {
      xClose: safe((pointer: number) => this.#close(pointer)),
      xRead: safe((pointer: number, into: number, length: number, offset: bigint) => {
        const { disk, name, file } = this.#living(pointer)
        const bytes = disk.read(name, file, Number(offset), length)
        const heap = wasm.heap8u()
        heap.set(bytes, into)
        if (bytes.length === length) return ok
        heap.fill(0, into + bytes.length, into + length)
        return shortRead
      }),
      xWrite: safe((pointer: number, from: number, length: number, offset: bigint) => {
        const { disk, name, file } = this.#living(pointer)
        disk.write(name, file, Number(offset), wasm.heap8u().subarray(from, from + length))
        return ok
      }),
      xTruncate: safe((pointer: number, size: bigint) => {
        const { disk, name, file } = this.#living(pointer)
        disk.truncate(name, file, Number(size))
        return ok
      }),
      xSync: safe((pointer: number) => {
        const handle = this.#living(pointer)
        handle.disk.sync(handle.name, handle.file, handle.syncFolder)
        handle.syncFolder = false
        return ok
      }),
      xFileSize: safe((pointer: number, into: number) => {
        wasm.poke64(into, BigInt(this.#living(pointer).file.size))
        return ok
      }),
      xLock: safe((pointer: number, level: number) => {
        const { shared, holder } = this.#living(pointer)
        return shared.locks.raise(holder, level) ? ok : busy
      }),
      xUnlock: safe((pointer: number, level: number) => {
        const handle = this.#handles.get(pointer)
        if (handle !== undefined) handle.holder.level = Math.min(handle.holder.level, level)
        return ok
      }),
      xCheckReservedLock: safe((pointer: number, into: number) => {
        const { shared, holder } = this.#living(pointer)
        wasm.poke32(into, shared.locks.reservedByOther(holder) ? 1 : 0)
        return ok
      }),
      xFileControl: safe(() => notFound),
      xSectorSize: safe(() => 512),
      xDeviceCharacteristics: safe(() => powersafeOverwrite),
      ...this.#shmMethods(),
    }
  }

  #shmMethods(): WasmMethods {
    const { wasm } = this.#module
    const safe = guarded
    return {
      xShmMap: safe(
        (pointer: number, index: number, bytes: number, extend: number, into: number) => {
          const handle = this.#living(pointer)
          const { regions } = handle.shared
          if (!handle.mapped) {
            handle.mapped = true
            handle.shared.mapped += 1
          }
          while (regions.length <= index && extend !== 0) {
            const region = wasm.exports.malloc(bytes)
            if (region === 0) return 7
            wasm.heap8u().fill(0, region, region + bytes)
            regions.push(region)
          }
          wasm.poke32(into, regions[index] ?? 0)
          return ok
        },
      ),
      xShmLock: safe((pointer: number, offset: number, count: number, flags: number) => {
        const handle = this.#handles.get(pointer)
        if (handle === undefined) return ioError
        const mask = ((1 << count) - 1) << offset
        const { locks } = handle.shared
        if ((flags & shmFlags.unlock) !== 0) {
          locks.freeSlots(handle.holder, mask)
          return ok
        }
        this.#living(pointer)
        return locks.takeSlots(handle.holder, mask, (flags & shmFlags.shared) === 0) ? ok : busy
      }),
      xShmBarrier: () => {},
      xShmUnmap: safe((pointer: number) => {
        const handle = this.#handles.get(pointer)
        if (handle !== undefined) this.#unmap(handle)
        return ok
      }),
    }
  }

  #vfsMethods(ioPointer: number): WasmMethods {
    const { wasm } = this.#module
    const safe = guarded
    const disk = (): SimulatedDisk => {
      if (this.#disk === undefined) throw new Error('no disk is mounted')
      return this.#disk
    }
    return {
      xOpen: safe(
        (_vfs: number, path: number, pointer: number, flags: number, outFlags: number) => {
          wasm.poke32(pointer, 0)
          const name =
            path === 0 ? `temporary-${(this.#temporary += 1)}` : text(wasm.cstrToJs(path))
          const opened = disk().open(name, (flags & openFlags.create) !== 0)
          if (opened === undefined) return cannotOpen
          const { file, made } = opened
          const shared = this.#sharedOf(file)
          const holder = newHolder()
          shared.locks.holders.add(holder)
          this.#handles.set(pointer, {
            name,
            file,
            disk: disk(),
            epoch: disk().epoch,
            holder,
            shared,
            mapped: false,
            removeOnClose: (flags & openFlags.deleteOnClose) !== 0,
            syncFolder: made && (flags & (openFlags.journal | openFlags.wal)) !== 0,
          })
          wasm.poke32(pointer, ioPointer)
          if (outFlags !== 0) wasm.poke32(outFlags, flags)
          return ok
        },
      ),
      xDelete: safe((_vfs: number, path: number, syncFolder: number) => {
        const name = text(wasm.cstrToJs(path))
        if (!disk().has(name)) return 5898
        disk().remove(name, syncFolder !== 0)
        return ok
      }),
      xAccess: safe((_vfs: number, path: number, _flags: number, into: number) => {
        const name = text(wasm.cstrToJs(path))
        wasm.poke32(into, disk().has(name) ? 1 : 0)
        return ok
      }),
      xFullPathname: safe((_vfs: number, path: number, length: number, into: number) => {
        const bytes = new TextEncoder().encode(`${text(wasm.cstrToJs(path))}\0`)
        if (bytes.length > length) return cannotOpen
        wasm.heap8u().set(bytes, into)
        return ok
      }),
      xRandomness: (_vfs: number, length: number, into: number) => {
        const bytes = new Uint8Array(length)
        if (this.#disk !== undefined) this.#disk.random.fill(bytes)
        wasm.heap8u().set(bytes, into)
        return length
      },
      xSleep: () => 0,
      xCurrentTimeInt64: safe((_vfs: number, into: number) => {
        wasm.poke64(into, BigInt(Math.floor(this.#wallMs()) + julianMs))
        return ok
      }),
      xGetLastError: () => 0,
    }
  }

  #sharedOf(file: DiskFile): Shared {
    let shared = this.#shared.get(file)
    if (shared !== undefined) return shared
    shared = { locks: new FileLocks(), regions: [], mapped: 0 }
    this.#shared.set(file, shared)
    return shared
  }

  /** After a crash nobody is left: what dead processes shared must not be found by the next. */
  forgetDead(): void {
    for (const handle of this.#handles.values()) {
      if (handle.epoch === handle.disk.epoch) continue
      this.#shared.delete(handle.file)
    }
  }

  #close(pointer: number): number {
    const handle = this.#handles.get(pointer)
    if (handle === undefined) return ok
    this.#handles.delete(pointer)
    handle.holder.level = lockLevels.none
    this.#unmap(handle)
    handle.shared.locks.holders.delete(handle.holder)
    const last = handle.shared.locks.holders.size === 0
    if (last && this.#shared.get(handle.file) === handle.shared) this.#shared.delete(handle.file)
    if (handle.removeOnClose && handle.epoch === handle.disk.epoch)
      handle.disk.remove(handle.name, false)
    return ok
  }

  /** Of dead handles too: the memory is the instance's, not the dead process's. */
  #unmap(handle: Handle): void {
    const { shared, holder } = handle
    shared.locks.freeSlots(holder, 0xff)
    if (!handle.mapped) return
    handle.mapped = false
    shared.mapped -= 1
    if (shared.mapped > 0) return
    for (const region of shared.regions.splice(0)) this.#module.wasm.exports.free(region)
  }
}

function guarded<P extends (number | bigint)[]>(
  run: (...parts: P) => number,
): (...parts: P) => number {
  return (...parts) => {
    try {
      return run(...parts)
    } catch (thrown) {
      if (!(thrown instanceof DiskRefusal)) return ioError
      return thrown.error === 'ENOSPC' && thrown.act === 'write' ? full : ioErrors[thrown.act]
    }
  }
}

function text(found: string | null): string {
  return found ?? ''
}
