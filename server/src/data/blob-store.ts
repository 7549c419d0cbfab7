/**
 * Where the bytes of files are: staged ones of uploads on their way in, and blobs, which never change and are named by
 * their SHA-256. Knows no account, no rule and no count: what may exist and what must go is said by the file store.
 * Made so that an object store fits: bytes are appended, read in ranges, kept under a name, removed; nothing is listed.
 */
export interface BlobStore {
  /**
   * Writes staged bytes from `fromBytes` on; what lies beyond it is gone first, what lies before it stays. Calls
   * `durable` now and then, and at the end, with how many bytes no crash takes back any more. Resolves with that number
   * also when `chunks` fails half-way: `cut` is what it threw.
   * @throws BlobFault; what was told to `durable` stays.
   */
  write(
    upload: Uint8Array,
    fromBytes: number,
    chunks: AsyncIterable<Uint8Array>,
    durable: (toBytes: number) => Promise<void>,
  ): Promise<Written>
  /** Staged bytes, `to` not included. @throws BlobFault, also half-way. */
  staged(upload: Uint8Array, from: number, to: number): AsyncIterable<Uint8Array>
  /** The staged bytes are a blob of this name, durably; staged they are as well. Harmless where it is there already. */
  keep(upload: Uint8Array, hash: Uint8Array): Promise<void>
  /** As keep, with other bytes. Never half visible. */
  store(hash: Uint8Array, chunks: AsyncIterable<Uint8Array>): Promise<void>
  /** A blob's bytes, `to` not included. Goes on where the blob is removed meanwhile. @throws BlobFault, also half-way. */
  read(hash: Uint8Array, from: number, to: number): AsyncIterable<Uint8Array>
  /** Harmless where nothing is staged. */
  discard(upload: Uint8Array): Promise<void>
  /** Harmless where there is none. */
  remove(hash: Uint8Array): Promise<void>
  /** Undefined: not known. */
  freeBytes(): Promise<number | undefined>
}

export interface Written {
  toBytes: number
  cut: unknown
}

/** `full`: there is no room. `gone`: what should be there is not. `failed`: the disk says no. */
export type BlobTrouble = 'full' | 'gone' | 'failed'

export class BlobFault extends Error {
  readonly trouble: BlobTrouble
  constructor(trouble: BlobTrouble, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'BlobFault'
    this.trouble = trouble
  }
}

/** Bytes are made durable at least this often: a crash costs an upload no more. */
export const durableEveryBytes = 8 * 1024 * 1024
