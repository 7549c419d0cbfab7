import * as nodeFiles from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BlobFault, durableEveryBytes, type BlobStore, type Written } from '../blob-store.ts'
import { readRange, writeAll } from './whole-io.ts'

/** The part of node:fs/promises that we use: a test makes it fail. */
export type DiskFiles = Pick<
  typeof nodeFiles,
  'open' | 'mkdir' | 'link' | 'rename' | 'unlink' | 'rm' | 'statfs'
>

/** Where a hard link cannot be had, the bytes are copied. */
const noLink: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EXDEV', 'EMLINK'])

/**
 * Blobs as files in a folder: `uploads/` holds what is on its way in, `blobs/ab/cdef…` what is whole, `new/` what is being
 * written; that is emptied here, since nobody can go on with it.
 */
export async function openDiskBlobs(
  folder: string,
  files: DiskFiles = nodeFiles,
): Promise<BlobStore> {
  const blobs = new DiskBlobs(folder, files)
  await blobs.open()
  return blobs
}

class DiskBlobs implements BlobStore {
  readonly #folder: string
  readonly #files: DiskFiles
  #written = 0
  #isMade = false
  /** Of blobs, at most 256: their names are durable. */
  readonly #safeFolders = new Set<string>()

  constructor(folder: string, files: DiskFiles) {
    this.#folder = folder
    this.#files = files
  }

