import type { SeededRandom } from '../world/seeded-random.ts'
import { nestedFields, nestedGroups, packedNumbers, unknownField } from './hostile-pieces.ts'

/** Room for the largest body that is ever made, with something to spare for what grows it. */
const roomBytes = 400_000
const changesMax = 4
const bytesOfNote = [0, 1, 0x0a, 0x0b, 0x0c, 0x12, 0x7f, 0x80, 0xc0, 0xed, 0xf8, 0xfe, 0xff]

/**
 * Makes hostile bytes out of good ones: bits flipped, cut, spliced with others, fields repeated, numbers that do not
 * end, lengths that lie, messages in messages. From a seed, so that everything can be made again.
 */
export class Mutator {
  readonly #random: SeededRandom
  readonly #room = new Uint8Array(roomBytes)
  #length = 0
  /** A long list, made once. */
  #list: Uint8Array | undefined

  constructor(random: SeededRandom) {
    this.#random = random
  }

  /** @returns bytes of their own; with `others` to splice with. */
  mutate(bytes: Uint8Array, others: readonly Uint8Array[]): Buffer {
    this.#length = Math.min(bytes.length, roomBytes / 2)
    this.#room.set(bytes.subarray(0, this.#length))
    const changes = 1 + this.#random.below(changesMax)
    for (let change = 0; change < changes; change += 1) this.#change(others)
    return Buffer.from(this.#room.subarray(0, this.#length))
  }

  #change(others: readonly Uint8Array[]): void {
    const random = this.#random
    const kind = random.below(1_000)
    if (kind < 250) return this.#flip()
    if (kind < 400) return this.#set(random.pick(bytesOfNote))
    if (kind < 480) return this.#run(0xff, 1 + random.below(11))
    if (kind < 540) return this.#run(0x80, 1 + random.below(11))
    if (kind < 640) return void (this.#length = random.below(this.#length + 1))
    if (kind < 700) return this.#remove()
    if (kind < 800) return this.#repeat(1 + random.below(3))
    if (kind < 880) return this.#splice(random.pick(others))
    if (kind < 940) return this.#insert(this.#at(), random.fill(new Uint8Array(random.below(17))))
    if (kind < 980) return this.#insert(this.#at(), unknownField(random))
    if (kind < 988) return this.#insert(this.#at(), nestedGroups(random))
    if (kind < 995) return this.#insert(this.#at(), nestedFields(random))
    if (kind < 999 || random.chance(0.8)) return this.#insert(this.#at(), packedNumbers(random, 99))
    return this.#grow()
  }

  /** Seldom and large. */
  #grow(): void {
    const random = this.#random
    if (random.chance(0.5)) this.#insert(this.#at(), (this.#list ??= packedNumbers(random, 30_000)))
    else this.#repeat(1 + random.below(4_000))
  }

  #at(): number {
    return this.#random.below(this.#length + 1)
  }

  #flip(): void {
    if (this.#length === 0) return
    const flips = 1 + this.#random.below(4)
    for (let flip = 0; flip < flips; flip += 1) {
      const at = this.#random.below(this.#length)
      this.#room[at] = (this.#room[at] ?? 0) ^ (1 << this.#random.below(8))
    }
  }

  #set(byte: number): void {
    if (this.#length > 0) this.#room[this.#random.below(this.#length)] = byte
  }

  #run(byte: number, length: number): void {
    const at = this.#at()
    const end = Math.min(at + length, roomBytes)
    this.#room.fill(byte, at, end)
    this.#length = Math.max(this.#length, end)
  }

  #remove(): void {
    const at = this.#at()
    const end = Math.min(this.#length, at + 1 + this.#random.below(16))
    this.#room.copyWithin(at, end, this.#length)
    this.#length -= end - at
  }

  #repeat(times: number): void {
    const at = this.#at()
    const piece = this.#room.slice(at, Math.min(this.#length, at + 1 + this.#random.below(64)))
    for (let time = 0; time < times && this.#length < roomBytes * 0.75; time += 1)
      this.#insert(at, piece)
  }

  /** A head of this and a tail of another. */
  #splice(other: Uint8Array): void {
    const tail = other.subarray(this.#random.below(other.length + 1))
    const head = this.#at()
    const length = Math.min(tail.length, roomBytes - head)
    this.#room.set(tail.subarray(0, length), head)
    this.#length = head + length
  }

  #insert(at: number, piece: Uint8Array): void {
    if (this.#length + piece.length > roomBytes) return
    this.#room.copyWithin(at + piece.length, at, this.#length)
    this.#room.set(piece, at)
    this.#length += piece.length
  }
}
