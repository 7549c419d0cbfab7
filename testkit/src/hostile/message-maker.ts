import type { SeededRandom } from '../world/seeded-random.ts'
import { varint } from './hostile-pieces.ts'
import type { Schema, SchemaField } from './proto-schema.ts'

const depthMax = 4
/** Numbers of fields that nobody knows. */
const tagsBelow = 2_000
const texts = ['', 'ann', 'größer als', '你好', '😀👍🏽', '\u{feff}mark', '\u0000', 'x'.repeat(300)]
const numbers = [
  0,
  1,
  127,
  128,
  300,
  16_384,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 32 - 1,
  2 ** 32,
  2 ** 53 - 1,
]

export interface MakerHabits {
  /** How likely what a reader must take but no writer of ours does is: packing, padding, order, repetition. */
  odd: number
  /** How likely a field is one that nobody knows. */
  unknown: number
}

/** Writes messages of a schema by hand: valid ones, in every form in which they may come. */
export class MessageMaker {
  readonly #random: SeededRandom
  readonly #schema: Schema
  readonly #habits: MakerHabits

  constructor(random: SeededRandom, schema: Schema, habits: MakerHabits) {
    this.#random = random
    this.#schema = schema
    this.#habits = habits
  }

  make(message: string): Uint8Array {
    return Uint8Array.from(this.#message(message, 0))
  }

  #message(message: string, depth: number): number[] {
    const random = this.#random
    const fields = this.#schema.get(message) ?? []
    const parts: number[][] = []
    for (const field of fields) {
      if (random.chance(0.3)) continue
      parts.push(this.#field(field, depth))
      if (random.chance(this.#habits.odd)) parts.push(this.#field(field, depth))
    }
    if (random.chance(this.#habits.unknown)) parts.push(this.#unknown(fields))
    if (random.chance(this.#habits.odd)) parts.reverse()
    return parts.flat()
  }

  /** Well-formed, of a number that is not in the message. */
  #unknown(fields: readonly SchemaField[]): number[] {
    const random = this.#random
    const below = random.chance(0.7) ? 32 : tagsBelow
    const free = Array.from({ length: below - 1 }, (_, index) => index + 1).filter(
      (tag) => !fields.some((field) => field.tag === tag),
    )
    const tag = free.length > 0 ? random.pick(free) : tagsBelow
    const key = (wireType: number) => varint(tag * 8 + wireType)
    switch (random.pick([0, 1, 2, 3, 5])) {
      case 0:
        return [...key(0), ...varint(this.#number())]
      case 1:
        return [...key(1), ...this.#bytes(8)]
      case 2:
        return [...key(2), 3, ...this.#bytes(3)]
      case 3:
        return [...key(3), 8, 1, ...key(4)]
      default:
        return [...key(5), ...this.#bytes(4)]
    }
  }

  #field(field: SchemaField, depth: number): number[] {
    const { isRepeated, type } = field
    const random = this.#random
    if (!isRepeated) return this.#one(field, depth)
    const count = random.below(4)
    const isNumber = type === 'uint32' || type === 'uint64' || type === 'bool'
    if (!isNumber || random.chance(this.#habits.odd))
      return Array.from({ length: count }, () => this.#one(field, depth)).flat()
    const list = Array.from({ length: count }, () => this.#varint(type)).flat()
    return [...this.#key(field, 2), ...varint(list.length), ...list]
  }

  #one(field: SchemaField, depth: number): number[] {
    const { type, isMessage, isEnum } = field
    const random = this.#random
    if (isEnum || type === 'bool' || type.startsWith('uint'))
      return [...this.#key(field, 0), ...this.#varint(isEnum ? 'enum' : type)]
    const inner = isMessage
      ? depth < depthMax
        ? this.#message(type, depth + 1)
        : []
      : type === 'string'
        ? [...Buffer.from(random.pick(texts))]
        : this.#bytes(random.pick([0, 1, 16, 32, 40]))
    return [...this.#key(field, 2), ...varint(inner.length, this.#padding()), ...inner]
  }

  #key({ tag }: SchemaField, wireType: number): number[] {
    return varint(tag * 8 + wireType, this.#padding())
  }

  #varint(type: string): number[] {
    const number = this.#number()
    if (type === 'bool') return varint(number % 2, this.#padding())
    if (type === 'enum') return varint(number % 8, this.#padding())
    return varint(type === 'uint32' ? number % 2 ** 32 : number, this.#padding())
  }

  #padding(): number {
    return this.#random.chance(this.#habits.odd / 8) ? 1 + this.#random.below(2) : 0
  }

  #number(): number {
    const random = this.#random
    return random.chance(0.5) ? random.pick(numbers) : random.below(1_000)
  }

  #bytes(length: number): number[] {
    return [...this.#random.fill(new Uint8Array(length))]
  }
}
