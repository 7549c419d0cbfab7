import type { Random } from '../../../server/src/base/random.ts'

/**
 * Chance from a seed: sfc32 (Chris Doty-Humphrey, PractRand). The same seed gives the same numbers on every machine.
 * Streams forked by name do not disturb each other, so that a change in one part of a world leaves the others alone.
 */
export class SeededRandom implements Random {
  #a: number
  #b: number
  #c: number
  #counter = 1

  constructor(seed: number | string) {
    const words = seedWords(String(seed))
    this.#a = words[0]
    this.#b = words[1]
    this.#c = words[2]
    for (let round = 0; round < 16; round += 1) this.word()
  }

  /** The next 32 bits. */
  word(): number {
    const mixed = (this.#a + this.#b + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + mixed
    return mixed >>> 0
  }

  unit(): number {
    return this.word() / 4_294_967_296
  }

  fill(bytes: Uint8Array): Uint8Array {
    let word = 0
    for (let index = 0; index < bytes.length; index += 1) {
      if ((index & 3) === 0) word = this.word()
      bytes[index] = word & 255
      word >>>= 8
    }
    return bytes
  }

  /** A whole number below `end`. */
  below(end: number): number {
    return Math.floor(this.unit() * end)
  }

  /** From `low` to below `high`. */
  between(low: number, high: number): number {
    return low + this.unit() * (high - low)
  }

  chance(probability: number): boolean {
    return this.unit() < probability
  }

  /** @throws when there is nothing to pick from. */
  pick<T>(from: readonly T[]): T {
    const picked = from[this.below(from.length)]
    if (picked === undefined) throw new Error('nothing to pick from')
    return picked
  }

  /** One of these, each as often as its weight says. */
  weighted<T>(from: readonly (readonly [weight: number, what: T])[]): T {
    let dice = this.unit() * from.reduce((sum, [weight]) => sum + weight, 0)
    for (const [weight, what] of from) {
      dice -= weight
      if (dice < 0) return what
    }
    throw new Error('nothing to pick from')
  }

  /** Mostly short, now and then very long: exponential with this mean, bounded. */
  waitMs(meanMs: number, maxMs = meanMs * 8): number {
    return Math.min(maxMs, -Math.log(1 - this.unit()) * meanMs)
  }

  fork(name: string): SeededRandom {
    return new SeededRandom(`${this.word()}/${name}`)
  }
}

/** Three words out of a text: FNV-1a (32 bits) with three starts. */
function seedWords(text: string): [number, number, number] {
  const words: [number, number, number] = [0x811c9dc5, 0x01000193, 0x9e3779b9]
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    words[0] = Math.imul(words[0] ^ unit, 0x01000193)
    words[1] = Math.imul(words[1] ^ unit, 0x85ebca6b)
    words[2] = Math.imul(words[2] ^ unit, 0xc2b2ae35)
  }
  return words
}
