import { Duplex } from 'node:stream'
import type { ByteStream } from '../../../server/src/access/stream.ts'
import type { Clock, Timer } from '../../../server/src/base/clock.ts'

/** Beyond this the one who writes is told to wait. */
const queuedBytesMax = 16_384

/** A simulated connection as Node's HTTP wants a socket. Its time is that of the host that has it. */
export class WireSocket extends Duplex {
  readonly remoteAddress: string
  readonly #stream: ByteStream
  readonly #clock: Clock
  #taken: (() => void) | undefined
  #timeoutMs = 0
  #timer: Timer | undefined

  constructor(stream: ByteStream, clock: Clock, remoteAddress: string) {
    super({ allowHalfOpen: false })
    this.#stream = stream
    this.#clock = clock
    this.remoteAddress = remoteAddress
    stream.listen({
      data: (bytes) => {
        this.#isUsed()
        if (!this.push(bytes)) stream.pause()
      },
      drained: () => this.#drained(),
      closed: () => this.destroy(),
      fault: () => this.destroy(),
    })
  }

  /** As net.Socket: 'timeout' when nothing came or went for so long; 0: never, and `onTimeout` is not told any more. */
  setTimeout(ms: number, onTimeout?: () => void): this {
    this.#timeoutMs = ms
    if (onTimeout !== undefined && ms === 0) this.off('timeout', onTimeout)
    else if (onTimeout !== undefined) this.once('timeout', onTimeout)
    this.#isUsed()
    return this
  }

  /** Of a real one only. */
  setKeepAlive(): this {
    return this
  }

  ref(): this {
    return this
  }

  unref(): this {
    return this
  }

  destroySoon(): void {
    if (this.writable) this.end()
    if (this.writableFinished) this.destroy()
    else this.once('finish', () => this.destroy())
  }

  override _read(): void {
    this.#stream.resume()
  }

  override _write(bytes: Uint8Array, _encoding: unknown, taken: () => void): void {
    this.#isUsed()
    this.#stream.write(bytes)
    if (this.#stream.queuedBytes <= queuedBytesMax) taken()
    else this.#taken = taken
  }

  override _final(done: () => void): void {
    this.#stream.end()
    done()
  }

  override _destroy(fault: Error | null, done: (fault: Error | null) => void): void {
    this.#timer?.cancel()
    // NOTE what was sent already goes on its way.
    if (this.writableFinished) this.#stream.end()
    else this.#stream.destroy()
    done(fault)
  }

  #drained(): void {
    const taken = this.#taken
    this.#taken = undefined
    taken?.()
  }

  #isUsed(): void {
    this.#timer?.cancel()
    if (this.#timeoutMs === 0 || this.destroyed) return
    this.#timer = this.#clock.after(this.#timeoutMs, () => this.emit('timeout'))
  }
}
