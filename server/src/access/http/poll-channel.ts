import { Waiter, type TimingWheel } from '../../base/timing-wheel.ts'
import type { ByteStream, StreamListener } from '../stream.ts'

/** How a poll ends. `batch`: its number is the acknowledged one + 1. */
export type PollEnd =
  | { end: 'batch'; bytes: Uint8Array }
  | { end: 'nothing' }
  | { end: 'superseded' }
  | { end: 'conflict' }
  | { end: 'gone' }

/** How a post ends. `busy`: nothing of it was taken, the same post again later. */
export type PostEnd = 'taken' | 'busy' | 'conflict' | 'gone'

interface Waiting {
  answer(end: PollEnd): void
}

/** A batch takes whole writes until it has this size. */
const batchBytesMax = 262_144

/**
 * Both directions of one long-poll connection, as a byte stream. Posts count from 1, one at a time: the last one again is
 * answered again and not run again. Batches count from 1: one stands until a poll acknowledges it, and is given again
 * until then.
 */
export class PollChannel extends Waiter implements ByteStream {
  readonly #wheel: TimingWheel
  readonly #waitMs: number
  /** The largest body in a post. */
  bodyBytesMax: number
  #on: StreamListener | undefined = undefined
  #lastPost = 0
  #queue: Uint8Array[] = []
  #queueBytes = 0
  #batch: Uint8Array | undefined = undefined
  #lastBatch = 0
  #waiting: Waiting | undefined = undefined
  #paused = false
  #ended = false
  #closed = false

  readonly #onClosed: () => void

  constructor(wheel: TimingWheel, waitMs: number, bodyBytesMax: number, onClosed: () => void) {
    super()
    this.#onClosed = onClosed
    this.#wheel = wheel
    this.#waitMs = waitMs
    this.bodyBytesMax = bodyBytesMax
  }

  /** Nothing more is written to it. What was written can still be fetched for a while. */
  get isEnded(): boolean {
    return this.#ended
  }

  get queuedBytes(): number {
    return this.#closed ? 0 : this.#queueBytes + (this.#batch?.length ?? 0)
  }

  /** Everything that was written and not fetched. */
  takeAll(): Uint8Array {
    return joined(this.#queue, this.#queueBytes)
  }

  // ---- as a stream

  listen(on: StreamListener): void {
    this.#on = on
  }

  write(bytes: Uint8Array): void {
    if (this.#ended) return
    this.#queue.push(bytes)
    this.#queueBytes += bytes.length
    this.#serve()
  }

  end(): void {
    if (this.#ended) return
    this.#ended = true
    this.#serve()
    if (this.#isFetched()) this.destroy()
  }

  destroy(): void {
    if (this.#closed) return
    this.#ended = true
    this.#closed = true
    this.#serve()
    const on = this.#on
    this.#on = undefined
    on?.closed()
    this.#onClosed()
  }

  pause(): void {
    this.#paused = true
  }

  resume(): void {
    this.#paused = false
  }

  allowBodies(bytesMax: number): void {
    this.bodyBytesMax = bytesMax
  }

  // ---- as the client sees it

  /** One post: its frames run before the next one's. */
  post(number: number, bytes: Uint8Array): PostEnd {
    if (number === this.#lastPost && number > 0) return 'taken'
    if (this.#ended) return 'gone'
    if (number !== this.#lastPost + 1) return 'conflict'
    if (this.#paused) return 'busy'
    this.#lastPost = number
    this.#on?.data(bytes)
    return 'taken'
  }

  /**
   * Acknowledges the batch and waits for the next one. Ends an older poll.
   * @returns what to call when the client gave up waiting.
   */
  poll(acknowledged: number, answer: (end: PollEnd) => void): () => void {
    const repeatable = this.#batch === undefined ? this.#lastBatch : this.#lastBatch - 1
    if (acknowledged > this.#lastBatch || acknowledged < repeatable) {
      answer({ end: 'conflict' })
      return () => {}
    }
    if (acknowledged === this.#lastBatch && this.#batch !== undefined) this.#acknowledge()
    this.#finish({ end: 'superseded' })
    const waiting = { answer }
    this.#waiting = waiting
    this.#serve()
    if (this.#waiting === waiting) this.#wheel.wait(this, this.#waitMs)
    return () => {
      if (this.#waiting !== waiting) return
      this.#waiting = undefined
      this.#wheel.cancel(this)
    }
  }

  override wake(): void {
    this.#finish({ end: 'nothing' })
  }

  #acknowledge(): void {
    this.#batch = undefined
    if (this.#queue.length > 0) return
    if (this.#ended) this.destroy()
    else this.#on?.drained()
  }

  /** Answers a waiting poll when there is something to say. */
  #serve(): void {
    if (this.#waiting === undefined) return
    if (this.#batch === undefined && this.#queue.length > 0) this.#makeBatch()
    if (this.#batch !== undefined) this.#finish({ end: 'batch', bytes: this.#batch })
    else if (this.#ended) this.#finish({ end: 'gone' })
  }

  #makeBatch(): void {
    let count = 0
    let bytes = 0
    for (const piece of this.#queue) {
      if (count > 0 && bytes + piece.length > batchBytesMax) break
      count += 1
      bytes += piece.length
    }
    this.#batch = joined(this.#queue.splice(0, count), bytes)
    this.#queueBytes -= bytes
    this.#lastBatch += 1
  }

  #finish(end: PollEnd): void {
    const waiting = this.#waiting
    if (waiting === undefined) return
    this.#waiting = undefined
    this.#wheel.cancel(this)
    waiting.answer(end)
  }

  #isFetched(): boolean {
    return this.#batch === undefined && this.#queue.length === 0
  }
}

function joined(pieces: readonly Uint8Array[], bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes)
  let offset = 0
  for (const piece of pieces) {
    whole.set(piece, offset)
    offset += piece.length
  }
  return whole
}
