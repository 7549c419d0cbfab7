import type { Endpoint } from './endpoint.ts'
import { Peer } from './peer.ts'

export interface CrowdInput {
  endpoint: Endpoint
  firstUser: number
  users: number
  /** How many connect at the same time. */
  openingMax: number
}

const keepAliveEveryMs = 500

/** Many peers, logged in, that do what every client has to. */
export class Crowd {
  readonly peers: Peer[] = []
  lost = 0
  readonly #timer = setInterval(() => {
    const nowMs = performance.now()
    for (const peer of this.peers) peer.keepAlive(nowMs)
  }, keepAliveEveryMs)

  /** @param each what each one does once it is connected; a login unless said. */
  async join(input: CrowdInput, each = (peer: Peer) => peer.login()): Promise<void> {
    const { endpoint, firstUser, users, openingMax } = input
    let next = 0
    const connect = async () => {
      while (next < users) {
        const peer = new Peer(endpoint, firstUser + next)
        next += 1
        await each(peer)
        peer.onClosed = () => (this.lost += 1)
        this.peers.push(peer)
      }
    }
    await Promise.all(Array.from({ length: Math.min(openingMax, users) }, connect))
  }

  /** Those go; the others stay. */
  drop(some: readonly Peer[]): void {
    const gone = new Set(some)
    for (const peer of gone) peer.destroy()
    this.peers.splice(0, this.peers.length, ...this.peers.filter((peer) => !gone.has(peer)))
  }

  leave(): void {
    clearInterval(this.#timer)
    for (const peer of this.peers.splice(0)) peer.destroy()
  }
}
