import { emptyBody, frameFlagsKnown, frameHeaderBytes, frameKinds, frameVersion } from './frame.ts'
import type { Frame, FrameHeader, FrameKind } from './frame.ts'
import type { CloseName } from './closes.ts'

/** Bytes that are no frame: the connection ends with this close code. */
export class FrameFault extends Error {
  readonly close: CloseName
  constructor(close: CloseName, message: string) {
    super(message)
    this.name = 'FrameFault'
    this.close = close
  }
}

/** @throws FrameFault when the header cannot be followed. */
export function checkHeader(header: FrameHeader, bodyBytesMax: number): void {
  const { version, kind, flags, length } = header
  checkFields((version << 4) | kind, flags, length, bodyBytesMax)
}

/**
 * Hands every whole frame in `bytes`, from `offset` on, to `take`, in order; its body shares memory with `bytes`.
 * @returns the offset of the first byte that belongs to no whole frame.
 * @throws FrameFault at the first header that cannot be followed.
 */
export function cutFrames(
  bytes: Uint8Array,
  offset: number,
  bodyBytesMax: number,
  take: (frame: Frame) => void,
): number {
  let at = offset
  while (bytes.length - at >= frameHeaderBytes) {
    const length = checkedLength(bytes, at, bodyBytesMax)
    const bodyAt = at + frameHeaderBytes
    const end = bodyAt + length
    if (end > bytes.length) return at
    take({
      kind: ((bytes[at + 4] ?? 0) & 15) as FrameKind,
      flags: bytes[at + 5] ?? 0,
      command: ((bytes[at + 6] ?? 0) << 8) | (bytes[at + 7] ?? 0),
      number: readUint32(bytes, at + 8),
      body: length === 0 ? emptyBody : bytes.subarray(bodyAt, end),
    })
    at = end
  }
  return at
}

const heldBytesMin = 64

/**
 * Cuts a byte stream into frames. Holds at most one unfinished frame: a header is checked before room is
 * made for its body, and the room grows with the bytes that came, so that an announced length costs nothing,
 * and that a frame which comes byte by byte costs no more than its length.
 * A frame's body may share memory with the chunk it came in.
 */
export class FrameReader {
  /** May be raised or lowered between reads. */
  bodyBytesMax: number
  #room: Uint8Array = emptyBody
  #held = 0

  constructor(bodyBytesMax: number) {
    this.bodyBytesMax = bodyBytesMax
  }

  /** Bytes of an unfinished frame. */
  get heldBytes(): number {
    return this.#held
  }

  /**
   * Takes the next bytes and hands every frame that is whole to `take`, in order.
   * @throws FrameFault; the reader is of no use afterwards.
   */
  read(chunk: Uint8Array, take: (frame: Frame) => void): void {
    const used = this.#held === 0 ? 0 : this.#finish(chunk, take)
    // NOTE `take` never leads back here: what is held now is the start of a frame that this chunk did not end.
    if (this.#held > 0) return
    const rest = cutFrames(chunk, used, this.bodyBytesMax, take)
    if (rest < chunk.length) this.#hold(chunk, rest, chunk.length)
  }

  /** Adds to the unfinished frame what it lacks. @returns how much of the chunk that took. */
  #finish(chunk: Uint8Array, take: (frame: Frame) => void): number {
    let used = 0
    if (this.#held < frameHeaderBytes) {
      used = Math.min(frameHeaderBytes - this.#held, chunk.length)
      this.#hold(chunk, 0, used)
      if (this.#held < frameHeaderBytes) return used
    }
    const needed = frameHeaderBytes + checkedLength(this.#room, 0, this.bodyBytesMax)
    const end = Math.min(used + needed - this.#held, chunk.length)
    this.#hold(chunk, used, end)
    if (this.#held === needed) {
      const whole = this.#room.subarray(0, needed)
      // NOTE the frame keeps the room; what comes next gets its own.
      this.#room = emptyBody
      this.#held = 0
      cutFrames(whole, 0, this.bodyBytesMax, take)
    }
    return end
  }

  /** NOTE copied, so that a few held bytes do not keep a large chunk alive. */
  #hold(bytes: Uint8Array, start: number, end: number): void {
    const held = this.#held + end - start
    if (held > this.#room.length) {
      const room = new Uint8Array(
        Math.max(held, Math.min(2 * this.#room.length, 2 * held), heldBytesMin),
      )
      room.set(this.#room.subarray(0, this.#held))
      this.#room = room
    }
    this.#room.set(
      start === 0 && end === bytes.length ? bytes : bytes.subarray(start, end),
      this.#held,
    )
    this.#held = held
  }
}

/**
 * Reads a buffer that holds whole frames only (a WebSocket message, the body of a post).
 * @throws FrameFault BAD_FRAME when the last frame is cut short.
 */
export function readFrames(bytes: Uint8Array, bodyBytesMax: number): Frame[] {
  const frames: Frame[] = []
  const end = cutFrames(bytes, 0, bodyBytesMax, (frame) => frames.push(frame))
  if (end < bytes.length) throw new FrameFault('BAD_FRAME', 'the last frame is cut short')
  return frames
}

function checkedLength(bytes: Uint8Array, offset: number, bodyBytesMax: number): number {
  const length = readUint32(bytes, offset)
  checkFields(bytes[offset + 4] ?? 0, bytes[offset + 5] ?? 0, length, bodyBytesMax)
  return length
}

function checkFields(
  versionAndKind: number,
  flags: number,
  length: number,
  bodyBytesMax: number,
): void {
  const version = versionAndKind >> 4
  const kind = versionAndKind & 15
  if (version !== frameVersion) throw new FrameFault('VERSION', `frame version ${version}`)
  if (kind < frameKinds.request || kind > frameKinds.close)
    throw new FrameFault('BAD_FRAME', `frame kind ${kind}`)
  if ((flags & ~frameFlagsKnown) !== 0) throw new FrameFault('BAD_FRAME', `frame flags ${flags}`)
  if (length > bodyBytesMax)
    throw new FrameFault('FRAME_TOO_LARGE', `frame body of ${length} bytes`)
}

function readUint32(bytes: Uint8Array, at: number): number {
  const high = ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16)
  return (high | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)) >>> 0
}
