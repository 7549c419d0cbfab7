import type { SeededRandom } from './seeded-random.ts'
import type { Timeline } from './timeline.ts'
import type { PathState } from './path-state.ts'

/** Bytes that may be under way or unread in one direction before the sender's own queue grows. */
export const flowWindowBytes = 65_536
/** What a connection with a bound of its own carries at once: what takes this long. */
const pieceMs = 250
const pieceBytesMin = 512

export interface FlowEnds {
  /** The sending host's path, and the receiving one's. */
  from: PathState
  to: PathState
  /** Of this connection alone, beside those of the paths. */
  bytesPerSecond?: number | undefined
  data(bytes: Uint8Array): void
  /** The sender's queue is empty again. */
  drained(): void
  /** The end of the stream, or a reset: the last thing that arrives. */
  ended(): void
}

type Piece = { bytes: Uint8Array } | { end: true }

/** One direction of one connection: bytes arrive late, in pieces, or not at all, but always in order. */
export class WireFlow {
  readonly #timeline: Timeline
  readonly #random: SeededRandom
  readonly #ends: FlowEnds
  #queue: Piece[] = []
  #queuedBytes = 0
  #flightBytes = 0
  /** Arrived while the reader was paused, or waiting behind a block. */
  #held: Piece[] = []
  #lastArrivalMs = 0
  #freeMs = 0
  #pumping = false
  #paused = false
  #over = false
  #wasQueued = false
  #stalled = false

  readonly #pumpNow = (): void => {
    this.#pumping = false
    this.#pump()
  }

  constructor(timeline: Timeline, random: SeededRandom, ends: FlowEnds) {
    this.#timeline = timeline
    this.#random = random
    this.#ends = ends
  }

  get queuedBytes(): number {
    return this.#queuedBytes
  }

  write(bytes: Uint8Array): void {
    if (this.#over || bytes.length === 0) return
    this.#queue.push({ bytes })
    this.#queuedBytes += bytes.length
    this.#wasQueued = true
    this.#pumpSoon()
  }

  /** After what is queued. */
  end(): void {
    if (this.#over) return
    this.#queue.push({ end: true })
    this.#pumpSoon()
  }

  /** A reset overtakes what is queued, but not what is under way. */
  reset(): void {
    if (this.#over) return
    this.#queue = [{ end: true }]
    this.#queuedBytes = 0
    this.#pumpSoon()
  }

  /** Nothing arrives any more, not even an end. */
  silence(): void {
    this.#over = true
    this.#queue = []
    this.#held = []
    this.#queuedBytes = 0
  }

  /** What is written from now on never arrives, and the sender does not know. */
  stall(): void {
    this.#stalled = true
  }

  pause(): void {
    this.#paused = true
  }

  resume(): void {
    if (!this.#paused) return
    this.#paused = false
    this.#timeline.soon(() => this.#release())
  }

  /** A path changed. */
  retry(): void {
    this.#timeline.soon(() => {
      this.#release()
      this.#pump()
    })
  }

  get #blocked(): boolean {
    return this.#stalled || this.#ends.from.upBlocked || this.#ends.to.downBlocked
  }

  #pumpSoon(): void {
    if (this.#pumping) return
    this.#pumping = true
    this.#timeline.soon(this.#pumpNow)
  }

  #pump(): void {
    if (this.#over || this.#blocked) return
    while (this.#queue.length > 0 && this.#flightBytes < flowWindowBytes) {
      const piece = this.#take()
      this.#depart(piece)
    }
    if (this.#queuedBytes > 0 || !this.#wasQueued) return
    this.#wasQueued = false
    this.#ends.drained()
  }

  /** Everything that was written in one turn travels together, up to the window. */
  #take(): Piece {
    const first = this.#queue[0]
    if (first === undefined || 'end' in first) {
      this.#queue.shift()
      return { end: true }
    }
    const room = Math.min(flowWindowBytes - this.#flightBytes, this.#pieceBytesMax)
    // NOTE copied like a kernel does: what the sender does with its buffer afterwards changes nothing.
    let bytes: Uint8Array
    if (this.#queue.length === 1) {
      bytes = Buffer.from(first.bytes)
      this.#queue.length = 0
    } else bytes = this.#joined(room)
    let cut = Math.min(bytes.length, room)
    if (cut > 1 && this.#random.chance(this.#ends.from.splitChance)) {
      cut = 1 + this.#random.below(cut - 1)
    }
    if (cut < bytes.length) {
      this.#queue.unshift({ bytes: bytes.subarray(cut) })
      bytes = bytes.subarray(0, cut)
    }
    this.#queuedBytes -= bytes.length
    this.#flightBytes += bytes.length
    return { bytes }
  }

  get #pieceBytesMax(): number {
    const { bytesPerSecond = Number.POSITIVE_INFINITY } = this.#ends
    return Math.max(pieceBytesMin, Math.ceil((bytesPerSecond * pieceMs) / 1_000))
  }

  /** As many whole pieces as there is room for, at least one. */
  #joined(room: number): Uint8Array {
    let count = 0
    let length = 0
    for (const piece of this.#queue) {
      if ('end' in piece || (count > 0 && length + piece.bytes.length > room)) break
      count += 1
      length += piece.bytes.length
    }
    const bytes = Buffer.allocUnsafe(length)
    let offset = 0
    for (const piece of this.#queue.splice(0, count)) {
      if ('end' in piece) continue
      bytes.set(piece.bytes, offset)
      offset += piece.bytes.length
    }
    return bytes
  }

  #depart(piece: Piece): void {
    const { from, to, bytesPerSecond } = this.#ends
    const nowMs = this.#timeline.nowMs
    const length = 'end' in piece ? 0 : piece.bytes.length
    const rate = slower(slower(from.bytesPerSecond, to.bytesPerSecond), bytesPerSecond)
    this.#freeMs =
      Math.max(this.#freeMs, nowMs) + (rate === undefined ? 0 : (length / rate) * 1_000)
    const jitterMs = this.#random.unit() * (from.jitterMs + to.jitterMs)
    const arrivalMs = Math.max(
      this.#lastArrivalMs,
      this.#freeMs + from.delayMs + to.delayMs + jitterMs,
    )
    this.#lastArrivalMs = arrivalMs
    this.#timeline.after(arrivalMs - nowMs, () => {
      if (this.#over) return
      if (this.#blocked || this.#paused || this.#held.length > 0) this.#held.push(piece)
      else this.#arrive(piece)
    })
  }

  #release(): void {
    while (this.#held.length > 0 && !this.#over && !this.#blocked && !this.#paused) {
      const piece = this.#held.shift()
      if (piece !== undefined) this.#arrive(piece)
    }
  }

  #arrive(piece: Piece): void {
    if ('end' in piece) {
      this.#over = true
      this.#ends.ended()
      return
    }
    this.#flightBytes -= piece.bytes.length
    this.#ends.data(piece.bytes)
    if (this.#queue.length > 0) this.#pumpSoon()
  }
}

function slower(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return Math.min(a, b)
}
