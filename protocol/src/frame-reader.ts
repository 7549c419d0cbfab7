import { emptyBody, frameFlagsKnown, frameHeaderBytes, frameKinds, frameVersion } from './frame.ts'
import { readHeader, type Frame, type FrameHeader, type FrameKind } from './frame.ts'
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
  if (version !== frameVersion) throw new FrameFault('VERSION', `frame version ${version}`)
  if (kind < frameKinds.request || kind > frameKinds.close)
    throw new FrameFault('BAD_FRAME', `frame kind ${kind}`)
  if ((flags & ~frameFlagsKnown) !== 0) throw new FrameFault('BAD_FRAME', `frame flags ${flags}`)
  if (length > bodyBytesMax) throw new FrameFault('FRAME_TOO_LARGE', `frame body of ${length} bytes`)
}

/**
 * Cuts a byte stream into frames. Holds at most one unfinished frame: a header is checked before room is
 * made for its body, and the room grows with the bytes that came, so that an announced length costs nothing.
 * A frame's body may share memory with the chunk it came in.
 */
export class FrameReader {
  readonly #bodyBytesMax: number
  #parts: Uint8Array[] = []
  #held = 0
  #needed = frameHeaderBytes

  constructor(bodyBytesMax: number) {
    this.#bodyBytesMax = bodyBytesMax
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
    let bytes = chunk
    if (this.#held > 0) {
      this.#parts.push(chunk)
      this.#held += chunk.length
      if (this.#held < this.#needed) return
      bytes = joined(this.#parts, this.#held)
      this.#parts = []
      this.#held = 0
    }
    let offset = 0
    while (bytes.length - offset >= frameHeaderBytes) {
      const header = readHeader(bytes, offset)
      checkHeader(header, this.#bodyBytesMax)
      const end = offset + frameHeaderBytes + header.length
      if (end > bytes.length) {
        this.#hold(bytes, offset, frameHeaderBytes + header.length)
        return
      }
      take(toFrame(header, bytes, offset))
      offset = end
    }
    this.#hold(bytes, offset, frameHeaderBytes)
  }

  #hold(bytes: Uint8Array, offset: number, needed: number): void {
    this.#needed = needed
    if (offset === bytes.length) return
    // NOTE copied, so that a few held bytes do not keep a large chunk alive.
    const rest = bytes.slice(offset)
    this.#parts = [rest]
    this.#held = rest.length
  }
}

/**
 * Reads a buffer that holds whole frames only (a WebSocket message, the body of a post).
 * @throws FrameFault TRUNCATED when the last frame is cut short.
 */
export function readFrames(bytes: Uint8Array, bodyBytesMax: number): Frame[] {
  const frames: Frame[] = []
  const reader = new FrameReader(bodyBytesMax)
  reader.read(bytes, (frame) => frames.push(frame))
  if (reader.heldBytes > 0) throw new FrameFault('BAD_FRAME', 'the last frame is cut short')
  return frames
}

function toFrame(header: FrameHeader, bytes: Uint8Array, offset: number): Frame {
  const start = offset + frameHeaderBytes
  return {
    kind: header.kind as FrameKind,
    flags: header.flags,
    command: header.command,
    number: header.number,
    body: header.length === 0 ? emptyBody : bytes.subarray(start, start + header.length),
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}
