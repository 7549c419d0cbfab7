/**
 * The frame: a fixed 12-byte header, then a protobuf body. The same on every transport.
 *
 * | bytes | field                                                        |
 * |-------|--------------------------------------------------------------|
 * | 0–3   | body length, big-endian                                      |
 * | 4     | version (high 4 bits), kind (low 4 bits)                     |
 * | 5     | flags                                                        |
 * | 6–7   | command, big-endian                                          |
 * | 8–11  | number, big-endian: request id; in a push its number in this |
 * |       | epoch (0: lossy); in a ping the last push received; in a     |
 * |       | pong the last push sent                                      |
 */
export const frameVersion = 1
export const frameHeaderBytes = 12

export const frameKinds = {
  request: 1,
  response: 2,
  push: 3,
  oneWay: 4,
  ping: 5,
  pong: 6,
  close: 7,
} as const
export type FrameKind = (typeof frameKinds)[keyof typeof frameKinds]

export const frameFlags = {
  /** The body is raw DEFLATE (RFC 1951). Only where both sides named the capability; never in a login. */
  compressed: 1,
  /** Response: more frames with this request id follow; their bodies joined make the body. */
  moreFollows: 2,
  /** Response: the body is an ErrorBody. */
  error: 4,
  /** Pong: a push was dropped since the last sync began; sync. */
  behind: 8,
} as const
export const frameFlagsKnown = 15

export interface FrameHeader {
  length: number
  version: number
  kind: number
  flags: number
  command: number
  /** See the table above. 0 to 2^32 − 1. */
  number: number
}

export interface Frame {
  kind: FrameKind
  flags: number
  command: number
  number: number
  body: Uint8Array
}

export const emptyBody = new Uint8Array(0)

/** Reads the header at `offset`; the caller has made sure that 12 bytes are there. */
export function readHeader(bytes: Uint8Array, offset = 0): FrameHeader {
  const at = (index: number) => bytes[offset + index] ?? 0
  return {
    length: ((at(0) << 24) | (at(1) << 16) | (at(2) << 8) | at(3)) >>> 0,
    version: at(4) >> 4,
    kind: at(4) & 15,
    flags: at(5),
    command: (at(6) << 8) | at(7),
    number: ((at(8) << 24) | (at(9) << 16) | (at(10) << 8) | at(11)) >>> 0,
  }
}

/** Writes a header into `bytes` at `offset`. */
export function writeHeader(
  bytes: Uint8Array,
  offset: number,
  kind: FrameKind,
  flags: number,
  command: number,
  number: number,
  length: number,
): void {
  bytes[offset] = length >>> 24
  bytes[offset + 1] = length >>> 16
  bytes[offset + 2] = length >>> 8
  bytes[offset + 3] = length
  bytes[offset + 4] = (frameVersion << 4) | kind
  bytes[offset + 5] = flags
  bytes[offset + 6] = command >>> 8
  bytes[offset + 7] = command
  bytes[offset + 8] = number >>> 24
  bytes[offset + 9] = number >>> 16
  bytes[offset + 10] = number >>> 8
  bytes[offset + 11] = number
}

export function encodeFrame(frame: Frame): Uint8Array {
  const { kind, flags, command, number, body } = frame
  const bytes = new Uint8Array(frameHeaderBytes + body.length)
  writeHeader(bytes, 0, kind, flags, command, number, body.length)
  bytes.set(body, frameHeaderBytes)
  return bytes
}
