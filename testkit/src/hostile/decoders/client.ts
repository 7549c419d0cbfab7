import { commands, encodeFrame, frameKinds, pushes, wire, type FrameKind } from '@parley/protocol'
import { createCore, type IM } from '@parley/client'
import { MemoryStorage } from '../../../../client/src/cache/memory-storage.ts'
import { FakeServer } from '../../../../client/src/testing/fake-server.ts'
import { VirtualClock } from '../../../../client/src/testing/virtual-clock.ts'
import type { Link, LinkEvents, Transport } from '../../../../client/src/transport/transport.ts'
import type { SeededRandom } from '../../world/seeded-random.ts'
import type { HostileRound, OpenRound, RoundDeps } from '../decoder.ts'
import { MessageMaker } from '../message-maker.ts'
import { Mutator } from '../mutator.ts'
import { readSchema } from '../proto-schema.ts'

const account = 1
const peer = 2
const linesBefore = 20
const seedsEach = 10
/** A close may send a client away for as long as it likes: another one comes then. */
const waitMsMax = 40_000
const stepMs = 5_000

/** A hostile server against the whole client: what it answers is changed on the way, and frames come that nobody asked for. */
export const clientRound: OpenRound = async (deps) => new ClientRound(deps)

interface Seed {
  kind: FrameKind
  command: number
  body: Uint8Array
}

class ClientRound implements HostileRound {
  readonly #deps: RoundDeps
  readonly #random: SeededRandom
  readonly #mutator: Mutator
  readonly #clock = new VirtualClock(() => settle())
  readonly #server = new FakeServer(this.#clock)
  readonly #seeds: readonly Seed[]
  readonly #bodies: readonly Uint8Array[]
  #storage = new MemoryStorage()
  #im: IM | undefined
  #link: LinkEvents | undefined
  #isHostile = true

  constructor(deps: RoundDeps) {
    this.#deps = deps
    this.#random = deps.random
    this.#mutator = new Mutator(deps.random)
    const { store } = this.#server
    for (let line = 0; line < linesBefore; line += 1) store.say(peer, account, `line ${line}`)
    const { id } = store.direct(peer, account)
    this.#seeds = seedsOf(deps.random, id)
    this.#bodies = this.#seeds.map(({ body }) => body)
  }

