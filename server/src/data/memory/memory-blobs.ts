import { BlobFault, type BlobStore, type BlobTrouble } from '../blob-store.ts'

export interface MemoryBlobs extends BlobStore {
  /** On demand: the next operations fail as a disk makes them. */
  trouble: BlobTrouble | undefined
  /** Names of what is there, for tests. */
  names(): { staged: string[]; blobs: string[] }
}

/** Keeps everything in memory. */
export function createMemoryBlobs(): MemoryBlobs {
  const staged = new Map<string, Uint8Array>()
  const blobs = new Map<string, Uint8Array>()

  function check(): void {
    if (store.trouble !== undefined) throw new BlobFault(store.trouble, 'as asked for')
  }

  async function* slices(from: Map<string, Uint8Array>, name: string, start: number, end: number) {
    check()
    const bytes = from.get(name)
    if (bytes === undefined) throw new BlobFault('gone', 'bytes of a file are missing')
    for (let at = start; at < Math.min(end, bytes.length); at += sliceBytes) {
      check()
      yield bytes.subarray(at, Math.min(at + sliceBytes, end))
    }
  }

  const store: MemoryBlobs = {
    trouble: undefined,
    names: () => ({ staged: [...staged.keys()], blobs: [...blobs.keys()] }),
    async write(upload, fromBytes, chunks, durable) {
      check()
      const kept = staged.get(nameOf(upload)) ?? new Uint8Array(0)
      if (kept.length < fromBytes) throw new BlobFault('gone', 'staged bytes are missing')
      let whole: Uint8Array = kept.slice(0, fromBytes)
      staged.set(nameOf(upload), whole)
      let cut: unknown
      try {
        for await (const chunk of chunks) {
          check()
          whole = joined([whole, chunk])
          staged.set(nameOf(upload), whole)
        }
      } catch (thrown) {
        if (thrown instanceof BlobFault) throw thrown
        cut = thrown ?? new Error('the bytes ended')
      }
      if (whole.length > fromBytes) await durable(whole.length)
      return { toBytes: whole.length, cut }
    },
    staged: (upload, from, to) => slices(staged, nameOf(upload), from, to),
    async keep(upload, hash) {
      check()
      const bytes = staged.get(nameOf(upload))
      if (bytes === undefined) throw new BlobFault('gone', 'staged bytes are missing')
      blobs.set(nameOf(hash), bytes)
    },
    async store(hash, chunks) {
      check()
      const pieces: Uint8Array[] = []
      for await (const chunk of chunks) pieces.push(chunk)
      check()
      blobs.set(nameOf(hash), joined(pieces))
    },
    read: (hash, from, to) => slices(blobs, nameOf(hash), from, to),
    async discard(upload) {
      check()
      staged.delete(nameOf(upload))
    },
    async remove(hash) {
      check()
      blobs.delete(nameOf(hash))
    },
    freeBytes: async () => (store.trouble === 'full' ? 0 : undefined),
  }
  return store
}

const sliceBytes = 65_536

const nameOf = (id: Uint8Array): string =>
  Array.from(id, (byte) => byte.toString(16).padStart(2, '0')).join('')

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
