import { BlobFault, type BlobStore } from '../../data/blob-store.ts'
import type { Hashing } from '../../base/crypto.ts'

/** Blobs of which it is remembered that they are what their name says. */
export const blobsKnownMax = 10_000

type Chunks = AsyncGenerator<Uint8Array>

/**
 * Blobs are named by their SHA-256, so that what a disk made of them can be seen (R15): a whole one is compared with its
 * name while it is read, and its last piece is given out only when they fit. Of a part that is impossible: before the
 * first part of a blob all of it is read once, and that it fitted is remembered while the process lives.
 */
export class VerifiedBlobs {
  readonly #blobs: Pick<BlobStore, 'read'>
  readonly #hashing: Pick<Hashing, 'running' | 'equal'>
  readonly #known = new Set<string>()

  constructor(blobs: Pick<BlobStore, 'read'>, hashing: Pick<Hashing, 'running' | 'equal'>) {
    this.#blobs = blobs
    this.#hashing = hashing
  }

  /** `to` not included. @param bytes how many there are in all. @throws BlobFault, also half-way */
  async *read(hash: Uint8Array, bytes: number, from: number, to: number): Chunks {
    if (from === 0 && to >= bytes) return yield* this.#whole(hash, bytes)
    const name = String(hash)
    if (!this.#known.has(name)) {
      for await (const _ of this.#whole(hash, bytes));
      if (this.#known.size >= blobsKnownMax) this.#known.clear()
      this.#known.add(name)
    }
    yield* this.#blobs.read(hash, from, to)
  }

  async *#whole(hash: Uint8Array, bytes: number): Chunks {
    const sum = this.#hashing.running('sha256')
    let held: Uint8Array | undefined
    let left = bytes
    for await (const chunk of this.#blobs.read(hash, 0, bytes)) {
      sum.update(chunk)
      left -= chunk.length
      if (held !== undefined) yield held
      held = chunk
    }
    if (left !== 0 || !this.#hashing.equal(sum.digest(), hash))
      throw new BlobFault('failed', 'bytes of a file are not what was stored')
    if (held !== undefined) yield held
  }
}
