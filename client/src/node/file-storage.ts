import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Storage, StorageChange, StorageRow } from '../cache/storage.ts'
import { SortedRows } from '../cache/sorted-rows.ts'
import { decodeBatches, encodeBatch } from './journal.ts'
import { lockFile } from './lock-file.ts'

/** The journal is rewritten when it is this large and mostly history. */
const compactBytesMin = 1024 * 1024
const compactRatio = 4

/**
 * Storage in one journal file: every write is one checksummed batch, synced to disk before it resolves. What a crash
 * cut short at the end is dropped on opening. A second process on the same file is refused (STORAGE_LOCKED).
 */
export async function fileStorage(path: string): Promise<Storage> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const unlock = await lockFile(`${path}.lock`)
  try {
    const file = await open(path, 'a+', 0o600)
    const bytes = await file.readFile()
    const rows = new SortedRows()
    const kept = decodeBatches(bytes, (changes) => rows.apply(changes))
    if (kept < bytes.length) {
      await file.truncate(kept)
      await file.sync()
    }
    return new FileStorage({ path, file, unlock, rows, bytes: kept })
  } catch (error) {
    await unlock()
    throw error
  }
}

interface Waiting {
  changes: readonly StorageChange[]
  resolve(): void
  reject(error: unknown): void
}

class FileStorage implements Storage {
  readonly #path: string
  readonly #rows: SortedRows
  readonly #unlock: () => Promise<void>
  #file: FileHandle
  #bytes: number
  #waiting: Waiting[] = []
  #writing: Promise<void> | undefined
  #closing: Promise<void> | undefined
  #fault: unknown

  constructor(opened: {
    path: string
    file: FileHandle
    unlock: () => Promise<void>
    rows: SortedRows
    bytes: number
  }) {
    this.#path = opened.path
    this.#file = opened.file
    this.#unlock = opened.unlock
    this.#rows = opened.rows
    this.#bytes = opened.bytes
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    this.#check()
    return this.#rows.get(key)?.slice()
  }

  async list(
    prefix: string,
    options: { limit?: number; reverse?: boolean } = {},
  ): Promise<StorageRow[]> {
    this.#check()
    return this.#rows.list(prefix, options)
  }

  async write(changes: readonly StorageChange[]): Promise<void> {
    this.#check()
    const done = new Promise<void>((resolve, reject) =>
      this.#waiting.push({ changes, resolve, reject }),
    )
    this.#writing ??= this.#writeAll()
    return done
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    await this.#writing?.catch(() => {})
    await this.#file.close()
    await this.#unlock()
  }

  #check(): void {
    if (this.#closing !== undefined) throw new Error('the storage is closed')
    if (this.#fault !== undefined) throw this.#fault
  }

  /** Batches that wait share one sync. */
  async #writeAll(): Promise<void> {
    await Promise.resolve()
    while (this.#waiting.length > 0) {
      const batches = this.#waiting
      this.#waiting = []
      try {
        if (this.#fault !== undefined) throw this.#fault
        const bytes = Buffer.concat(batches.map(({ changes }) => encodeBatch(changes)))
        await this.#append(bytes)
        for (const { changes, resolve } of batches) {
          this.#rows.apply(changes)
          resolve()
        }
        await this.#compactWhenDue()
      } catch (error) {
        for (const { reject } of batches) reject(error)
      }
    }
    // NOTE in the same turn as the last look at the queue: nothing slips in between.
    this.#writing = undefined
  }

  async #append(bytes: Buffer): Promise<void> {
    try {
      await this.#file.appendFile(bytes)
      await this.#file.datasync()
      this.#bytes += bytes.length
    } catch (error) {
      // NOTE half a batch may lie at the end: what follows it would be dropped on opening.
      await this.#file.truncate(this.#bytes).catch((fault: unknown) => (this.#fault = fault))
      throw error
    }
  }

  async #compactWhenDue(): Promise<void> {
    if (this.#bytes < compactBytesMin) return
    const snapshot = encodeBatch(this.#rows.list(''))
    if (snapshot.length * compactRatio > this.#bytes) return
    const path = `${this.#path}.new`
    const file = await open(path, 'w', 0o600)
    try {
      await file.writeFile(snapshot)
      await file.sync()
      await file.close()
      await rename(path, this.#path)
      await syncFolder(dirname(this.#path))
    } catch {
      // NOTE the old journal still holds everything.
      await file.close().catch(() => {})
      await rm(path, { force: true })
      return
    }
    const before = this.#file
    this.#file = await open(this.#path, 'a+')
    this.#bytes = snapshot.length
    await before.close()
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}
