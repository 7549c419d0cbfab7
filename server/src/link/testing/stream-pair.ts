import type { ByteStream, StreamListener } from '../../access/stream.ts'

/** One end of a wire in memory. What is written arrives soon, in pieces of at most so many bytes. */
export class WireEnd implements ByteStream {
  peer: WireEnd | undefined
  pieceBytes = 1_000
  /** The other end does not read. */
  stuck = false
  on: StreamListener | undefined
  #queue: Uint8Array[] = []
  #queuedBytes = 0
  #paused = false
  #delivering = false
  #ending = false
  #closed = false

  get queuedBytes(): number {
    return this.#queuedBytes
  }

  get isPaused(): boolean {
    return this.#paused
  }

  listen(on: StreamListener): void {
    this.on = on
  }

  write(bytes: Uint8Array): void {
    if (this.#closed || this.#ending) return
    this.#queue.push(bytes)
    this.#queuedBytes += bytes.length
    this.#deliverSoon()
  }

  end(): void {
    this.#ending = true
    this.#deliverSoon()
  }

  destroy(): void {
    if (this.#closed) return
    this.#closed = true
    this.#queue = []
    this.#queuedBytes = 0
    this.on?.closed()
    this.peer?.destroy()
  }

  pause(): void {
    this.#paused = true
  }

  resume(): void {
    this.#paused = false
    this.peer?.flow()
  }

  /** The other end reads again. */
  flow(): void {
    this.stuck = false
    this.#deliverSoon()
  }

  #deliverSoon(): void {
    if (this.#delivering) return
    this.#delivering = true
    queueMicrotask(() => {
      this.#delivering = false
      this.#deliver()
    })
  }

  #deliver(): void {
    const { peer } = this
    if (this.#closed || peer === undefined || this.stuck || peer.isPaused) return
    const bytes = Buffer.concat(this.#queue)
    this.#queue = []
    this.#queuedBytes = 0
    for (let at = 0; at < bytes.length; at += this.pieceBytes)
      peer.on?.data(new Uint8Array(bytes.subarray(at, at + this.pieceBytes)))
    if (bytes.length > 0) this.on?.drained()
    if (this.#ending && this.#queue.length === 0) this.destroy()
  }
}

export function streamPair(): [WireEnd, WireEnd] {
  const [a, b] = [new WireEnd(), new WireEnd()]
  a.peer = b
  b.peer = a
  return [a, b]
}
