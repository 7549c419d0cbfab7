import { EventEmitter } from 'node:events'
import type { Server } from 'node:http'
import { clientFrame, opcodes } from '../../../../server/src/access/testing/web-socket-frames.ts'
import { upgradeWebSockets } from '../../../../server/src/access/websocket/upgrade-web-sockets.ts'
import type { SeededRandom } from '../../world/seeded-random.ts'
import type { HostileRound, OpenRound, RoundDeps } from '../decoder.ts'
import { HostileFrames } from '../hostile-frames.ts'
import { HostileServer } from '../hostile-server.ts'
import { Mutator } from '../mutator.ts'
import { WebSocketPeer } from '../web-socket-peer.ts'
import { Peers } from './peers.ts'

/** WebSocket frames, good and bad, around frames that are good and bad, from the upgrade on. */
export const webSocketRound: OpenRound = async (deps) => {
  const server = new HostileServer(deps)
  await server.people()
  return new WebSocketRound(deps, server)
}

class WebSocketRound implements HostileRound {
  readonly #random: SeededRandom
  readonly #server: HostileServer
  readonly #frames: HostileFrames
  readonly #mutator: Mutator
  readonly #peers: Peers<WebSocketPeer>

  constructor(deps: RoundDeps, server: HostileServer) {
    this.#random = deps.random
    this.#server = server
    this.#frames = new HostileFrames(deps.random, server.facts, undefined, {
      header: 0.1,
      compressed: 0.04,
    })
    this.#mutator = new Mutator(deps.random)
    const http = new EventEmitter() as Server
    upgradeWebSockets(server.access, http, {
      ...{ path: '/wire', addressOf: () => '127.0.0.1', originAllowed: () => true },
    })
    this.#peers = new Peers(deps, server, {
      attach: () => new WebSocketPeer(http, (what) => deps.violation(what)),
      settle: () => this.#settle(),
      greetingShare: 0.15,
    })
  }

  async batch(framesMax: number): Promise<number> {
    const peers = await this.#peers.fill()
    let tried = 0
    for (const { peer, greeted } of peers) {
      // NOTE the socket reads in a later turn: how much one connection is given is fixed before.
      const count = 1 + this.#random.below(Math.ceil((3 * framesMax) / peers.length))
      for (let frame = 0; frame < count && !peer.hasEnded; frame += 1) {
        this.#give(peer, this.#frames.next(greeted, frame + 1 === count), frame + 1 === count)
        tried += 1
      }
    }
    await this.#settle()
    await this.#server.clock.advance(5)
    this.#peers.look()
    return tried
  }

  finish(): Promise<void> {
    return this.#peers.finish()
  }

  async #settle(): Promise<void> {
    await this.#server.clock.settle()
    await this.#server.clock.settle()
  }

  #give(peer: WebSocketPeer, frame: Uint8Array, mayEnd: boolean): void {
    const random = this.#random
    const how = random.below(mayEnd ? 100 : 88)
    if (how < 78) return peer.send(frame)
    if (how < 88) return this.#fragmented(peer, frame)
    peer.spoiled()
    const { binary, text } = opcodes
    if (how < 92) return peer.raw(clientFrame({ opcode: text, payload: frame }))
    const good = clientFrame({ opcode: binary, payload: frame })
    if (how < 97) return peer.raw(this.#mutator.mutate(good, [frame]))
    if (how < 98) return peer.raw(good.subarray(0, random.below(good.length)))
    const length = random.pick([0, 125, 126, 65_535, 65_536, 2 ** 31, 2 ** 32, 2 ** 53])
    const reserved = random.chance(0.3) ? random.below(8) : 0
    const opcode = random.chance(0.5) ? random.below(16) : binary
    const fin = random.chance(0.5)
    const lengthBytes = length < 126 ? random.pick([0, 2, 8] as const) : 8
    peer.raw(clientFrame({ opcode, payload: frame, fin, reserved, length, lengthBytes }))
  }

  /** Fragments with pings between them, each in pieces of the network. */
  #fragmented(peer: WebSocketPeer, frame: Uint8Array): void {
    const random = this.#random
    const cuts = [0, random.below(frame.length + 1), random.below(frame.length + 1), frame.length]
    cuts.sort((a, b) => a - b)
    peer.ledger.sent(frame)
    for (let part = 0; part + 1 < cuts.length; part += 1) {
      const fin = part + 2 === cuts.length
      const payload = frame.subarray(cuts[part], cuts[part + 1])
      const opcode = part === 0 ? opcodes.binary : opcodes.continuation
      const bytes = clientFrame({ opcode, payload, fin })
      const half = random.below(bytes.length)
      peer.raw(bytes.subarray(0, half))
      peer.raw(bytes.subarray(half))
      if (random.chance(0.3)) {
        const data = random.fill(new Uint8Array(random.below(126)))
        peer.raw(clientFrame({ opcode: opcodes.ping, payload: data }))
      }
    }
  }
}
