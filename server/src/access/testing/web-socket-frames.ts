/** WebSocket frames (RFC 6455, section 5.2) written and read without the library that the server uses. */

export const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

export interface ClientFrame {
  opcode: number
  payload?: Uint8Array
  /** Default true. */
  fin?: boolean
  /** The three reserved bits, 0 to 7. */
  reserved?: number
  /** Undefined: none, which a server must not take. */
  mask?: Uint8Array | undefined
  /** How the length is written: as short as it goes by default. */
  lengthBytes?: 0 | 2 | 8
  /** What the length says, where it lies. */
  length?: number
}

export const defaultMask = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d)
const empty = new Uint8Array(0)

/** As a client writes it: masked, unless `mask` is given as undefined. */
export function clientFrame(frame: ClientFrame): Uint8Array {
  const { opcode, payload = empty, fin = true, reserved = 0 } = frame
  const mask = 'mask' in frame ? frame.mask : defaultMask
  const length = frame.length ?? payload.length
  const lengthBytes = frame.lengthBytes ?? (length < 126 ? 0 : length < 65_536 ? 2 : 8)
  const maskAt = 2 + lengthBytes
  const payloadAt = maskAt + (mask === undefined ? 0 : 4)
  const bytes = new Uint8Array(payloadAt + payload.length)
  const view = new DataView(bytes.buffer)
  bytes[0] = (fin ? 0x80 : 0) | (reserved << 4) | opcode
  bytes[1] =
    (mask === undefined ? 0 : 0x80) | (lengthBytes === 0 ? length : lengthBytes === 2 ? 126 : 127)
  if (lengthBytes === 2) view.setUint16(2, length)
  if (lengthBytes === 8) view.setBigUint64(2, BigInt(length))
  if (mask !== undefined) bytes.set(mask, maskAt)
  for (let index = 0; index < payload.length; index += 1)
    bytes[payloadAt + index] = (payload[index] ?? 0) ^ (mask?.[index & 3] ?? 0)
  return bytes
}

export interface ServerFrame {
  fin: boolean
  reserved: number
  opcode: number
  isMasked: boolean
  payload: Uint8Array
}

/** Cuts what a server sends into frames. */
export class ServerFrameReader {
  #held: Uint8Array = empty

  read(chunk: Uint8Array): ServerFrame[] {
    this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk])
    const frames: ServerFrame[] = []
    for (let next = this.#next(); next !== undefined; next = this.#next()) frames.push(next)
    return frames
  }

  get heldBytes(): number {
    return this.#held.length
  }

  #next(): ServerFrame | undefined {
    const held = this.#held
    const [first = 0, second = 0] = held
    const short = second & 127
    const payloadAt = short === 126 ? 4 : short === 127 ? 10 : 2
    if (held.length < payloadAt) return undefined
    const view = new DataView(held.buffer, held.byteOffset, held.byteLength)
    const length =
      short === 126 ? view.getUint16(2) : short === 127 ? Number(view.getBigUint64(2)) : short
    if (held.length < payloadAt + length) return undefined
    const payload = held.subarray(payloadAt, payloadAt + length)
    this.#held = held.subarray(payloadAt + length)
    return {
      ...{ fin: (first & 0x80) !== 0, reserved: (first >> 4) & 7, opcode: first & 15, payload },
      isMasked: (second & 0x80) !== 0,
    }
  }
}
