const firstBytes = 8_192

/** Writes numbers and bytes one after the other into a buffer that grows. */
export class ByteWriter {
  #bytes = new Uint8Array(firstBytes)
  #view = new DataView(this.#bytes.buffer)
  #at = 0

  byte(value: number): void {
    this.#room(1)
    this.#bytes[this.#at] = value
    this.#at += 1
  }

  /** 0 to 2^32 − 1. */
  count(value: number): void {
    this.#room(4)
    this.#view.setUint32(this.#at, value, true)
    this.#at += 4
  }

  /** Any number, exactly. */
  float(value: number): void {
    this.#room(8)
    this.#view.setFloat64(this.#at, value, true)
    this.#at += 8
  }

  bytes(value: Uint8Array): void {
    this.count(value.length)
    this.#room(value.length)
    this.#bytes.set(value, this.#at)
    this.#at += value.length
  }

  /** The buffer, perhaps longer than what was written. The writer is of no use afterwards. */
  finish(): ArrayBuffer {
    return this.#bytes.buffer
  }

  #room(more: number): void {
    const needed = this.#at + more
    if (needed <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2))
    larger.set(this.#bytes)
    this.#bytes = larger
    this.#view = new DataView(larger.buffer)
  }
}

/** Reads what a ByteWriter wrote. */
export class ByteReader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #at = 0

  constructor(buffer: ArrayBuffer) {
    this.#bytes = new Uint8Array(buffer)
    this.#view = new DataView(buffer)
  }

  byte(): number {
    const value = this.#view.getUint8(this.#at)
    this.#at += 1
    return value
  }

  count(): number {
    const value = this.#view.getUint32(this.#at, true)
    this.#at += 4
    return value
  }

  float(): number {
    const value = this.#view.getFloat64(this.#at, true)
    this.#at += 8
    return value
  }

  /** A part of the buffer, not a copy. */
  bytes(): Uint8Array {
    const length = this.count()
    const start = this.#at
    this.#at += length
    return this.#bytes.subarray(start, this.#at)
  }
}
