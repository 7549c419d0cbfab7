import type { OneToOneResult } from '../load/one-to-one-load.ts'
import { countedLoad, type Count, type CountedPair, type PeerInput } from './counted.ts'
import { numbered, numbersOf } from './numbered.ts'
import { readArchive } from './xmpp-archive.ts'
import { XmppClient } from './xmpp-client.ts'
import { addressOf } from './xmpp.ts'

/** The archive of each receiver is read anew. */
export function xmppLoad(input: PeerInput): Promise<OneToOneResult> {
  return countedLoad(input, (count) => new XmppPair(input.endpoint, count))
}

class XmppPair implements CountedPair {
  readonly count: Count
  onAck: () => void = () => {}
  readonly #sender: XmppClient
  readonly #receiver: XmppClient
  /** By message: the number of its stanza. */
  readonly #stanzas: number[] = []

  constructor(endpoint: PeerInput['endpoint'], count: Count) {
    this.count = count
    const closed = () => count.fault('a connection was lost')
    this.#sender = new XmppClient(endpoint, `s${count.number}`, {
      acked: (stanzas) => this.#ackedTo(stanzas),
      received: () => count.fault('the sender received'),
      closed,
    })
    this.#receiver = new XmppClient(endpoint, `r${count.number}`, {
      acked: () => {},
      received: (body) => count.receive(numbersOf(body).index),
      closed,
    })
  }

  async prepare(): Promise<void> {
    const both = [this.#sender, this.#receiver]
    await Promise.all(both.map(({ ready }) => ready))
    for (const client of both) client.presence()
  }

  get inFlight(): number {
    return this.count.sent - this.count.acked
  }

  send(intendedMs: number): void {
    const index = this.count.send(intendedMs)
    const to = addressOf(this.#receiver.name)
    this.#stanzas[index] = this.#sender.message(to, numbered(index))
  }

  /** Every one exactly once, in the order of sending. */
  async audit(): Promise<number> {
    let next = 0
    await readArchive(this.#receiver, { partner: this.#sender.name }, (body) => {
      const { index } = numbersOf(body)
      if (index !== next) this.count.fault(`message ${index} is kept instead of ${next}`)
      next = index + 1
    })
    if (next !== this.count.sent) this.count.fault(`${next} of ${this.count.sent} are kept`)
    return next
  }

  end(): void {
    this.#sender.destroy()
    this.#receiver.destroy()
  }

  #ackedTo(stanzas: number): void {
    const { count } = this
    while (count.acked < count.sent && (this.#stanzas[count.acked] ?? Infinity) <= stanzas)
      count.ack(count.acked)
    this.onAck()
  }
}
