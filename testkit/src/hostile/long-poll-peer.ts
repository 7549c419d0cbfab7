import type { FastifyInstance } from 'fastify'
import type { FramePeer } from './decoders/peers.ts'
import { PeerLedger } from './server-peer.ts'

const octets = 'application/octet-stream'
/** What the routes may answer; everything else is a fault of theirs. */
const statuses = new Set([200, 204, 400, 403, 404, 409, 410, 411, 413, 415, 503])

/** A client of the long-poll routes, one post at a time and one poll that always stands. */
export class LongPollPeer implements FramePeer {
  readonly ledger = new PeerLedger()
  readonly #app: FastifyInstance
  readonly #violation: (what: string) => void
  /** Told whenever something has been answered. */
  readonly #moved: () => void
  readonly #opened: Promise<string | undefined>
  #work: Promise<unknown>
  #posts = 0
  #hasEnded = false
  #isLost = false

  constructor(app: FastifyInstance, on: { violation(what: string): void; moved(): void }) {
    this.#app = app
    this.#violation = (what) => on.violation(what)
    this.#moved = () => on.moved()
    this.#opened = this.#open()
    this.#work = this.#opened
    void this.#poll()
  }

  get hasEnded(): boolean {
    return this.#hasEnded
  }

  /** Nothing more of it will come. */
  get isOver(): boolean {
    return this.#hasEnded || this.#isLost
  }

  /** Resolves when everything that was sent is answered. */
  async posted(): Promise<void> {
    await this.#work
  }

  send(frames: Uint8Array): void {
    if (this.isOver) return
    this.#work = this.#work.then(() => this.#persist(frames))
  }

  /** A post as it is. */
  raw(url: string, headers: Record<string, string>, body: Uint8Array): void {
    if (this.isOver) return
    this.#work = this.#work.then(() => this.#post(url, headers, body))
  }

  /** NOTE the routes cannot see that: the channel ends by its silence or with the server. */
  lost(): void {
    this.#isLost = true
  }

  async #open(): Promise<string | undefined> {
    const { statusCode, payload } = await this.#app.inject({ method: 'POST', url: '/wire/open' })
    if (statusCode !== 200) {
      this.#violation(`an honest open is answered ${statusCode}`)
      this.#isLost = true
      return undefined
    }
    return (JSON.parse(payload) as { channel: string }).channel
  }

  /** NOTE 503: answers wait to be fetched, which the standing poll does. */
  async #persist(frames: Uint8Array): Promise<void> {
    const url = `/wire/up/${this.#posts + 1}`
    for (let status = 503; status === 503 && !this.isOver;) {
      status = await this.#post(url, {}, frames)
      if (status === 204) {
        this.#posts += 1
        this.ledger.sent(frames)
      } else if (status === 503) await new Promise((resolve) => void setImmediate(resolve))
    }
  }

  async #post(url: string, more: Record<string, string>, body: Uint8Array): Promise<number> {
    const authorization = `Bearer ${await this.#opened}`
    const headers = { authorization, 'content-type': octets, ...more }
    const reply = await this.#app.inject({
      ...{ method: 'POST', url, headers, payload: Buffer.from(body) },
    })
    this.#moved()
    if (!statuses.has(reply.statusCode)) this.#violation(`${url} is answered ${reply.statusCode}`)
    return reply.statusCode
  }

  async #poll(): Promise<void> {
    const authorization = `Bearer ${await this.#opened}`
    for (let batch = 0; !this.#isLost;) {
      const { statusCode, rawPayload } = await this.#app.inject({
        ...{ method: 'POST', url: `/wire/down/${batch}`, headers: { authorization } },
      })
      this.#moved()
      if (statusCode === 200) {
        this.ledger.heard(rawPayload)
        batch += 1
      } else if (statusCode === 410) {
        this.#hasEnded = true
        return
      } else if (statusCode !== 204 && statusCode !== 409)
        return this.#violation(`a poll is answered ${statusCode}`)
    }
  }
}
