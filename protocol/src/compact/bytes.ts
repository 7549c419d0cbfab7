export const wireTypes = { varint: 0, fixed64: 1, bytes: 2, group: 3, fixed32: 5 } as const

const cut = () => new RangeError('index out of range')

const badVarint = () => new RangeError('invalid varint encoding')

const tagMax = 2 ** 32 - 1
const sizeMax = 2 ** 31 - 1
/** Groups in groups, of fields that nobody knows. */
const depthMax = 100

/** Reads protobuf's primitives. Numbers beyond 2^53 lose their low bits. @throws RangeError beyond the end. */
export class ByteReader {
  readonly #bytes: Uint8Array
  #offset = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get isAtEnd(): boolean {
    return this.#offset >= this.#bytes.length
  }

  /** Of at most 64 bits; what is beyond is dropped, as everywhere in protobuf. */
  varint(): number {
    let low = 0
    let high = 0
    for (let index = 0; index < 10; index += 1) {
      const byte = this.#byte()
      const bits = byte & 127
      if (index < 5) low += bits * 2 ** (7 * index)
      else high += bits * 2 ** (7 * index - 35)
      if (byte < 128) return low + (high % 2 ** 29) * 2 ** 35
    }
    throw badVarint()
  }

  /** The low 32 bits. */
  varint32(): number {
    let value = 0
    for (let index = 0; index < 10; index += 1) {
      const byte = this.#byte()
      if (index < 5) value |= (byte & 127) << (7 * index)
      if (byte < 128) return value >>> 0
    }
    throw badVarint()
  }

  /** Number and wire type of a field. */
  key(): number {
    const key = this.#short(tagMax)
    if (key < 8) throw new RangeError('field number 0')
    return key
  }

  bytes(): Uint8Array {
    const length = this.#short(sizeMax)
    const start = this.#offset
    this.#advance(length)
    return this.#bytes.subarray(start, start + length)
  }

  /** @param key of the field whose value is passed over. */
  skip(key: number, depth = 0): void {
    if (depth > depthMax) throw new RangeError('max depth exceeded')
    const wireType = key & 7
    if (wireType === wireTypes.varint) this.varint()
    else if (wireType === wireTypes.fixed64) this.#advance(8)
    else if (wireType === wireTypes.bytes) this.bytes()
    else if (wireType === wireTypes.fixed32) this.#advance(4)
    else if (wireType === wireTypes.group) this.#skipGroup(key, depth)
    else throw new RangeError(`wire type ${wireType}`)
  }

  #skipGroup(begin: number, depth: number): void {
    for (let key = this.key(); key !== begin + 1; key = this.key()) this.skip(key, depth + 1)
  }

  /** A varint of at most five bytes. */
  #short(max: number): number {
    let value = 0
    for (let index = 0; index < 5; index += 1) {
      const byte = this.#byte()
      value += (byte & 127) * 2 ** (7 * index)
      if (byte >= 128) continue
      if (value > max) break
      return value
    }
    throw badVarint()
  }

  #byte(): number {
    const byte = this.#bytes[this.#offset++]
    if (byte === undefined) throw cut()
    return byte
  }

  #advance(length: number): void {
    this.#offset += length
    if (this.#offset > this.#bytes.length) throw cut()
  }
}

/** Writes protobuf's primitives into room that grows. */
export class ByteWriter {
  #bytes = new Uint8Array(64)
  #length = 0

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  key(tag: number, wireType: number): this {
    return this.varint(tag * 8 + wireType)
  }

  /** NOTE what is negative is an enum of a newer writer: 32 bits, and its sign in all above them. */
  varint(value: number): this {
    this.#reserve(10)
    if (value < 0) return this.#negative(value)
    let rest = value
    while (rest >= 128) {
      this.#bytes[this.#length++] = (rest % 128) | 128
      rest = Math.floor(rest / 128)
    }
    this.#bytes[this.#length++] = rest
    return this
  }

  #negative(value: number): this {
    for (let shift = 0; shift < 28; shift += 7)
      this.#bytes[this.#length++] = ((value >>> shift) & 127) | 128
    this.#bytes[this.#length++] = (value >>> 28) | 0xf0
    for (let index = 0; index < 4; index += 1) this.#bytes[this.#length++] = 255
    this.#bytes[this.#length++] = 1
    return this
  }

  bytes(tag: number, bytes: Uint8Array): this {
    this.key(tag, wireTypes.bytes).varint(bytes.length)
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
    return this
  }

  nested(tag: number, write: (inner: ByteWriter) => void): this {
    const inner = new ByteWriter()
    write(inner)
    return this.bytes(tag, inner.finish())
  }

  #reserve(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + bytes))
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}
