import { setTimeout as sleep } from 'node:timers/promises'
import { bodyBytes } from '../lab/body.ts'
import {
  closed,
  measure,
  open,
  type OneToOneInput,
  type OneToOneResult,
} from '../load/one-to-one-load.ts'
import { Samples } from '../load/samples.ts'
import { MqttClient } from './mqtt-client.ts'

export interface MqttInput extends Pick<
  OneToOneInput,
  'users' | 'shape' | 'warmUpMs' | 'measureMs'
> {
  port: number
  serverPid: number
}

interface Measuring {
  on: boolean
  ack: Samples
  endToEnd: Samples
  delivered: number
  faults: string[]
}

const openingMax = 64
const settleMsMax = 15_000

/** Pairs as in our own scenario: sent, acked, delivered, acknowledged by the receiver. Nothing is read anew: nothing is kept. */
export async function mqttLoad(input: MqttInput): Promise<OneToOneResult> {
  const { port, users, shape, warmUpMs } = input
  const measuring: Measuring = {
    ...{ on: false, ack: new Samples(), endToEnd: new Samples(), delivered: 0, faults: [] },
  }
  const pairs = Array.from({ length: users / 2 }, (_, n) => new MqttPair(port, n, measuring))
  for (let at = 0; at < pairs.length; at += openingMax)
    await Promise.all(pairs.slice(at, at + openingMax).map((pair) => pair.prepare()))
  const stop = 'closed' in shape ? closed(pairs, shape.closed) : open(pairs, shape.open)
  await sleep(warmUpMs)
  const measured = await measure(input, measuring)
  stop()
  const untilMs = performance.now() + settleMsMax
  while (!pairs.every((pair) => pair.isSettled) && performance.now() < untilMs) await sleep(20)
  for (const pair of pairs) pair.end()
  const { ack, endToEnd, faults } = measuring
  return {
    ...measured,
    faults,
    ackMs: ack.percentiles(),
    endToEndMs: endToEnd.percentiles(),
    audited: pairs.reduce((sum, pair) => sum + pair.sent, 0),
  }
}

class MqttPair {
  sent = 0
  onAck: () => void = () => {}
  readonly #number: number
  readonly #measuring: Measuring
  readonly #sender: MqttClient
  readonly #receiver: MqttClient
  readonly #intendedMs: number[] = []
  readonly #byPacket = new Map<number, number>()
  #acked = 0
  #delivered = 0

  constructor(port: number, number: number, measuring: Measuring) {
    this.#number = number
    this.#measuring = measuring
    const lost = () => this.#fault('a connection was lost')
    this.#sender = new MqttClient(port, `s${number}`, {
      acked: (packetId) => this.#ack(packetId),
      received: () => this.#fault('the sender received'),
      closed: lost,
    })
    this.#receiver = new MqttClient(port, `r${number}`, {
      acked: () => this.#fault('the receiver was acked'),
      received: (payload) => this.#received(payload),
      closed: lost,
    })
  }

  async prepare(): Promise<void> {
    await Promise.all([this.#sender.connected, this.#receiver.connected])
    await this.#receiver.subscribe(this.#topic)
  }

  get inFlight(): number {
    return this.sent - this.#acked
  }

  /** Every message that was sent has been acked, and has arrived. */
  get isSettled(): boolean {
    return this.#acked === this.sent && this.#delivered === this.sent
  }

  send(intendedMs: number): void {
    const index = this.sent
    this.sent += 1
    this.#intendedMs[index] = intendedMs
    const payload = Buffer.alloc(bodyBytes, 'x')
    payload.writeUInt32BE(index)
    this.#byPacket.set(this.#sender.publish(this.#topic, payload), index)
  }

  end(): void {
    if (!this.isSettled)
      this.#fault(`${this.sent} sent, ${this.#acked} acked, ${this.#delivered} delivered`)
    this.#sender.destroy()
    this.#receiver.destroy()
  }

  get #topic(): string {
    return `u/${this.#number}`
  }

  #ack(packetId: number): void {
    const index = this.#byPacket.get(packetId)
    this.#byPacket.delete(packetId)
    if (index === undefined) return this.#fault(`packet ${packetId} was acked and not sent`)
    this.#acked += 1
    if (this.#measuring.on)
      this.#measuring.ack.add(performance.now() - (this.#intendedMs[index] ?? 0))
    this.onAck()
  }

  #received(payload: Buffer): void {
    const index = payload.readUInt32BE(0)
    if (index !== this.#delivered)
      this.#fault(`message ${index} came instead of ${this.#delivered}`)
    this.#delivered = index + 1
    if (!this.#measuring.on) return
    this.#measuring.delivered += 1
    this.#measuring.endToEnd.add(performance.now() - (this.#intendedMs[index] ?? 0))
  }

  #fault(what: string): void {
    const { faults } = this.#measuring
    if (faults.length < 20) faults.push(`pair ${this.#number}: ${what}`)
  }
}
