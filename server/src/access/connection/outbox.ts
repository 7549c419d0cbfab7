import { frameFlags, frameHeaderBytes, frameKinds, writeHeader } from '@parley/protocol'
import type { Frame } from '@parley/protocol'
import type { ByteSlab } from '../../base/byte-slab.ts'
import type { ByteStream } from '../stream.ts'

/** What all outboxes of a node share. */
export interface OutboxShared {
  slab: ByteSlab
  /** Compresses a piece where that gains; returns undefined where not. */
  compressed(piece: Uint8Array): Uint8Array | undefined
  written(frames: number, bytes: number): void
}

/** While this much waits in the stream itself, frames wait here, where live ones can still overtake. */
const streamBytesMax = 65_536
/** Bulk pieces that are written in one go while the network takes them at once. */
const bulkPiecesMax = 4

interface Bulk {
  command: number
  number: number
  flags: number
  body: Uint8Array
  offset: number
  mayCompress: boolean
}

/**
 * What goes out on one connection, in two lanes: live frames in their order; large responses in pieces, which are
 * written only when no live frame waits. Frames are kept as they are and share their bodies; they become bytes,
 * in one write, when they leave.
 */
export class Outbox {
  readonly #stream: ByteStream
  /** NOTE the lanes are made when needed: most connections are idle. */
  #live: Frame[] | undefined = undefined
  #liveBytes = 0
  #bulk: Bulk[] | undefined = undefined
  #bulkBytes = 0

  constructor(stream: ByteStream) {
    this.#stream = stream
  }

  /** Waiting here or in the stream. */
  get bytes(): number {
    return this.#liveBytes + this.#bulkBytes + this.#stream.queuedBytes
  }

  /** What a further push would wait behind. */
  get liveBytes(): number {
    return this.#liveBytes + this.#stream.queuedBytes
  }

  get isEmpty(): boolean {
    return this.#live === undefined && this.#bulk === undefined
  }

  addLive(frame: Frame): void {
    if (this.#live === undefined) this.#live = [frame]
    else this.#live.push(frame)
    this.#liveBytes += frameHeaderBytes + frame.body.length
  }

  addBulk(
    command: number,
    number: number,
    flags: number,
    body: Uint8Array,
    mayCompress: boolean,
  ): void {
    this.#bulk ??= []
    this.#bulk.push({ command, number, flags, body, offset: 0, mayCompress })
    this.#bulkBytes += body.length
  }

  /** Forgets the large responses. */
  dropBulk(): void {
    this.#bulk = undefined
    this.#bulkBytes = 0
  }

  clear(): void {
    this.dropBulk()
    this.#live = undefined
    this.#liveBytes = 0
  }

  /**
   * Writes what the network will take. @returns true when more can be written at once; else, where something is
   * left, the stream's `drained` says when to go on.
   */
  flush(shared: OutboxShared, pieceBytes: number): boolean {
    if (this.#live !== undefined) {
      if (this.#stream.queuedBytes > streamBytesMax) return false
      this.#writeLive(this.#live, shared)
    }
    for (let pieces = 0; this.#bulk !== undefined; pieces += 1) {
      if (this.#stream.queuedBytes > streamBytesMax) return false
      if (pieces === bulkPiecesMax) return true
      this.#writePiece(this.#bulk, shared, pieceBytes)
    }
    return false
  }

  #writeLive(frames: Frame[], shared: OutboxShared): void {
    const bytes = shared.slab.take(this.#liveBytes)
    this.#live = undefined
    this.#liveBytes = 0
    let offset = 0
    for (const frame of frames) offset = writeFrame(bytes, offset, frame)
    shared.written(frames.length, bytes.length)
    this.#stream.write(bytes)
  }

  #writePiece(bulk: Bulk[], shared: OutboxShared, pieceBytes: number): void {
    const response = bulk[0]
    if (response === undefined) return
    const { command, number, body, offset } = response
    const plain = body.subarray(offset, offset + pieceBytes)
    response.offset += plain.length
    this.#bulkBytes -= plain.length
    const isLast = response.offset >= body.length
    const small = response.mayCompress ? shared.compressed(plain) : undefined
    const flags =
      response.flags |
      (isLast ? 0 : frameFlags.moreFollows) |
      (small === undefined ? 0 : frameFlags.compressed)
    if (isLast) bulk.shift()
    if (bulk.length === 0) this.#bulk = undefined
    const frame: Frame = { kind: frameKinds.response, flags, command, number, body: small ?? plain }
    const bytes = shared.slab.take(frameHeaderBytes + frame.body.length)
    writeFrame(bytes, 0, frame)
    shared.written(1, bytes.length)
    this.#stream.write(bytes)
  }
}

function writeFrame(bytes: Uint8Array, offset: number, frame: Frame): number {
  const { kind, flags, command, number, body } = frame
  writeHeader(bytes, offset, kind, flags, command, number, body.length)
  const bodyAt = offset + frameHeaderBytes
  if (body.length > 0) bytes.set(body, bodyAt)
  return bodyAt + body.length
}