  async batch(framesMax: number): Promise<number> {
    for (let waitedMs = 0; this.#link === undefined; waitedMs += stepMs) {
      if (this.#im === undefined || waitedMs > waitMsMax || isOver(this.#im)) await this.#begin()
      await this.#clock.advance(stepMs)
    }
    let tried = 0
    for (; tried < framesMax && this.#link !== undefined; tried += 1)
      this.#link.received(this.#next())
    await this.#clock.advance(20)
    return tried
  }

  /** An honest server again: the client comes online, and stops when it is told to. */
  async finish(): Promise<void> {
    this.#isHostile = false
    this.#server.cut()
    await this.#begin(new MemoryStorage())
    for (let waitedMs = 0; waitedMs < waitMsMax; waitedMs += stepMs)
      await this.#clock.advance(stepMs)
    const state = this.#im?.state.name
    if (state !== 'online') this.#deps.violation(`the client is ${state} with an honest server`)
    await this.#end()
  }

  async #begin(storage?: MemoryStorage): Promise<void> {
    await this.#end()
    if (storage !== undefined) this.#storage = storage
    const im = createCore(
      {
        ...{ clock: this.#clock, random: this.#random, client: 'hostile/1' },
        transport: this.#transport(),
      },
      {
        ...{ url: 'hostile://server', storage: this.#storage },
        token: async () => this.#server.token(account),
      },
    )
    this.#im = im
    im.start().catch(() => {})
    await settle()
  }

  async #end(): Promise<void> {
    let isStopped = this.#im === undefined
    this.#im?.stop().then(
      () => (isStopped = true),
      (thrown: unknown) => this.#deps.violation(`stop() rejects: ${String(thrown)}`),
    )
    this.#im = undefined
    for (let waitedMs = 0; !isStopped && waitedMs < waitMsMax; waitedMs += stepMs)
      await this.#clock.advance(stepMs)
    if (!isStopped) this.#deps.violation('the client does not stop')
  }

  #transport(): Transport {
    const inner = this.#server.transport()
    return {
      open: (url, events, signal) => {
        const own: LinkEvents = {
          received: (bytes) => events.received(this.#changed(bytes)),
          closed: (status) => {
            if (this.#link === own) this.#link = undefined
            events.closed(status)
          },
        }
        return inner.open(url, own, signal).then((link) => {
          this.#link = own
          const close = () => {
            if (this.#link === own) this.#link = undefined
            link.close()
          }
          return { write: (bytes) => this.#give(link, bytes), close }
        })
      },
    }
  }

  /** NOTE the server of tests trusts its client, which has been told wrong tokens and ids: it hangs up on those. */
  #give(link: Link, bytes: Uint8Array): void {
    try {
      link.write(bytes)
    } catch {
      queueMicrotask(() => this.#server.cut())
    }
  }

  /** What the server says, mostly as it said it: else nobody would ever come online. */
  #changed(bytes: Uint8Array): Uint8Array {
    if (!this.#isHostile || this.#random.chance(0.9)) return bytes
    return this.#mutator.mutate(bytes, this.#bodies)
  }

  #next(): Uint8Array {
    const random = this.#random
    const { kind, command, body } = random.pick(this.#seeds)
    const hostile = random.chance(0.15) ? body : this.#mutator.mutate(body, this.#bodies)
    const flags = random.chance(0.95) ? 0 : 1 << random.below(5)
    const number = random.chance(0.8) ? random.below(12) : random.below(2 ** 32)
    const frame = encodeFrame({ kind, flags, command, number, body: hostile })
    if (random.chance(0.01)) return this.#mutator.mutate(frame, this.#bodies)
    return frame
  }
}

function isOver({ state }: IM): boolean {
  return state.name === 'signedOut' || state.name === 'kicked'
}

/** Answers, pushes, pongs and closes; some of them about the conversation that is there. */
function seedsOf(random: SeededRandom, conversation: number): Seed[] {
  const maker = new MessageMaker(random, readSchema(), { odd: 0.05, unknown: 0.05 })
  const many = (make: () => Seed) => Array.from({ length: seedsEach }, make)
  const { response, push, pong, close } = frameKinds
  const answers = Object.values(commands).flatMap(({ id, reply }) =>
    many(() => ({ kind: response, command: id, body: maker.make(nameOf(reply)) })),
  )
  const news = Object.values(pushes).flatMap(({ id, body }) =>
    many(() => ({ kind: push, command: id, body: maker.make(nameOf(body)) })),
  )
  const entries = many(() => {
    const seq = random.below(60)
    const body = wire.EntryBody.encode({ text: 'more' }).finish()
    const entry = { seq, sender: peer, kind: 1, body, clientId: random.fill(new Uint8Array(16)) }
    const pushed = wire.EntryPush.encode({ conversation, entry, headSeq: seq }).finish()
    return { kind: push, command: pushes.entry.id, body: pushed }
  })
  const errors = many(() => ({ kind: response, command: 0, body: maker.make('ErrorBody') }))
  const pongs = many(() => ({ kind: pong, command: 0, body: new Uint8Array() }))
  const end: Seed = { kind: close, command: 0, body: maker.make('CloseBody') }
  return [...answers, ...news, ...entries, ...errors, ...pongs, end]
}

const codecNames = new Map(Object.entries(wire).map(([name, codec]) => [codec as unknown, name]))

function nameOf(codec: unknown): string {
  return codecNames.get(codec) ?? ''
}

/** Everything has run that waits for no time. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => void setImmediate(resolve))
}
