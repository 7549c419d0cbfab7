import type { SeededRandom } from '../world/seeded-random.ts'

/** What a disk writes as a whole or not at all. */
export const sectorBytes = 512

type Write =
  | { kind: 'write'; offset: number; bytes: Uint8Array; lost: boolean }
  | { kind: 'truncate'; size: number; lost: boolean }

/** How much of what was not synced survives a loss of power: nothing, or any of its sectors in any order. */
export type PowerLoss = 'drop' | 'tear'

/**
 * One file: what programs see (the page cache), and enough to know what the disk itself holds. Since the last sync the
 * former content of every sector touched is kept, together with the writes, so that any of them can be undone.
 */
export class DiskFile {
  #bytes: Uint8Array<ArrayBuffer>
  #size = 0
  readonly #base = new Map<number, Uint8Array>()
  #baseSize = 0
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
    this.#pending.push({ kind: 'write', offset, bytes: bytes.slice(), lost: false })
    this.#put(offset, bytes)
  }

  truncate(size: number): void {
    if (size < this.#size) this.#remember(size, this.#size - size)
    this.#pending.push({ kind: 'truncate', size, lost: false })
    this.#cut(size)
  }

  /** What was written is on the disk now, but for what an earlier sync failed to bring there. */
  sync(): void {
    const lost = this.#pending.filter((write) => write.lost)
    if (lost.length > 0) {
      const seen = this.#image()
      this.#toDisk((write) => !write.lost)
      const disk = this.#image()
      this.#bytes = seen.bytes
      this.#size = seen.size
      this.#base.clear()
      this.#baseSize = disk.size
      for (const write of lost) this.#keepBase(write, disk)
    } else {
      this.#base.clear()
      this.#baseSize = this.#size
    }
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
    this.#base.clear()
    this.#baseSize = this.#size
  }

  /** Damage that no program did: what the disk holds changes under everybody. */
  corrupt(offset: number, mask: number): void {
    this.#bytes[offset] = (this.#bytes[offset] ?? 0) ^ mask
  }

  #image(): { bytes: Uint8Array<ArrayBuffer>; size: number } {
    return { bytes: this.#bytes.slice(), size: this.#size }
  }

  #keepBase(write: Write, disk: { bytes: Uint8Array; size: number }): void {
    const [from, to] =
      write.kind === 'write'
        ? [write.offset, write.offset + write.bytes.length]
        : [write.size, Math.max(disk.size, this.#size)]
    for (let at = from - (from % sectorBytes); at < to; at += sectorBytes) {
      const sector = new Uint8Array(sectorBytes)
      sector.set(disk.bytes.subarray(at, Math.min(at + sectorBytes, disk.size)))
      this.#base.set(at, sector)
    }
  }

  /** Undoes everything since the last sync, then does again what is kept. */
  #toDisk(keep: (write: Write) => boolean): void {
    for (const [at, sector] of this.#base) {
      this.#room(at + sectorBytes)
      this.#bytes.set(sector, at)
    }
    this.#cut(this.#baseSize)
    for (const write of this.#pending) {
      if (!keep(write)) continue
      if (write.kind === 'write') this.#put(write.offset, write.bytes)
      else this.#cut(write.size)
    }
  }

  #remember(offset: number, length: number): void {
    const end = offset + length
    for (let at = offset - (offset % sectorBytes); at < end; at += sectorBytes) {
      if (this.#base.has(at)) continue
      const sector = new Uint8Array(sectorBytes)
      sector.set(this.read(at, sectorBytes))
      this.#base.set(at, sector)
    }
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
