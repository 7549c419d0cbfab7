import type { Endpoint } from '../load/endpoint.ts'
import { attributeOf, countOf, inner } from './stanzas.ts'
import type { Known, PeerUser, UserListener } from './user.ts'
import { newestArchived, readArchive } from './xmpp-archive.ts'
import { XmppClient } from './xmpp-client.ts'
import { addressOf } from './xmpp.ts'

const roster = 'jabber:iq:roster'

/** Everybody has a roster and an archive. */
export class XmppUser implements PeerUser {
  readonly name: string
  readonly #client: XmppClient
  readonly #on: UserListener
  /** The numbers of the stanzas that are messages without an ack. */
  readonly #unacked: number[] = []
  #hasArchive = false

  constructor(endpoint: Endpoint, name: string, on: UserListener) {
    this.name = name
    this.#on = on
    this.#client = new XmppClient(endpoint, name, {
      acked: (stanzas) => this.#ackedTo(stanzas),
      received: (body) => (this.#hasArchive ? on.again?.(body) : on.received?.(body)),
      presence: (stanza) => on.presence?.(stanza),
      closed: () => on.lost(),
    })
  }

  async login(): Promise<void> {
    await this.#client.ready
    this.#client.presence()
  }

  /** The archive is asked before the presence is said: so nothing falls between, and who can spares us to be told twice. */
  async visit(known: Known | undefined): Promise<Known> {
    const client = this.#client
    await client.ready
    const [answer, archive] = await client.together(() => {
      const answers = Promise.all([this.#roster(known?.roster), this.#archive(known)])
      this.#hasArchive = true
      client.presence()
      return answers
    })
    // NOTE a server that has no newer roster answers without one (RFC 6121, section 2.6.3).
    const version = attributeOf(inner(answer, 'query'), 'ver') ?? known?.roster
    return { roster: version, contacts: countOf(answer, 'item'), archive }
  }

  send(to: string, text: string): void {
    this.#unacked.push(this.#client.message(addressOf(to), text))
  }

  show(isBusy: boolean): void {
    this.#client.presence(isBusy ? '<show>dnd</show>' : '')
  }

  keepAlive(): void {
    this.#client.keepAlive()
  }

  destroy(): void {
    this.#client.destroy()
  }

  #roster(version = ''): Promise<string> {
    return this.#client.ask({
      type: 'get',
      payload: () => `<query xmlns='${roster}' ver='${version}'/>`,
    })
  }

  #archive(known: Known | undefined): Promise<string | undefined> {
    if (known === undefined) return newestArchived(this.#client)
    const take = (body: string) => this.#on.received?.(body)
    return readArchive(this.#client, { after: known.archive }, take)
  }

  #ackedTo(stanzas: number): void {
    const left = this.#unacked.findIndex((number) => number > stanzas)
    const acked = left < 0 ? this.#unacked.length : left
    this.#unacked.splice(0, acked)
    if (acked > 0) this.#on.acked?.(acked)
  }
}
