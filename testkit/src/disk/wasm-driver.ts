import {
  DriverFault,
  type Driver,
  type SqlValue,
  type Statement,
} from '../../../server/src/data/sqlite/driver.ts'
import { WasmBytes } from './wasm-bytes.ts'
import type { WasmModule } from './wasm-module.ts'

const row = 100
const done = 101
const columnTypes = { integer: 1, float: 2, text: 3, blob: 4 } as const
const readWriteCreate = 6
/** SQLite reads what is bound where it lies; it stays there until the statement is over. */
const stays = 0

/** The Driver over the WebAssembly SQLite. Numbers are bound as doubles, like node:sqlite does. */
export class WasmDriver implements Driver {
  readonly #module: WasmModule
  readonly #bytes: WasmBytes
  readonly #statements = new Set<WasmStatement>()
  #database: number

  /** @throws DriverFault when the file cannot be opened. */
  constructor(module: WasmModule, name: string) {
    this.#module = module
    this.#bytes = new WasmBytes(module)
    const { wasm } = module
    const out = wasm.exports.malloc(8)
    const path = wasm.allocCString(name)
    const code = wasm.exports.sqlite3_open_v2(path, out, readWriteCreate, 0)
    this.#database = pointerAt(module, out)
    wasm.exports.free(out)
    wasm.dealloc(path)
    if (this.#database !== 0) wasm.exports.sqlite3_extended_result_codes(this.#database, 1)
    if (code === 0) return
    const fault = this.fault(code)
    this.close()
    throw fault
  }

  exec(sql: string): void {
    const { wasm } = this.#module
    const text = wasm.allocCString(sql)
    const code = wasm.exports.sqlite3_exec(this.#database, text, 0, 0, 0)
    wasm.dealloc(text)
    if (code !== 0) throw this.fault(code)
  }

  prepare(sql: string): Statement {
    const { wasm } = this.#module
    const out = wasm.exports.malloc(8)
    const text = wasm.allocCString(sql)
    const code = wasm.exports.sqlite3_prepare_v2(this.#database, text, -1, out, 0)
    const pointer = pointerAt(this.#module, out)
    wasm.exports.free(out)
    wasm.dealloc(text)
    if (code !== 0) throw this.fault(code)
    const statement = new WasmStatement(this.#module, this, this.#bytes, pointer)
    this.#statements.add(statement)
    return statement
  }

  close(): void {
    for (const statement of this.#statements) statement.finalize()
    this.#statements.clear()
    const database = this.#database
    this.#database = 0
    if (database !== 0) this.#module.wasm.exports.sqlite3_close_v2(database)
    this.#bytes.free()
  }

  get database(): number {
    return this.#database
  }

  fault(code: number): DriverFault {
    const { wasm } = this.#module
    if (this.#database === 0) return new DriverFault(code, `SQLite error ${code}`)
    const extended = wasm.exports.sqlite3_extended_errcode(this.#database)
    const message = wasm.cstrToJs(wasm.exports.sqlite3_errmsg(this.#database)) ?? ''
    return new DriverFault((extended & 0xff) === (code & 0xff) ? extended : code, message)
  }
}

class WasmStatement implements Statement {
  readonly #module: WasmModule
  readonly #driver: WasmDriver
  readonly #bytes: WasmBytes
  #pointer: number
  #columns: string[] | undefined

  constructor(module: WasmModule, driver: WasmDriver, bytes: WasmBytes, pointer: number) {
    this.#module = module
    this.#driver = driver
    this.#bytes = bytes
    this.#pointer = pointer
  }

  run(...parameters: SqlValue[]): number {
    this.#step(parameters, () => false)
    return this.#module.wasm.exports.sqlite3_changes(this.#driver.database)
  }

  get(...parameters: SqlValue[]): Record<string, SqlValue> | undefined {
    let found: Record<string, SqlValue> | undefined
    this.#step(parameters, () => {
      found = this.#row()
      return true
    })
    return found
  }

  all(...parameters: SqlValue[]): Record<string, SqlValue>[] {
    const rows: Record<string, SqlValue>[] = []
    this.#step(parameters, () => {
      rows.push(this.#row())
      return false
    })
    return rows
  }

  finalize(): void {
    this.#module.wasm.exports.sqlite3_finalize(this.#pointer)
    this.#pointer = 0
  }

  /** Calls `take` for each row until it answers true. */
  #step(parameters: readonly SqlValue[], take: () => boolean): void {
    const { exports } = this.#module.wasm
    const pointer = this.#pointer
    if (pointer === 0) throw new DriverFault(21, 'the connection is closed')
    try {
      this.#bytes.makeRoom(parameters)
      for (let index = 0; index < parameters.length; index += 1)
        this.#bind(index + 1, parameters[index] ?? null)
      for (;;) {
        const code = exports.sqlite3_step(pointer)
        if (code === done) return
        if (code !== row) throw this.#driver.fault(code)
        if (take()) return
      }
    } finally {
      exports.sqlite3_reset(pointer)
      if (parameters.length > 0) exports.sqlite3_clear_bindings(pointer)
    }
  }

  #bind(index: number, value: SqlValue): void {
    const { exports } = this.#module.wasm
    const pointer = this.#pointer
    let code: number
    if (value === null) code = exports.sqlite3_bind_null(pointer, index)
    else if (typeof value === 'number') code = exports.sqlite3_bind_double(pointer, index, value)
    else if (typeof value === 'bigint') code = exports.sqlite3_bind_int64(pointer, index, value)
    else {
      const bind = typeof value === 'string' ? exports.sqlite3_bind_text : exports.sqlite3_bind_blob
      const { at, length } = this.#bytes.put(value)
      code = bind(pointer, index, at, length, stays)
    }
    if (code !== 0) throw this.#driver.fault(code)
  }

  #row(): Record<string, SqlValue> {
    const { wasm } = this.#module
    const { exports } = wasm
    const pointer = this.#pointer
    this.#columns ??= Array.from({ length: exports.sqlite3_column_count(pointer) }, (_, column) =>
      String(wasm.cstrToJs(exports.sqlite3_column_name(pointer, column))),
    )
    const found: Record<string, SqlValue> = {}
    for (let column = 0; column < this.#columns.length; column += 1)
      found[this.#columns[column] ?? ''] = this.#value(pointer, column)
    return found
  }

  #value(pointer: number, column: number): SqlValue {
    const { exports } = this.#module.wasm
    const type = exports.sqlite3_column_type(pointer, column)
    if (type === columnTypes.integer || type === columnTypes.float) {
      return exports.sqlite3_column_double(pointer, column)
    }
    if (type !== columnTypes.text && type !== columnTypes.blob) return null
    const isText = type === columnTypes.text
    const at = (isText ? exports.sqlite3_column_text : exports.sqlite3_column_blob)(pointer, column)
    const length = exports.sqlite3_column_bytes(pointer, column)
    return isText ? this.#bytes.text(at, length) : this.#bytes.copy(at, length)
  }
}

function pointerAt({ wasm }: WasmModule, at: number): number {
  const heap = wasm.heap8u()
  return new DataView(heap.buffer).getUint32(at, true)
}
