/**
 * Two multiplicative lanes over 32-bit words, folded to the 53 bits of an exact number: two texts meet by a chance of
 * about 2^-53. Made against bad disks and mistaken clients, not against an attacker.
 */
export class Sum {
  #high = 0x9e3779b9 | 0
  #low = 0x27d4eb2f

  /** Another one that goes on from here. */
  fork(): Sum {
    const sum = new Sum()
    sum.#high = this.#high
    sum.#low = this.#low
    return sum
  }

  word(value: number): void {
    const high = Math.imul(this.#high ^ value, 0x85ebca77)
    this.#high = (high << 13) | (high >>> 19)
    const low = Math.imul(this.#low ^ value, 0xc2b2ae3d)
    this.#low = (low << 17) | (low >>> 15)
  }

  integer(value: number): void {
    this.word(value | 0)
    this.word((value / 4_294_967_296) | 0)
  }

  bytes(value: Uint8Array, from = 0, to = value.length): void {
    const whole = from + ((to - from) & ~3)
    for (let index = from; index < whole; index += 4) {
      this.word(
        (value[index] ?? 0) |
          ((value[index + 1] ?? 0) << 8) |
          ((value[index + 2] ?? 0) << 16) |
          ((value[index + 3] ?? 0) << 24),
      )
    }
    let rest = 0
    for (let index = whole; index < to; index += 1) rest = (rest << 8) | (value[index] ?? 0)
    this.word(rest)
    this.word(to - from)
  }

  finish(): number {
    const high = Math.imul(this.#high ^ (this.#high >>> 15) ^ this.#low, 0x2c1b3c6d)
    const low = Math.imul(this.#low ^ (this.#low >>> 16), 0x297a2d39) ^ this.#high
    return ((high ^ (high >>> 14)) & 0x1fffff) * 4_294_967_296 + ((low ^ (low >>> 13)) >>> 0)
  }
}

/** Of what a client said, by which a repeated id is known to be a retry (R2). */
export function contentHash(kind: number, refSeq: number, body: Uint8Array): number {
  const sum = new Sum()
  sum.word(kind)
  sum.integer(refSeq)
  sum.bytes(body)
  return sum.finish()
}
