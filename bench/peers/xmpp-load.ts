import { bodyBytes } from '../lab/body.ts'
import type { OneToOneResult } from '../load/one-to-one-load.ts'
import { countedLoad, type Count, type CountedPair, type PeerInput } from './counted.ts'
import { XmppClient } from './xmpp-client.ts'

const indexDigits = 8

/** The archive of each receiver is read anew. */
export function xmppLoad(input: PeerInput): Promise<OneToOneResult> {
  return countedLoad(input, (count) => new XmppPair(input.port, count))
}

class XmppPair implements CountedPair {
  readonly count: Count
  onAck: () => void = () => {}
  readonly #sender: XmppClient
  readonly #receiver: XmppClient
  /** By message: the number of its stanza. */
  readonly #stanzas: number[] = []

  constructor(port: number, count: Count) {
    this.count = count
    const closed = () => count.fault('a connection was lost')
    this.#sender = new XmppClient(port, `s${count.number}`, {
      acked: (stanzas) => this.#ackedTo(stanzas),
      received: () => count.fault('the sender received'),
      closed,
    })
    this.#receiver = new XmppClient(port, `r${count.number}`, {
      acked: () => {},
      received: (body) => count.receive(indexOf(body)),
      closed,
    })
  }

  async prepare(): Promise<void> {
    await Promise.all([this.#sender.ready, this.#receiver.ready])
  }

  get inFlight(): number {
    return this.count.sent - this.count.acked
  }

  send(intendedMs: number): void {
    const index = this.count.send(intendedMs)
    const body = String(index).padStart(indexDigits, '0').padEnd(bodyBytes, 'x')
    this.#stanzas[index] = this.#sender.message(this.#receiver.name, body)
  }

  /** Every one exactly once, in the order of sending. */
  async audit(): Promise<number> {
    let next = 0
    await this.#receiver.archive(this.#sender.name, (body) => {
      const index = indexOf(body)
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

const indexOf = (body: string) => Number(body.slice(0, indexDigits))
