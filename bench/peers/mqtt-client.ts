import type { Endpoint } from '../load/endpoint.ts'
import { openWireSocket, type WireSocket } from '../load/wire-socket.ts'

/** MQTT 3.1.1, as much of it as QoS 1 needs (OASIS, section 3). */
const types = {
  ...{ connect: 0x10, publishQos1: 0x32, puback: 0x40, subscribe: 0x82, ping: 0xc0 },
} as const
const answers = { connack: 0x20, publish: 0x30, puback: 0x40, suback: 0x90, pong: 0xd0 } as const
/** A connection that says nothing for half as long again is ended. */
const silentSecondsMax = 600
const packetIdMax = 0xffff

export interface MqttListener {
  /** The broker has taken a message over. */
  acked(packetId: number): void
  received(payload: Buffer): void
  closed(): void
}

/** A client that publishes and subscribes with QoS 1, and acknowledges what it receives. */
export class MqttClient {
  readonly #socket: WireSocket
  readonly #on: MqttListener
  readonly #connected = Promise.withResolvers<void>()
  #wasKnown = false
  #isDestroyed = false
  readonly #subscribed = Promise.withResolvers<void>()
  #held: Buffer = Buffer.alloc(0)
  #out: Buffer[] = []
  #isReading = false
  #lastId = 0

  constructor(endpoint: Endpoint, clientId: string, on: MqttListener) {
    this.#on = on
    for (const { promise } of [this.#connected, this.#subscribed]) promise.catch(() => {})
    this.#socket = openWireSocket(endpoint, {
      open: () => this.#write(connectPacket(clientId)),
      data: (bytes) => this.#read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
      closed: () => {
        const fault = new Error(`the connection of ${clientId} ended`)
        this.#connected.reject(fault)
        this.#subscribed.reject(fault)
        if (!this.#isDestroyed) on.closed()
      },
    })
  }

  /** Resolves when the broker knows it. */
  get connected(): Promise<void> {
    return this.#connected.promise
  }

  /** The broker has kept a session of that client: its subscriptions, and what came meanwhile. */
  get wasKnown(): boolean {
    return this.#wasKnown
  }

  subscribe(topic: string): Promise<void> {
    this.#write(packet(types.subscribe, [number16(this.#nextId()), text(topic), Buffer.from([1])]))
    return this.#subscribed.promise
  }

  /** @returns the packet's id, which its ack will name. */
  publish(topic: string, payload: Buffer): number {
    const id = this.#nextId()
    this.#write(packet(types.publishQos1, [text(topic), number16(id), payload]))
    return id
  }

  keepAlive(): void {
    this.#write(packet(types.ping, []))
  }

  destroy(): void {
    this.#isDestroyed = true
    this.#socket.destroy()
  }

  #nextId(): number {
    this.#lastId = this.#lastId === packetIdMax ? 1 : this.#lastId + 1
    return this.#lastId
  }

  /** One write for all that is said in one turn, as our own client does. */
  #write(bytes: Buffer): void {
    if (this.#isReading) this.#out.push(bytes)
    else this.#socket.write(bytes)
  }

  #read(bytes: Buffer): void {
    this.#held = this.#held.length === 0 ? bytes : Buffer.concat([this.#held, bytes])
    this.#isReading = true
    for (let end = this.#takeOne(); end > 0; end = this.#takeOne())
      this.#held = this.#held.subarray(end)
    this.#isReading = false
    const out = this.#out
    if (out.length === 0) return
    this.#out = []
    this.#socket.write(out.length === 1 && out[0] !== undefined ? out[0] : Buffer.concat(out))
  }

  /** @returns where the packet ends; 0: it is not whole. */
  #takeOne(): number {
    const held = this.#held
    let length = 0
    let at = 1
    for (let shift = 0; ; shift += 7, at += 1) {
      const byte = held[at]
      if (byte === undefined) return 0
      length |= (byte & 0x7f) << shift
      if (byte < 0x80) break
    }
    const start = at + 1
    const end = start + length
    if (held.length < end) return 0
    this.#take(held[0] ?? 0, held.subarray(start, end))
    return end
  }

  #take(head: number, rest: Buffer): void {
    const type = head & 0xf0
    if (type === answers.puback) return this.#on.acked(rest.readUInt16BE(0))
    if (type === answers.suback) return this.#subscribed.resolve()
    if (type === answers.connack) {
      this.#wasKnown = rest[0] === 1
      if (rest[1] === 0) this.#connected.resolve()
      else this.#connected.reject(new Error(`the broker refused: ${rest[1]}`))
      return
    }
    if (type === answers.pong) return
    if (type !== answers.publish) throw new Error(`an unknown packet ${head.toString(16)}`)
    const topicEnd = 2 + rest.readUInt16BE(0)
    this.#write(packet(types.puback, [rest.subarray(topicEnd, topicEnd + 2)]))
    this.#on.received(rest.subarray(topicEnd + 2))
  }
}

function connectPacket(clientId: string): Buffer {
  // NOTE without "clean session": what a subscriber has not acknowledged is kept for it.
  const head = Buffer.from([4, 0])
  return packet(types.connect, [text('MQTT'), head, number16(silentSecondsMax), text(clientId)])
}

function packet(head: number, parts: readonly Buffer[]): Buffer {
  let length = parts.reduce((sum, part) => sum + part.length, 0)
  const start = [head]
  do {
    const more = length > 0x7f
    start.push((length & 0x7f) | (more ? 0x80 : 0))
    length >>= 7
  } while (length > 0)
  return Buffer.concat([Buffer.from(start), ...parts])
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value)
  return Buffer.concat([number16(bytes.length), bytes])
}

function number16(value: number): Buffer {
  return Buffer.from([value >> 8, value & 0xff])
}