  async open(): Promise<void> {
    await faults(() => this.#files.rm(join(this.#folder, 'new'), { recursive: true, force: true }))
    // NOTE what is there can be read on a full disk, too.
    await this.#make().catch((thrown: unknown) => {
      if (!(thrown instanceof BlobFault && thrown.trouble === 'full')) throw thrown
    })
  }

  /** Before every write; does something once. */
  async #make(): Promise<void> {
    if (this.#isMade) return
    await faults(async () => {
      for (const part of ['uploads', 'blobs', 'new'])
        await this.#files.mkdir(join(this.#folder, part), { recursive: true, mode: 0o700 })
    })
    await this.#syncFolder(this.#folder)
    // NOTE its own name is in the one above.
    await this.#syncFolder(dirname(this.#folder))
    this.#isMade = true
  }

  async write(
    upload: Uint8Array,
    fromBytes: number,
    chunks: AsyncIterable<Uint8Array>,
    durable: (toBytes: number) => Promise<void>,
  ): Promise<Written> {
    await this.#make()
    const file = await this.#openStaged(upload, fromBytes)
    try {
      let toBytes = fromBytes
      let durableBytes = fromBytes
      const settle = async () => {
        if (toBytes === durableBytes) return
        await faults(() => file.datasync())
        durableBytes = toBytes
        await durable(toBytes)
      }
      let cut: unknown
      const source = chunks[Symbol.asyncIterator]()
      for (;;) {
        const next = await source.next().catch((thrown: unknown) => ({ thrown }))
        if ('thrown' in next) {
          cut = next.thrown ?? new Error('the bytes ended')
          break
        }
        if (next.done === true) break
        toBytes = await faults(() => writeAll(file, next.value, toBytes))
        if (toBytes - durableBytes >= durableEveryBytes) await settle()
      }
      await settle()
      return { toBytes, cut }
    } finally {
      await file.close()
    }
  }

  staged(upload: Uint8Array, from: number, to: number): AsyncIterable<Uint8Array> {
    return this.#read(this.#uploadPath(upload), from, to)
  }

  async keep(upload: Uint8Array, hash: Uint8Array): Promise<void> {
    const path = await this.#blobPath(hash)
    const from = this.#uploadPath(upload)
    try {
      await this.#files.link(from, path)
    } catch (thrown) {
      const code = codeOf(thrown)
      if (noLink.has(code)) return this.store(hash, this.#read(from, 0, Number.MAX_SAFE_INTEGER))
      if (code !== 'EEXIST') throw faultOf(thrown)
    }
    await this.#syncFolder(dirname(path))
  }

  async store(hash: Uint8Array, chunks: AsyncIterable<Uint8Array>): Promise<void> {
    const path = await this.#blobPath(hash)
    this.#written += 1
    const made = join(this.#folder, 'new', `${this.#written}`)
    try {
      await faults(async () => {
        const file = await this.#files.open(made, 'wx', 0o600)
        try {
          let at = 0
          for await (const chunk of chunks) at = await writeAll(file, chunk, at)
          await file.datasync()
        } finally {
          await file.close()
        }
        await this.#files.rename(made, path)
      })
    } catch (thrown) {
      await this.#unlink(made).catch(() => undefined)
      throw thrown
    }
    await this.#syncFolder(dirname(path))
  }

  read(hash: Uint8Array, from: number, to: number): AsyncIterable<Uint8Array> {
    return this.#read(this.#pathOf(hash), from, to)
  }

  discard(upload: Uint8Array): Promise<void> {
    return this.#forget(this.#uploadPath(upload))
  }

  remove(hash: Uint8Array): Promise<void> {
    return this.#forget(this.#pathOf(hash))
  }

  async freeBytes(): Promise<number | undefined> {
    try {
      const { bavail, bsize } = await this.#files.statfs(this.#folder)
      return bavail * bsize
    } catch {
      return undefined
    }
  }

  #openStaged(upload: Uint8Array, fromBytes: number): Promise<nodeFiles.FileHandle> {
    return faults(async () => {
      const path = this.#uploadPath(upload)
      const file = await this.#files.open(path, fromBytes === 0 ? 'w' : 'r+', 0o600)
      try {
        const { size } = await file.stat()
        if (size < fromBytes) throw new BlobFault('gone', 'staged bytes are missing')
        if (size > fromBytes) await file.truncate(fromBytes)
        if (fromBytes === 0) await this.#syncFolder(dirname(path))
        return file
      } catch (thrown) {
        await file.close()
        throw thrown
      }
    })
  }

  async *#read(path: string, from: number, to: number): AsyncGenerator<Uint8Array> {
    const file = await faults(() => this.#files.open(path, 'r'))
    try {
      for await (const chunk of readRange(file, from, to)) yield chunk
    } catch (thrown) {
      throw faultOf(thrown)
    } finally {
      await file.close()
    }
  }

  async #unlink(path: string): Promise<void> {
    try {
      await this.#files.unlink(path)
    } catch (thrown) {
      if (codeOf(thrown) !== 'ENOENT') throw faultOf(thrown)
    }
  }

  /** For good: nobody remembers it afterwards, and no crash brings it back. */
  async #forget(path: string): Promise<void> {
    await this.#unlink(path)
    // NOTE also where nothing was there: it may have been removed just before a sync that failed.
    await this.#syncFolder(dirname(path)).catch((thrown: unknown) => {
      if (!(thrown instanceof BlobFault && thrown.trouble === 'gone')) throw thrown
    })
  }

  /** A name is durable when its folder is. */
  #syncFolder(path: string): Promise<void> {
    return faults(async () => {
      // NOTE Windows cannot open a folder, and orders these things by itself.
      if (process.platform === 'win32') return
      const folder = await this.#files.open(path, 'r')
      try {
        await folder.sync()
      } finally {
        await folder.close()
      }
    })
  }

  #uploadPath(upload: Uint8Array): string {
    return join(this.#folder, 'uploads', hex(upload))
  }

  #pathOf(hash: Uint8Array): string {
    const name = hex(hash)
    return join(this.#folder, 'blobs', name.slice(0, 2), name.slice(2))
  }

  /** With its folder made, durably. */
  async #blobPath(hash: Uint8Array): Promise<string> {
    await this.#make()
    const path = this.#pathOf(hash)
    const folder = dirname(path)
    if (this.#safeFolders.has(folder)) return path
    await faults(() => this.#files.mkdir(folder, { recursive: true, mode: 0o700 }))
    // NOTE also where it is there: whoever made it may have ended, or failed, before its name was safe.
    await this.#syncFolder(join(this.#folder, 'blobs'))
    this.#safeFolders.add(folder)
    return path
  }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

async function faults<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (thrown) {
    throw faultOf(thrown)
  }
}

function faultOf(thrown: unknown): unknown {
  if (thrown instanceof BlobFault) return thrown
  const code = codeOf(thrown)
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return new BlobFault('full', 'there is no room for files', thrown)
  if (code === 'ENOENT') return new BlobFault('gone', 'bytes of a file are missing', thrown)
  // NOTE what is no answer of the system, such as a source that failed, goes through as it is.
  if (code === '') return thrown
  return new BlobFault('failed', `the disk of the files answered ${code}`, thrown)
}

function codeOf(thrown: unknown): string {
  return (thrown as NodeJS.ErrnoException | undefined)?.code ?? ''
}
