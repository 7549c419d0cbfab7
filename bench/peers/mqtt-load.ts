import { bodyBytes } from '../lab/body.ts'
import type { OneToOneResult } from '../load/one-to-one-load.ts'
import { countedLoad, type Count, type CountedPair, type PeerInput } from './counted.ts'
import { MqttClient } from './mqtt-client.ts'

/** Nothing is read anew: nothing is kept. */
export function mqttLoad(input: PeerInput): Promise<OneToOneResult> {
  return countedLoad(input, (count) => new MqttPair(input.endpoint, count))
}

class MqttPair implements CountedPair {
  readonly count: Count
  onAck: () => void = () => {}
  readonly #sender: MqttClient
  readonly #receiver: MqttClient
  readonly #byPacket = new Map<number, number>()

  constructor(endpoint: PeerInput['endpoint'], count: Count) {
    this.count = count
    const lost = () => count.fault('a connection was lost')
    this.#sender = new MqttClient(endpoint, `s${count.number}`, {
      acked: (packetId) => this.#ack(packetId),
      received: () => count.fault('the sender received'),
      closed: lost,
    })
    this.#receiver = new MqttClient(endpoint, `r${count.number}`, {
      acked: () => count.fault('the receiver was acked'),
      received: (payload) => count.receive(payload.readUInt32BE(0)),
      closed: lost,
    })
  }

  async prepare(): Promise<void> {
    await Promise.all([this.#sender.connected, this.#receiver.connected])
    await this.#receiver.subscribe(this.#topic)
  }

  get inFlight(): number {
    return this.count.sent - this.count.acked
  }

  send(intendedMs: number): void {
    const index = this.count.send(intendedMs)
    const payload = Buffer.alloc(bodyBytes, 'x')
    payload.writeUInt32BE(index)
    this.#byPacket.set(this.#sender.publish(this.#topic, payload), index)
  }

  end(): void {
    this.#sender.destroy()
    this.#receiver.destroy()
  }

  get #topic(): string {
    return `u/${this.count.number}`
  }

  #ack(packetId: number): void {
    const index = this.#byPacket.get(packetId)
    this.#byPacket.delete(packetId)
    if (index === undefined) return this.count.fault(`packet ${packetId} was acked and not sent`)
    this.count.ack(index)
    this.onAck()
  }
}
