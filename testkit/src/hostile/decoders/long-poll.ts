import type { FastifyInstance } from 'fastify'
import { listenHttp, type HttpListener } from '../../../../server/src/access/http/listen-http.ts'
import type { SeededRandom } from '../../world/seeded-random.ts'
import type { HostileRound, OpenRound, RoundDeps } from '../decoder.ts'
import { HostileFrames } from '../hostile-frames.ts'
import { HostileServer } from '../hostile-server.ts'
import { LongPollPeer } from '../long-poll-peer.ts'
import { Peers, type Peer } from './peers.ts'

const framesPerPostMax = 64
/** A post may hold no more than this, or 8 KB before login. */
const postBytesMax = 200_000
const greetingPostBytesMax = 8_000
/** So many turns of the event loop without a reply: nothing more comes. */
const quietTurns = 6

/** Posts of good and bad frames, and posts that are bad themselves, through every route and check of the HTTP server. */
export const longPollRound: OpenRound = async (deps) => {
  const server = new HostileServer(deps)
  await server.people()
  const { access, clock } = server
  const { random } = deps
  const log = { debug() {}, info() {}, warn() {}, error: () => deps.violation('an HTTP fault') }
  const http = await listenHttp(
    { access, clock, random, hashing: server.hashing, log },
    { host: '127.0.0.1', port: 0, health: () => true },
  )
  return new LongPollRound(deps, server, http)
}

class LongPollRound implements HostileRound {
  readonly #deps: RoundDeps
  readonly #random: SeededRandom
  readonly #server: HostileServer
  readonly #app: FastifyInstance
  readonly #http: HttpListener
  readonly #frames: HostileFrames
  readonly #peers: Peers<LongPollPeer>
  #replies = 0
  readonly #standing = new Set<LongPollPeer>()

  constructor(deps: RoundDeps, server: HostileServer, http: HttpListener) {
    this.#deps = deps
    this.#random = deps.random
    this.#server = server
    this.#http = http
    this.#app = http.app
    this.#frames = new HostileFrames(deps.random, server.facts, undefined, {
      header: 0.4,
      compressed: 0.1,
    })
    this.#peers = new Peers(deps, server, {
      attach: () => this.#attach(),
      settle: () => this.#settle(),
      greetingShare: 0.15,
    })
  }

  async batch(framesMax: number): Promise<number> {
    const peers = await this.#peers.fill()
    let tried = 0
    while (tried < framesMax) tried += this.#post(this.#random.pick(peers))
    await this.#settle()
    await this.#server.clock.advance(5)
    this.#peers.look()
    return tried
  }

  async finish(): Promise<void> {
    await this.#peers.finish()
    const stopped = this.#http.stop()
    await this.#server.clock.advance(10_000)
    await stopped
  }

  #attach(): LongPollPeer {
    const peer = new LongPollPeer(this.#app, {
      violation: (what) => this.#deps.violation(what),
      moved: () => (this.#replies += 1),
    })
    this.#standing.add(peer)
    return peer
  }

  async #settle(): Promise<void> {
    for (const peer of this.#standing) {
      await peer.posted()
      if (peer.isOver) this.#standing.delete(peer)
    }
    for (let quiet = 0; quiet < quietTurns; quiet += 1) {
      const before = this.#replies
      await this.#server.clock.settle()
      if (this.#replies > before) quiet = 0
    }
  }

  /** @returns how many frames. */
  #post({ peer, greeted }: Peer<LongPollPeer>): number {
    const random = this.#random
    const frames: Uint8Array[] = []
    const count = 1 + random.below(framesPerPostMax)
    const bytesMax = greeted ? postBytesMax : greetingPostBytesMax
    for (let bytes = 0; frames.length < count && bytes < bytesMax;) {
      const frame = this.#frames.next(greeted, frames.length + 1 === count)
      bytes += frame.length
      if (bytes < bytesMax || frames.length === 0) frames.push(frame)
    }
    const body = Buffer.concat(frames)
    const how = random.below(100)
    if (how < 95) peer.send(body)
    else {
      peer.ledger.uncounted()
      const number = random.pick(['0', '-1', '1e3', '99999999999999999999', '%00', 'x', '007', ''])
      const length = random.pick(['0', '-5', '1e9', 'x', String(body.length), '266241'])
      const wrong = random.below(5)
      if (wrong === 0) peer.raw(`/wire/up/${number}`, {}, body)
      else if (wrong === 1) peer.raw('/wire/up/1', { 'content-length': length }, body)
      else if (wrong === 2) peer.raw('/wire/up/1', { authorization: random.pick(keys) }, body)
      else if (wrong === 3) peer.raw('/wire/up/1', { 'content-type': random.pick(types) }, body)
      else peer.raw(`/wire/down/${number}`, {}, new Uint8Array())
    }
    return frames.length
  }
}

const keys = [
  '',
  'Bearer',
  'Bearer ',
  'Basic eDp5',
  `Bearer ${'A'.repeat(43)}`,
  'Bearer é',
  'x'.repeat(9_000),
]
const types = [
  'text/plain',
  'application/json',
  '',
  'application/octet-stream; x=y',
  'a/b;;;',
  '\u0009',
]
