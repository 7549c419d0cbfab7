import type { Endpoint } from '../load/endpoint.ts'
import { MqttClient } from './mqtt-client.ts'
import type { Known, PeerUser, UserListener } from './user.ts'

/** Everybody has a topic, and a session that is kept while it is away. */
export class MqttUser implements PeerUser {
  readonly name: string
  readonly #client: MqttClient
  readonly #on: UserListener
  #received = 0
  #waiting: { upTo: number; done(): void; gone(fault: Error): void } | undefined

  constructor(endpoint: Endpoint, name: string, on: UserListener) {
    this.name = name
    this.#on = on
    this.#client = new MqttClient(endpoint, name, {
      acked: () => on.acked?.(1),
      received: (payload) => this.#take(payload.toString()),
      closed: () => {
        this.#waiting?.gone(new Error(`the connection of ${name} ended`))
        on.lost()
      },
    })
  }

  async login(): Promise<void> {
    await this.#client.connected
  }

  async visit(known: Known | undefined, missed: number): Promise<Known> {
    await this.#client.connected
    if (known === undefined) await this.#client.subscribe(topicOf(this.name))
    else if (!this.#client.wasKnown) throw new Error(`the session of ${this.name} was not kept`)
    await this.#until(missed)
    return { contacts: 0 }
  }

  send(to: string, text: string): void {
    this.#client.publish(topicOf(to), Buffer.from(text))
  }

  show(): void {
    throw new Error('there is no presence')
  }

  keepAlive(): void {
    this.#client.keepAlive()
  }

  destroy(): void {
    this.#client.destroy()
  }

  #until(upTo: number): Promise<void> {
    if (this.#received >= upTo) return Promise.resolve()
    return new Promise((done, gone) => (this.#waiting = { upTo, done, gone }))
  }

  #take(text: string): void {
    this.#received += 1
    this.#on.received?.(text)
    if (this.#received === this.#waiting?.upTo) this.#waiting.done()
  }
}

const topicOf = (name: string) => `to/${name}`
