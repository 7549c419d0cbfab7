import { Buffer } from 'node:buffer'
import type { ByteStream } from '../access/stream.ts'
import type { Clock } from '../base/clock.ts'
import { linkHeaderBytes, type LinkType } from './format.ts'

const blockBytes = 65_536

/**
 * Frames into one stream: whatever is written in a turn leaves in as few writes as it has blocks. A frame is begun, given
 * its fields in order, and ended; nothing else happens in between.
 */
export class FrameWriter {
  readonly #stream: ByteStream
  readonly #clock: Clock
  #block = Buffer.allocUnsafeSlow(blockBytes)
  #used = 0
  #flushed = 0
  #frameAt = 0
  #pending = false
  #closed = false
  readonly #flush = (): void => {
    this.#pending = false
    this.flush()
  }

  constructor(stream: ByteStream, clock: Clock) {
    this.#stream = stream
    this.#clock = clock
  }

  /** Not taken by the system yet. */
  get queuedBytes(): number {
    return this.#used - this.#flushed + this.#stream.queuedBytes
  }

  /** @param payloadBytes exactly what the fields will take. */
  begin(type: LinkType, payloadBytes: number): this {
    const bytes = linkHeaderBytes + payloadBytes
    if (this.#used + bytes > this.#block.length) {
      this.flush()
      this.#block = Buffer.allocUnsafeSlow(Math.max(blockBytes, bytes))
      this.#used = 0
      this.#flushed = 0
    }
    this.#frameAt = this.#used
    this.#used += linkHeaderBytes
    this.#block.writeUInt32BE(payloadBytes, this.#frameAt)
    this.#block[this.#frameAt + 4] = type
    return this
  }

  u8(value: number): this {
    this.#block[this.#used] = value
    this.#used += 1
    return this
  }

  u16(value: number): this {
    this.#used = this.#block.writeUInt16BE(value, this.#used)
    return this
  }

  u32(value: number): this {
    this.#used = this.#block.writeUInt32BE(value, this.#used)
    return this
  }

  id(value: number): this {
    this.u32(Math.floor(value / 2 ** 32))
    return this.u32(value % 2 ** 32)
  }

  bytes(value: Uint8Array): this {
    if (value.length > 0) this.#block.set(value, this.#used)
    this.#used += value.length
    return this
  }

  end(): void {
    if (this.#block.readUInt32BE(this.#frameAt) !== this.#used - this.#frameAt - linkHeaderBytes)
      throw new Error('a frame of the link is not as long as it was said to be')
    if (this.#pending) return
    this.#pending = true
    this.#clock.soon(this.#flush)
  }

  flush(): void {
    if (this.#closed || this.#used === this.#flushed) return
    const piece = this.#block.subarray(this.#flushed, this.#used)
    this.#flushed = this.#used
    this.#stream.write(piece)
  }

  close(): void {
    this.#closed = true
    this.#flushed = this.#used
  }
}
