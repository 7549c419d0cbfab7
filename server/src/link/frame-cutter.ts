import { Buffer } from 'node:buffer'
import { linkHeaderBytes, LinkFault } from './format.ts'

/** The fields of one frame, to be read in their order. Bytes that it gives share memory with what came. */
export class Fields {
  readonly #bytes: Uint8Array
  #at: number
  readonly #end: number

  constructor(bytes: Uint8Array, at: number, end: number) {
    this.#bytes = bytes
    this.#at = at
    this.#end = end
  }

  get left(): number {
    return this.#end - this.#at
  }

  u8(): number {
    return this.#bytes[this.#take(1)] ?? 0
  }

  u16(): number {
    const at = this.#take(2)
    return ((this.#bytes[at] ?? 0) << 8) | (this.#bytes[at + 1] ?? 0)
  }

  u32(): number {
    return readUint32(this.#bytes, this.#take(4))
  }

  id(): number {
    const high = this.u32()
    return high * 2 ** 32 + this.u32()
  }

  bytes(length: number): Uint8Array {
    const at = this.#take(length)
    return this.#bytes.subarray(at, at + length)
  }

  rest(): Uint8Array {
    return this.bytes(this.left)
  }

  #take(length: number): number {
    const at = this.#at
    if (at + length > this.#end) throw new LinkFault('a frame of the link is too short')
    this.#at = at + length
    return at
  }
}

/** Cuts a stream into frames. Holds at most one unfinished frame. */
export class FrameCutter {
  readonly #frameBytesMax: number
  #pieces: Uint8Array[] = []
  #held = 0
  /** Bytes of the unfinished frame, when they are known; else those of a header. */
  #needed = linkHeaderBytes

  constructor(frameBytesMax: number) {
    this.#frameBytesMax = frameBytesMax
  }

  /** @throws LinkFault */
  read(chunk: Uint8Array, take: (type: number, fields: Fields) => void): void {
    let bytes = chunk
    if (this.#held > 0) {
      this.#pieces.push(chunk)
      this.#held += chunk.length
      if (this.#held < this.#needed) return
      bytes = Buffer.concat(this.#pieces, this.#held)
      this.#pieces = []
      this.#held = 0
    }
    let at = 0
    while (bytes.length - at >= linkHeaderBytes) {
      const length = readUint32(bytes, at)
      if (length > this.#frameBytesMax) throw new LinkFault(`a frame of ${length} bytes`)
      const end = at + linkHeaderBytes + length
      if (end > bytes.length) {
        this.#hold(bytes, at, end - at)
        return
      }
      take(bytes[at + 4] ?? 0, new Fields(bytes, at + linkHeaderBytes, end))
      at = end
    }
    if (at < bytes.length) this.#hold(bytes, at, linkHeaderBytes)
  }

  #hold(bytes: Uint8Array, at: number, needed: number): void {
    // NOTE copied, so that a few held bytes do not keep a large chunk alive.
    this.#pieces = [bytes.slice(at)]
    this.#held = bytes.length - at
    this.#needed = needed
  }
}

function readUint32(bytes: Uint8Array, at: number): number {
  const high = ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16)
  return (high | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)) >>> 0
}
