export const wireTypes = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const

const cut = () => new RangeError('index out of range')

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

  varint(): number {
    let value = 0
    for (let shift = 1, index = 0; index < 10; index += 1, shift *= 128) {
      const byte = this.#bytes[this.#offset++]
      if (byte === undefined) throw cut()
      value += (byte & 127) * shift
      if (byte < 128) return value
    }
    throw new RangeError('invalid varint encoding')
  }

  bytes(): Uint8Array {
    const length = this.varint()
    const start = this.#offset
    this.#advance(length)
    return this.#bytes.subarray(start, start + length)
  }

  skip(wireType: number): void {
    if (wireType === wireTypes.varint) this.varint()
    else if (wireType === wireTypes.fixed64) this.#advance(8)
    else if (wireType === wireTypes.bytes) this.bytes()
    else if (wireType === wireTypes.fixed32) this.#advance(4)
    else throw new RangeError(`wire type ${wireType}`)
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

  varint(value: number): this {
    this.#reserve(10)
    let rest = value
    while (rest >= 128) {
      this.#bytes[this.#length++] = (rest % 128) | 128
      rest = Math.floor(rest / 128)
    }
    this.#bytes[this.#length++] = rest
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
