import { MqttClient } from './mqtt-client.ts'
import { numbered, numbersOf } from './numbered.ts'
import { attributeOf, inner } from './stanzas.ts'
import type { PeerAt } from './user.ts'
import { readArchive } from './xmpp-archive.ts'
import { XmppClient } from './xmpp-client.ts'
import { xmppRooms } from './xmpp.ts'

export interface MemberListener {
  /** The room has taken over what we have sent. */
  acked(index: number): void
  received(index: number): void
  lost(): void
}

export interface NewRoom {
  /** Who comes and goes is told to nobody, where a server tells it by itself. */
  isSilent: boolean
}

/** Somebody in a room, or subscribed to a topic. */
export interface RoomMember {
  /** @param makes the first one does. Resolves when it is in. */
  join(makes?: NewRoom): Promise<void>
  send(index: number): void
  /** Everything that the room keeps, oldest first; undefined where nothing is kept. */
  audit?(take: (index: number) => void): Promise<void>
  destroy(): void
}

export function roomMember(at: PeerAt, name: string, on: MemberListener): RoomMember {
  return at.protocol === 'mqtt' ? new Subscriber(at, name, on) : new Occupant(at, name, on)
}

const room = `bench@${xmppRooms}`
const spaces = {
  rooms: 'http://jabber.org/protocol/muc',
  owner: 'http://jabber.org/protocol/muc#owner',
  config: 'http://jabber.org/protocol/muc#roomconfig',
} as const
/** Of the presence of oneself, which comes last (XEP-0045, section 7.2.2). */
const isOneself = /<status\s[^>]*code=["']110["']/

/** XEP-0045. What it says comes back to it, too: that is its ack. */
class Occupant implements RoomMember {
  readonly #client: XmppClient
  readonly #inside = Promise.withResolvers<void>()

  constructor({ endpoint }: PeerAt, name: string, on: MemberListener) {
    const own = `${room}/${name}`
    this.#inside.promise.catch(() => {})
    this.#client = new XmppClient(endpoint, name, {
      acked: () => {},
      received: (body, stanza) => {
        const { index } = numbersOf(body)
        if (attributeOf(stanza, 'from') === own) on.acked(index)
        else on.received(index)
      },
      presence: (stanza) => {
        if (attributeOf(stanza, 'type') === 'error') this.#inside.reject(new Error(stanza))
        else if (isOneself.test(inner(stanza, 'x'))) this.#inside.resolve()
      },
      closed: () => {
        this.#inside.reject(new Error(`the connection of ${name} ended`))
        on.lost()
      },
    })
  }

  async join(makes?: NewRoom): Promise<void> {
    const client = this.#client
    await client.ready
    client.presence()
    const history = `<x xmlns='${spaces.rooms}'><history maxstanzas='0'/></x>`
    client.presence(history, `${room}/${client.name}`)
    await this.#inside.promise
    if (makes === undefined) return
    const field = (name: string, value: string) =>
      `<field var='${name}'><value>${value}</value></field>`
    const kind = field('FORM_TYPE', spaces.config)
    const fields = makes.isSilent
      ? kind + field(`muc#roomconfig_presencebroadcast`, 'moderator')
      : ''
    // NOTE without a field: as the server makes rooms. Nobody else gets in before (section 10.1.2).
    const form = `<x xmlns='jabber:x:data' type='submit'>${fields}</x>`
    const payload = () => `<query xmlns='${spaces.owner}'>${form}</query>`
    await client.ask({ type: 'set', to: room, payload })
  }

  send(index: number): void {
    this.#client.message(room, numbered(index), 'groupchat')
  }

  async audit(take: (index: number) => void): Promise<void> {
    await readArchive(this.#client, { of: room }, (body) => take(numbersOf(body).index))
  }

  destroy(): void {
    this.#client.destroy()
  }
}

const topic = 'room/bench'

/** Who makes the topic does not subscribe to it: the ack is the broker's. */
class Subscriber implements RoomMember {
  readonly #client: MqttClient
  readonly #byPacket = new Map<number, number>()

  constructor({ endpoint }: PeerAt, name: string, on: MemberListener) {
    this.#client = new MqttClient(endpoint, name, {
      acked: (packet) => {
        on.acked(this.#byPacket.get(packet) ?? -1)
        this.#byPacket.delete(packet)
      },
      received: (payload) => on.received(numbersOf(payload.toString()).index),
      closed: () => on.lost(),
    })
  }

  async join(makes?: NewRoom): Promise<void> {
    await this.#client.connected
    if (makes === undefined) await this.#client.subscribe(topic)
  }

  send(index: number): void {
    this.#byPacket.set(this.#client.publish(topic, Buffer.from(numbered(index))), index)
  }

  destroy(): void {
    this.#client.destroy()
  }
}
