import load from '@sqlite.org/sqlite-wasm'

/** The parts of the WebAssembly build that we use; its own types leave most of this out. */
export interface WasmModule {
  capi: {
    sqlite3_vfs: new () => WasmStruct
    sqlite3_io_methods: new () => WasmStruct
    sqlite3_randomness(count: number, into: number): void
  }
  wasm: {
    exports: Record<WasmCall, (...parts: (number | bigint)[]) => number> & {
      sqlite3_column_double(statement: number, column: number): number
    }
    heap8u(): Uint8Array
    poke32(at: number, value: number): void
    poke64(at: number, value: bigint): void
    cstrToJs(at: number): string | null
    allocCString(text: string): number
    dealloc(at: number): void
  }
  vfs: {
    installVfs(parts: {
      io: { struct: WasmStruct; methods: WasmMethods }
      vfs: { struct: WasmStruct; methods: WasmMethods; name: string; asDefault: boolean }
    }): void
  }
}

export type WasmMethods = Record<string, (...parts: never[]) => number | void>

export interface WasmStruct {
  pointer: number
  $iVersion: number
  $szOsFile: number
  $mxPathname: number
}

type WasmCall =
  | 'malloc'
  | 'free'
  | 'sqlite3_open_v2'
  | 'sqlite3_close_v2'
  | 'sqlite3_extended_result_codes'
  | 'sqlite3_extended_errcode'
  | 'sqlite3_errmsg'
  | 'sqlite3_exec'
  | 'sqlite3_prepare_v2'
  | 'sqlite3_step'
  | 'sqlite3_reset'
  | 'sqlite3_clear_bindings'
  | 'sqlite3_finalize'
  | 'sqlite3_changes'
  | 'sqlite3_column_count'
  | 'sqlite3_column_name'
  | 'sqlite3_column_type'
  | 'sqlite3_column_text'
  | 'sqlite3_column_blob'
  | 'sqlite3_column_bytes'
  | 'sqlite3_bind_null'
  | 'sqlite3_bind_double'
  | 'sqlite3_bind_int64'
  | 'sqlite3_bind_text'
  | 'sqlite3_bind_blob'

/** A fresh instance with memory of its own. */
export async function loadWasmModule(): Promise<WasmModule> {
  return (await load()) as unknown as WasmModule
}
