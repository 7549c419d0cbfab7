import type { SeededRandom } from '../world/seeded-random.ts'

/** Pieces of protobuf that no honest writer makes. */

const depths = [1, 2, 31, 32, 33, 99, 100, 101, 102, 1_000]
const wireTypes = [0, 1, 2, 3, 4, 5, 6, 7]

/** A varint; `padding` makes it longer than it need be. */
export function varint(value: number, padding = 0): number[] {
  const bytes: number[] = []
  let rest = value
  while (rest >= 128) {
    bytes.push((rest % 128) | 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
  for (let pad = 0; pad < padding; pad += 1) {
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) | 128
    bytes.push(0)
  }
  return bytes
}

/** A field of any number and wire type, right or wrong in its length. */
export function unknownField(random: SeededRandom): Uint8Array {
  const number = random.chance(0.5) ? random.below(64) : random.below(2 ** 29)
  const wireType = random.pick(wireTypes)
  const key = varint(number * 8 + wireType, random.chance(0.1) ? random.below(6) : 0)
  const rest = Array.from({ length: random.below(12) }, () => random.below(256))
  if (wireType !== 2) return Uint8Array.from([...key, ...rest])
  const length = random.chance(0.7) ? rest.length : random.below(2 ** 31)
  return Uint8Array.from([...key, ...varint(length), ...rest])
}

/** Groups in groups, closed or not. */
export function nestedGroups(random: SeededRandom): Uint8Array {
  const depth = random.pick(depths)
  const field = 1 + random.below(15)
  const open = new Uint8Array(depth).fill(field * 8 + 3)
  if (random.chance(0.5)) return open
  return Uint8Array.from([...open, ...new Uint8Array(depth).fill(field * 8 + 4)])
}

/** Messages in messages, all in the same field. */
export function nestedFields(random: SeededRandom): Uint8Array {
  const depth = Math.min(200, random.pick(depths))
  const key = (1 + random.below(15)) * 8 + 2
  let inner: number[] = []
  for (let level = 0; level < depth; level += 1) inner = [key, ...varint(inner.length), ...inner]
  return Uint8Array.from(inner)
}

/** A list of up to so many numbers. */
export function packedNumbers(random: SeededRandom, countMax: number): Uint8Array {
  const count = random.below(countMax)
  const list: number[] = []
  for (let index = 0; index < count; index += 1) list.push(...varint(random.below(2 ** 31)))
  return Uint8Array.from([(1 + random.below(4)) * 8 + 2, ...varint(list.length), ...list])
}
