/** One change of a batch: a value to keep, or undefined to remove the key. */
export type StorageChange = readonly [key: string, value: Uint8Array | undefined]

export type StorageRow = readonly [key: string, value: Uint8Array]

/**
 * Where a device keeps its cache, its outbox and its secrets: ordered keys and bytes. Every engine runs the suite in
 * storage-contract.ts.
 */
export interface Storage {
  get(key: string): Promise<Uint8Array | undefined>
  /** Rows whose key starts with `prefix`, ascending by key (code units); with `reverse` descending. */
  list(prefix: string, options?: { limit?: number; reverse?: boolean }): Promise<StorageRow[]>
  /**
   * All changes or none; resolves once they survive a crash of the process (and of the machine, where the platform
   * can). Batches commit in the order of the calls. Rejects when they could not be kept: nothing of it was changed.
   */
  write(changes: readonly StorageChange[]): Promise<void>
  /** After what was given before. Calls after it reject. */
  close(): Promise<void>
}
