import type { Driver } from '../../../server/src/data/sqlite/driver.ts'
import { DiskVfs } from './disk-vfs.ts'
import type { SimulatedDisk } from './simulated-disk.ts'
import { WasmDriver } from './wasm-driver.ts'
import { loadWasmModule, type WasmModule } from './wasm-module.ts'

/** SQLite on a simulated disk: one instance, one disk at a time. Only its start is asynchronous. */
export class WasmSqlite {
  readonly #module: WasmModule
  readonly #vfs: DiskVfs
  readonly #open = new Set<WasmDriver>()

  constructor(module: WasmModule) {
    this.#module = module
    this.#vfs = new DiskVfs(module)
  }

  /** Connections opened from now on are on this disk; their chance comes from it. */
  mount(disk: SimulatedDisk, wallMs: () => number = () => 0): void {
    this.#vfs.mount(disk, wallMs)
  }

  /** @throws DriverFault */
  open(name: string): Driver {
    const driver = new WasmDriver(this.#module, name)
    this.#open.add(driver)
    return driver
  }

  /** After the disk's crash: what the dead process had open is let go, without touching the disk. */
  afterCrash(): void {
    this.#vfs.forgetDead()
    for (const driver of this.#open) driver.close()
    this.#open.clear()
  }

  get openHandles(): number {
    return this.#vfs.openHandles
  }

  get memoryBytes(): number {
    return this.#module.wasm.heap8u().length
  }
}

export async function startWasmSqlite(): Promise<WasmSqlite> {
  return new WasmSqlite(await loadWasmModule())
}
