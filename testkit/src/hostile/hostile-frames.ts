import { deflateRawSync } from 'node:zlib'
import { frameHeaderBytes, frameKinds, writeHeader, type FrameKind } from '@parley/protocol'
import type { SeededRandom } from '../world/seeded-random.ts'
import { everyName, honestBodies, type HonestBody, type KnownFacts } from './honest-bodies.ts'
import { bombs } from './hostile-server.ts'
import { Mutator } from './mutator.ts'

const bodiesEach = 24
const lies = [0, 1, 11, 12, 13, 255, 4_096, 4_097, 65_536, 262_144, 262_145, 2 ** 31, 2 ** 32 - 1]

export interface FrameChances {
  /** That a header does not fit its frame. */
  header: number
  /** That a body is left as it is. */
  honest: number
  /** That a body is compressed, or says so. */
  compressed: number
}

const chancesDefault: FrameChances = { header: 0.1, honest: 0.15, compressed: 0.02 }

/** Frames for a server: those of every command, with bodies and headers that are mostly wrong. */
export class HostileFrames {
  readonly #random: SeededRandom
  readonly #mutator: Mutator
  readonly #chances: FrameChances
  readonly #greetings: readonly HonestBody[]
  readonly #others: readonly HonestBody[]
  readonly #bytes: readonly Uint8Array[]
  readonly #bombs = bombs()
  #number = 0

  constructor(
    random: SeededRandom,
    facts: KnownFacts,
    names: readonly HonestBody['name'][] = everyName,
    chances: Partial<FrameChances> = {},
  ) {
    this.#random = random
    this.#mutator = new Mutator(random)
    this.#chances = { ...chancesDefault, ...chances }
    const bodies = honestBodies(random, facts, names, bodiesEach)
    this.#greetings = bodies.filter(({ isGreeting }) => isGreeting)
    this.#others = bodies.filter(({ isGreeting }) => !isGreeting)
    this.#bytes = bodies.map(({ body }) => body)
  }

  /** A body of its command, mutated or not. */
  body(from: HonestBody): Uint8Array {
    if (this.#random.chance(this.#chances.honest)) return from.body
    return this.#mutator.mutate(from.body, this.#bytes)
  }

  /**
   * @param greeted whether the peer has logged in.
   * @param mayEnd whether it may be one that ends the connection: what is given behind it would not be tried.
   */
  next(greeted: boolean, mayEnd = true): Uint8Array {
    const random = this.#random
    const isOther = greeted !== random.chance(0.03)
    const pool = isOther && this.#others.length > 0 ? this.#others : this.#greetings
    const from = random.pick(pool.length > 0 ? pool : this.#others)
    const kind = from.isNote ? frameKinds.oneWay : frameKinds.request
    if (random.chance(0.01)) return this.#frame(frameKinds.ping, 0, 0, new Uint8Array(), mayEnd)
    if (mayEnd && random.chance(this.#chances.compressed))
      return this.#frame(kind, 1, from.command, this.#deflated(from), mayEnd)
    const command = random.chance(0.97) ? from.command : random.pick(this.#others).command
    return this.#frame(kind, 0, command, this.body(from), mayEnd)
  }

  #deflated(from: HonestBody): Uint8Array {
    const random = this.#random
    const kind = random.below(100)
    if (kind < 5) return random.pick(this.#bombs)
    const good = deflateRawSync(from.body, { level: 1 })
    return kind < 50 ? good : this.#mutator.mutate(good, this.#bytes)
  }

  #frame(
    kind: FrameKind,
    flags: number,
    command: number,
    body: Uint8Array,
    mayEnd: boolean,
  ): Uint8Array {
    const random = this.#random
    this.#number = (this.#number % 1_000_000) + 1
    const bytes = Buffer.allocUnsafe(frameHeaderBytes + body.length)
    writeHeader(bytes, 0, kind, flags, command, this.#number, body.length)
    bytes.set(body, frameHeaderBytes)
    if (!mayEnd || !random.chance(this.#chances.header)) return bytes
    return this.#spoil(bytes)
  }

  #spoil(bytes: Buffer): Uint8Array {
    const random = this.#random
    const what = random.below(100)
    if (what < 20) bytes.writeUInt32BE(random.pick(lies), 0)
    else if (what < 35) bytes.writeUInt32BE(Math.max(0, bytes.length - 12 + random.below(9) - 4), 0)
    else if (what < 45) bytes[4] = random.below(256)
    else if (what < 55) bytes[4] = 0x10 | random.below(16)
    else if (what < 70) bytes[5] = 1 << random.below(8)
    else if (what < 80) bytes.writeUInt16BE(random.below(65_536), 6)
    else if (what < 90) bytes.writeUInt32BE(random.pick([0, 1, 2 ** 31, 2 ** 32 - 1]), 8)
    else if (what < 95) return bytes.subarray(0, random.below(bytes.length))
    else return this.#mutator.mutate(bytes, this.#bytes)
    return bytes
  }
}
