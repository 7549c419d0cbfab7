// @ts-expect-error generated without types: those of parley.d.ts hold
import * as compact from '../../../../protocol/gen/compact.js'
import { wire } from '@parley/protocol'
import type { SeededRandom } from '../../world/seeded-random.ts'
import type { HostileRound, OpenRound, RoundDeps } from '../decoder.ts'
import { MessageMaker } from '../message-maker.ts'
import { Mutator } from '../mutator.ts'
import { readSchema } from '../proto-schema.ts'
import { quirksOf } from '../quirks.ts'

interface Codec {
  encode(message: object): { finish(): Uint8Array }
  decode(bytes: Uint8Array): object
}

const small = compact as Readonly<Record<string, Codec>>
const big = wire as unknown as Readonly<Record<string, Codec>>
const schema = readSchema()
const names = [...schema.keys()]
const seedsEach = 12

/** The codec of browsers, held against the one of servers: both read the same out of the same bytes, or nothing. */
export const compactRound: OpenRound = async (deps) => new CompactRound(deps)

class CompactRound implements HostileRound {
  readonly #deps: RoundDeps
  readonly #random: SeededRandom
  readonly #mutator: Mutator
  readonly #seeds: readonly { name: string; bytes: Uint8Array }[]
  readonly #bytes: readonly Uint8Array[]

  constructor(deps: RoundDeps) {
    this.#deps = deps
    this.#random = deps.random
    this.#mutator = new Mutator(deps.random)
    const maker = new MessageMaker(deps.random, schema, { odd: 0.2, unknown: 0.1 })
    this.#seeds = names.flatMap((name) =>
      Array.from({ length: seedsEach }, () => ({ name, bytes: maker.make(name) })),
    )
    this.#bytes = this.#seeds.map(({ bytes }) => bytes)
  }

  async batch(framesMax: number): Promise<number> {
    for (let tried = 0; tried < framesMax; tried += 1) {
      const { name, bytes } = this.#random.pick(this.#seeds)
      const hostile = this.#random.chance(0.1) ? bytes : this.#mutator.mutate(bytes, this.#bytes)
      const wrong = this.#differs(name, hostile)
      if (wrong !== undefined) this.#deps.violation(`${name}: ${wrong}`, hostile)
    }
    return framesMax
  }

  async finish(): Promise<void> {}

  #differs(name: string, bytes: Uint8Array): string | undefined {
    const [one, other] = [small[name], big[name]]
    if (one === undefined || other === undefined) return 'no codec'
    const [read, expected] = [decoded(one, bytes), decoded(other, bytes)]
    const quirks = () => quirksOf(schema, name, bytes)
    if (read === undefined || expected === undefined) {
      if (read === expected || (read === undefined && quirks().endlessNumber)) return undefined
      return `only ${read === undefined ? 'big' : 'small'} reads it`
    }
    // NOTE written by the same one: what nobody knows is left out.
    const same = Buffer.compare(one.encode(read).finish(), one.encode(expected).finish()) === 0
    return same || quirks().wideNumber ? undefined : 'not the same'
  }
}

function decoded(codec: Codec, bytes: Uint8Array): object | undefined {
  try {
    return codec.decode(bytes)
  } catch {
    return undefined
  }
}
