import type { Schema } from './proto-schema.ts'

/**
 * Where the libraries are known to differ in what they refuse or read. Found by walking through the bytes, so that nothing else
 * hides behind it.
 */
export interface Quirks {
  /** A key of more than 32 bits: Google's library cuts it, ours refuse it. */
  wideKey: boolean
  /** A number of more than ten bytes in a field that nobody knows: the generated code passes over it. */
  endlessNumber: boolean
  /** Groups in groups in a field that nobody knows: Google's library stops one level before ours. */
  deepGroup: boolean
  /** A number of ten bytes with bits beyond 64: they are dropped, but the generated code counts them in a yes or no. */
  wideNumber: boolean
}

const depthMax = 100

export function quirksOf(schema: Schema, message: string, bytes: Uint8Array): Quirks {
  const quirks = { wideKey: false, endlessNumber: false, deepGroup: false, wideNumber: false }
  walk(schema, message, new Walker(bytes), quirks)
  return quirks
}

/** @returns false where nothing after it can be read. */
function walk(schema: Schema, message: string, walker: Walker, quirks: Quirks): boolean {
  const fields = schema.get(message) ?? []
  /** Of the groups that are open. */
  let depth = 0
  while (!walker.isAtEnd) {
    const key = walker.number(5)
    if (key === undefined) return false
    if (key.value > 0xffff_ffffn) quirks.wideKey = true
    const cut = Number(key.value & 0xffff_ffffn)
    const field = depth > 0 ? undefined : fields.find(({ tag }) => tag === cut >>> 3)
    const wireType = cut & 7
    if (wireType === 0) {
      const number = walker.number(Infinity)
      if (number === undefined) return false
      if (number.length > 10) quirks.endlessNumber = true
      if (number.value >= 2n ** 64n) quirks.wideNumber = true
    } else if (wireType === 1) walker.pass(8)
    else if (wireType === 5) walker.pass(4)
    else if (wireType === 3) depth += 1
    else if (wireType === 4) depth -= 1
    else if (wireType === 2) {
      const inner = walker.bytes()
      if (inner === undefined) return false
      if (field?.isMessage === true && !walk(schema, field.type, new Walker(inner), quirks))
        return false
    } else return false
    if (depth >= depthMax) quirks.deepGroup = true
  }
  return true
}

class Walker {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length
  }

  number(lengthMax: number): { value: bigint; length: number } | undefined {
    let value = 0n
    for (let length = 1; length <= lengthMax; length += 1) {
      const byte = this.#bytes[this.#at]
      if (byte === undefined) return undefined
      this.#at += 1
      if (length <= 10) value |= BigInt(byte & 127) << BigInt(7 * (length - 1))
      if (byte < 128) return { value, length }
    }
    return undefined
  }

  bytes(): Uint8Array | undefined {
    const length = this.number(5)
    if (length === undefined) return undefined
    const start = this.#at
    this.pass(Number(length.value))
    return this.#bytes.subarray(start, this.#at)
  }

  pass(length: number): void {
    this.#at += length
  }
}
