import { ByteSlab } from '../../../server/src/base/byte-slab.ts'
import { DriverFault, type SqlValue } from '../../../server/src/data/sqlite/driver.ts'
import type { WasmModule } from './wasm-module.ts'

const outOfMemory = 7
const roomBytesMin = 4_096
/** What a UTF-16 unit takes up at most. */
const utf8BytesMax = 3
const slab = new ByteSlab()

/**
 * Texts and blobs on their way into the memory of a WebAssembly SQLite and out of it. One place serves all statements of a
 * connection: what is bound lies there until the statement is over, and the next one begins anew.
 */
export class WasmBytes {
  readonly #module: WasmModule
  #room = 0
  #roomBytes = 0
  #used = 0
  /** All of that memory; another one when it has grown. */
  #heap: Buffer = Buffer.alloc(0)

  constructor(module: WasmModule) {
    this.#module = module
  }

  /** For all that a statement binds; what an earlier one bound is gone. */
  makeRoom(values: readonly SqlValue[]): void {
    this.#used = 0
    let needed = 0
    for (const value of values) {
      if (typeof value === 'string') needed += value.length * utf8BytesMax
      else if (value instanceof Uint8Array) needed += value.length
    }
    // NOTE also for nothing: what lies nowhere would be bound as NULL.
    if (this.#room !== 0 && needed <= this.#roomBytes) return
    this.free()
    const bytes = Math.max(needed, roomBytesMin)
    this.#room = this.#module.wasm.exports.malloc(bytes)
    if (this.#room === 0) throw new DriverFault(outOfMemory, 'out of memory')
    this.#roomBytes = bytes
  }

  put(value: string | Uint8Array): { at: number; length: number } {
    const at = this.#room + this.#used
    const heap = this.#view()
    let { length } = value
    if (typeof value === 'string') length = heap.write(value, at)
    else heap.set(value, at)
    this.#used += length
    return { at, length }
  }

  text(at: number, length: number): string {
    return length === 0 ? '' : this.#view().toString('utf8', at, at + length)
  }

  copy(at: number, length: number): Uint8Array {
    const bytes = slab.take(length)
    bytes.set(this.#view().subarray(at, at + length))
    return bytes
  }

  free(): void {
    if (this.#room !== 0) this.#module.wasm.exports.free(this.#room)
    this.#room = 0
    this.#roomBytes = 0
  }

  #view(): Buffer {
    const { buffer } = this.#module.wasm.heap8u()
    if (this.#heap.buffer !== buffer) this.#heap = Buffer.from(buffer)
    return this.#heap
  }
}
