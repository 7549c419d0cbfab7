import type { SeededRandom } from '../../world/seeded-random.ts'
import type { HostileRound, OpenRound, RoundDeps } from '../decoder.ts'
import type { HonestBody } from '../honest-bodies.ts'
import { HostileFrames, type FrameChances } from '../hostile-frames.ts'
import { HostileServer } from '../hostile-server.ts'
import { ServerPeer } from '../server-peer.ts'
import { Peers } from './peers.ts'

export interface StreamRoundInput {
  names?: readonly HonestBody['name'][]
  chances?: Partial<FrameChances>
  /** Share of peers that have not logged in. */
  greetingShare?: number
}

/** Frames over byte streams, cut and joined anywhere, as TCP and TLS give them. */
export function streamRound(input: StreamRoundInput = {}): OpenRound {
  return async (deps) => {
    const server = new HostileServer(deps)
    await server.people()
    return new StreamRound(deps, server, input)
  }
}

const bytewiseMax = 300

class StreamRound implements HostileRound {
  readonly #random: SeededRandom
  readonly #server: HostileServer
  readonly #frames: HostileFrames
  readonly #peers: Peers<ServerPeer>

  constructor(deps: RoundDeps, server: HostileServer, input: StreamRoundInput) {
    const { access, clock } = server
    this.#random = deps.random
    this.#server = server
    this.#frames = new HostileFrames(deps.random, server.facts, input.names, input.chances)
    this.#peers = new Peers(deps, server, {
      attach() {
        const peer = new ServerPeer()
        access.attach(peer, '127.0.0.1', 'tcp')
        return peer
      },
      settle: () => clock.settle(),
      greetingShare: input.greetingShare ?? 0.15,
    })
  }

  async batch(framesMax: number): Promise<number> {
    const peers = await this.#peers.fill()
    for (let tried = 0; tried < framesMax; tried += 1) {
      const { peer, greeted } = this.#random.pick(peers)
      // NOTE one that has ended takes nothing: that would be no frame tried.
      if (peer.hasEnded && peers.every((one) => one.peer.hasEnded)) return this.#over(tried)
      if (peer.hasEnded) tried -= 1
      else this.#give(peer, this.#frames.next(greeted))
    }
    return this.#over(framesMax)
  }

  finish(): Promise<void> {
    return this.#peers.finish()
  }

  async #over(tried: number): Promise<number> {
    await this.#server.clock.advance(5)
    this.#peers.look()
    return tried
  }

  /** At once, in two pieces, or byte by byte. */
  #give(peer: ServerPeer, bytes: Uint8Array): void {
    const how = this.#random.below(100)
    if (how >= 12) return peer.send(bytes)
    if (how >= 1) {
      const cut = this.#random.below(bytes.length + 1)
      peer.send(bytes.subarray(0, cut))
      return peer.send(bytes.subarray(cut))
    }
    const single = Math.min(bytes.length, bytewiseMax)
    for (let at = 0; at < single; at += 1) peer.send(bytes.subarray(at, at + 1))
    peer.send(bytes.subarray(single))
  }
}
