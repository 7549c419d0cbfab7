import type { SeededRandom } from '../world/seeded-random.ts'

/** What a disk writes as a whole or not at all. */
export const sectorBytes = 512

type Write =
  | { kind: 'write'; offset: number; bytes: Uint8Array; lost: boolean }
  | { kind: 'truncate'; size: number; lost: boolean }

/** What a write took the place of: how large the file was, and the bytes of then that lay there. */
interface Former {
  size: number
  offset: number
  bytes: Uint8Array
}

const nothing = new Uint8Array(0)

/** How much of what was not synced survives a loss of power: nothing, or any of its sectors in any order. */
export type PowerLoss = 'drop' | 'tear'

/**
 * One file: what programs see (the page cache), and enough to know what the disk itself holds. Since the last sync what every
 * write took the place of is kept, together with the writes, so that any of them can be undone.
 */
export class DiskFile {
  #bytes: Uint8Array<ArrayBuffer>
  #size = 0
  /** Undone from the last to the first, they leave what the disk held at the last sync. */
  #former: Former[] = []
  #pending: Write[] = []

  /** @param roomBytes that it takes up in memory from the beginning. */
  constructor(roomBytes = 65_536) {
    this.#bytes = new Uint8Array(roomBytes)
  }

  get size(): number {
    return this.#size
  }

  /** Writes and truncations that a loss of power may undo. */
  get unsynced(): number {
    return this.#pending.length
  }

  /** A view; what lies beyond the end is not there. */
  read(offset: number, length: number): Uint8Array {
    return this.#bytes.subarray(Math.min(offset, this.#size), Math.min(offset + length, this.#size))
  }

  write(offset: number, bytes: Uint8Array): void {
    this.#remember(offset, bytes.length)
    this.#pending.push({ kind: 'write', offset, bytes: copyOf(bytes), lost: false })
    this.#put(offset, bytes)
  }

  truncate(size: number): void {
    this.#remember(size, Math.max(0, this.#size - size))
    this.#pending.push({ kind: 'truncate', size, lost: false })
    this.#cut(size)
  }

  /** What was written is on the disk now, but for what an earlier sync failed to bring there. */
  sync(): void {
    const lost = this.#pending.filter((write) => write.lost)
    if (lost.length > 0) {
      const seen = this.#bytes.slice()
      const seenSize = this.#size
      this.#toDisk((write) => !write.lost)
      this.#former = [{ size: this.#size, offset: 0, bytes: this.#bytes.slice(0, this.#size) }]
      this.#bytes = seen
      this.#size = seenSize
    } else this.#former = []
    this.#pending = lost
  }

  /** The disk refused: programs go on seeing what they wrote, but no later sync will bring it there. */
  syncFailed(): void {
    for (const write of this.#pending) write.lost = true
  }

  /** From now on everybody sees what the disk holds. */
  losePower(how: PowerLoss, random: SeededRandom): void {
    if (how === 'drop') this.#toDisk(() => false)
    else {
      const pieces = this.#pending.filter((write) => !write.lost).flatMap(sectorsOf)
      this.#toDisk(() => false)
      for (const piece of pieces) {
        if (random.chance(0.5)) continue
        if (piece.kind === 'write') this.#put(piece.offset, piece.bytes)
        else this.#cut(piece.size)
      }
    }
    this.#pending = []
    this.#former = []
  }

  /** Damage that no program did: what the disk holds changes under everybody. */
  corrupt(offset: number, mask: number): void {
    this.#bytes[offset] = (this.#bytes[offset] ?? 0) ^ mask
  }

  /** Undoes everything since the last sync, then does again what is kept. */
  #toDisk(keep: (write: Write) => boolean): void {
    for (const { size, offset, bytes } of this.#former.toReversed()) {
      this.#cut(size)
      this.#bytes.set(bytes, offset)
    }
    for (const write of this.#pending) {
      if (!keep(write)) continue
      if (write.kind === 'write') this.#put(write.offset, write.bytes)
      else this.#cut(write.size)
    }
  }

  #remember(offset: number, length: number): void {
    const isBeyond = length === 0 || offset >= this.#size
    const bytes = isBeyond ? nothing : copyOf(this.read(offset, length))
    this.#former.push({ size: this.#size, offset: isBeyond ? 0 : offset, bytes })
  }

  #put(offset: number, bytes: Uint8Array): void {
    this.#room(offset + bytes.length)
    this.#bytes.set(bytes, offset)
    this.#size = Math.max(this.#size, offset + bytes.length)
  }

  #cut(size: number): void {
    this.#room(size)
    if (size < this.#size) this.#bytes.fill(0, size, this.#size)
    else this.#bytes.fill(0, this.#size, size)
    this.#size = size
  }

  #room(size: number): void {
    if (size <= this.#bytes.length) return
    const bytes = new Uint8Array(Math.max(size, this.#bytes.length * 2))
    bytes.set(this.#bytes.subarray(0, this.#size))
    this.#bytes = bytes
  }
}

/** NOTE out of a pool where it is small: memory of its own costs more than the bytes. */
const copyOf = (bytes: Uint8Array): Uint8Array => Buffer.from(bytes)

function sectorsOf(write: Write): Write[] {
  if (write.kind === 'truncate') return [write]
  const pieces: Write[] = []
  let { offset } = write
  let rest = write.bytes
  while (rest.length > 0) {
    const length = Math.min(rest.length, sectorBytes - (offset % sectorBytes))
    pieces.push({ kind: 'write', offset, bytes: rest.subarray(0, length), lost: false })
    rest = rest.subarray(length)
    offset += length
  }
  return pieces
}
