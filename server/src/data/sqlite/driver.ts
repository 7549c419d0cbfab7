/**
 * One connection to a SQLite database, synchronous. The engine is plain TypeScript over this port, so that the same
 * code runs on node:sqlite in the writer thread and on a WebAssembly SQLite with a disk of its own in simulation.
 * Every method throws DriverFault when SQLite says no.
 */
export interface Driver {
  /** Runs statements without parameters and without results. */
  exec(sql: string): void
  prepare(sql: string): Statement
  close(): void
}

export type SqlValue = null | number | bigint | string | Uint8Array

/** A prepared statement; parameters are positional. Integers come back as numbers (all of ours are below 2^53). */
export interface Statement {
  /** @returns how many rows changed. */
  run(...parameters: SqlValue[]): number
  get(...parameters: SqlValue[]): Record<string, SqlValue> | undefined
  all(...parameters: SqlValue[]): Record<string, SqlValue>[]
}

/** SQLite refused. `code` is the extended result code (13 and its kin: full; 10 and its kin: I/O error). */
export class DriverFault extends Error {
  readonly code: number
  constructor(code: number, message: string) {
    super(message)
    this.name = 'DriverFault'
    this.code = code
  }
}
