import { commands, encodeFrame, frameKinds, wire } from '@parley/protocol'
import type { SeededRandom } from '../../world/seeded-random.ts'
import type { RoundDeps } from '../decoder.ts'
import type { HostileServer } from '../hostile-server.ts'
import type { PeerLedger } from '../server-peer.ts'

/** The client's end of any transport, to which whole frames can be given. */
export interface FramePeer {
  readonly ledger: PeerLedger
  readonly hasEnded: boolean
  /** One or more whole frames, honestly wrapped. */
  send(frames: Uint8Array): void
  /** Gone without a word. */
  lost(): void
}

export interface Peer<P extends FramePeer> {
  peer: P
  greeted: boolean
}

export interface PeersInput<P extends FramePeer> {
  /** A new connection. */
  attach(): P | Promise<P>
  /** Lets the server do everything that it can do now. */
  settle(): Promise<void>
  greetingShare: number
}

const peersMax = 24
const turnsMax = 20
const told = (what: unknown) => JSON.stringify(what)

/** The peers of one round, and one honest neighbour who must not notice anything. */
export class Peers<P extends FramePeer> {
  readonly #deps: RoundDeps
  readonly #server: HostileServer
  readonly #random: SeededRandom
  readonly #input: PeersInput<P>
  #all: Peer<P>[] = []
  #neighbour: P | undefined

  constructor(deps: RoundDeps, server: HostileServer, input: PeersInput<P>) {
    this.#deps = deps
    this.#random = deps.random
    this.#server = server
    this.#input = input
  }

  /** As many as there should be. */
  async fill(): Promise<readonly Peer<P>[]> {
    this.#neighbour ??= await this.#bystander()
    const made: Promise<Peer<P>>[] = []
    for (let count = this.#all.length; count < peersMax; count += 1) {
      const greeted = !this.#random.chance(this.#input.greetingShare)
      made.push(this.#connect(greeted).then((peer) => ({ peer, greeted })))
    }
    this.#all.push(...(await Promise.all(made)))
    return this.#all
  }

  /** What every peer can expect. Those that ended are forgotten. */
  look(): void {
    const standing: Peer<P>[] = []
    for (const one of this.#all) {
      const wrong = one.peer.ledger.wrong(one.peer.hasEnded)
      if (wrong !== undefined) this.#deps.violation(wrong)
      if (one.peer.hasEnded || wrong !== undefined) one.peer.lost()
      else standing.push(one)
    }
    this.#all = standing
  }

  /** The neighbour is still served, and afterwards nobody stands. */
  async finish(): Promise<void> {
    const neighbour = this.#neighbour
    if (neighbour === undefined) return
    await this.#ping(neighbour)
    for (const { peer } of this.#all) peer.lost()
    await this.#ping(neighbour)
    const { access, clock } = this.#server
    let hasEnded = false
    void access.close('DRAINING').then(() => (hasEnded = true))
    await this.#input.settle()
    await clock.advance(4 * access.settings.lingerMs)
    neighbour.lost()
    for (let turn = 0; turn < turnsMax && !hasEnded; turn += 1) await this.#input.settle()
    const { connections } = access.stats()
    if (!hasEnded) this.#deps.violation(`connections stand after the end: ${told(connections)}`)
  }

  async #connect(greeted: boolean): Promise<P> {
    const peer = await this.#input.attach()
    if (!greeted) return peer
    const index = this.#random.below(this.#server.facts.accessTokens.length)
    if (await this.#logIn(peer, this.#server.facts.accessTokens[index])) return peer
    // NOTE a good sign-out, or a token that was shown twice, ends a device: that is no violation.
    await this.#server.replace(index)
    if (!(await this.#logIn(peer, this.#server.facts.accessTokens[index])))
      this.#deps.violation('an honest login is refused')
    return peer
  }

  /** Of an account that nobody else has to do with. */
  async #bystander(): Promise<P> {
    const peer = await this.#input.attach()
    const { accessToken } = await this.#server.newcomer(1)
    if (!(await this.#logIn(peer, accessToken))) throw new Error('no login')
    return peer
  }

  async #logIn(peer: P, accessToken: Uint8Array = new Uint8Array()): Promise<boolean> {
    const request = { accessToken, client: 'hostile/1.0.0', capabilities: 1 }
    const body = wire.LoginRequest.encode(request).finish()
    const command = commands.login.id
    peer.send(encodeFrame({ kind: frameKinds.request, flags: 0, command, number: 1, body }))
    await this.#input.settle()
    return peer.ledger.last?.flags === 0
  }

  async #ping(peer: P): Promise<void> {
    const before = peer.ledger.pongs
    const frame = { kind: frameKinds.ping, flags: 0, command: 0, number: 0 }
    peer.send(encodeFrame({ ...frame, body: new Uint8Array() }))
    await this.#input.settle()
    if (peer.ledger.pongs === before) this.#deps.violation('a neighbour is not answered')
  }
}
