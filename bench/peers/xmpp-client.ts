import { StringDecoder } from 'node:string_decoder'
import type { Endpoint } from '../load/endpoint.ts'
import { openWireSocket, type WireSocket } from '../load/wire-socket.ts'
import { attributeOf, inner, nameOf, StanzaReader, textOf } from './stanzas.ts'
import { xmppHost, xmppPassword } from './xmpp.ts'

const spaces = {
  client: 'jabber:client',
  stream: 'http://etherx.jabber.org/streams',
  sasl: 'urn:ietf:params:xml:ns:xmpp-sasl',
  bind: 'urn:ietf:params:xml:ns:xmpp-bind',
  management: 'urn:xmpp:sm:3',
} as const

export interface XmppListener {
  /** The server has taken over so many of our stanzas. */
  acked(stanzas: number): void
  received(body: string, stanza: string): void
  presence?(stanza: string): void
  closed(): void
}

export interface XmppRequest {
  type: 'get' | 'set'
  /** Ourselves unless said. */
  to?: string
  /** What stands within it, which may name it. */
  payload(id: string): string
  /** Each message that carries a result of it, before its answer. */
  result?(stanza: string): void
}

interface Asked extends Pick<XmppRequest, 'result'> {
  answer: PromiseWithResolvers<string>
}

/**
 * A client with stream management (XEP-0198): it asks for an ack with what it writes, and acknowledges what it has
 * received once for all that came in one read.
 */
export class XmppClient {
  readonly name: string
  readonly #socket: WireSocket
  readonly #on: XmppListener
  readonly #decoder = new StringDecoder('utf8')
  readonly #stanzas = new StanzaReader()
  readonly #ready = Promise.withResolvers<void>()
  readonly #asked = new Map<string, Asked>()
  #isAuthenticated = false
  #isManaged = false
  #isGathering = false
  #isDestroyed = false
  #owesAck = false
  #asksAck = false
  #out = ''
  #sent = 0
  #received = 0
  #lastRequest = 0

  constructor(endpoint: Endpoint, name: string, on: XmppListener) {
    this.name = name
    this.#on = on
    this.#ready.promise.catch(() => {})
    this.#socket = openWireSocket(endpoint, {
      open: () => this.#openStream(),
      data: (bytes) => this.together(() => this.#read(bytes)),
      closed: () => {
        this.#fail(`the connection of ${name} ended`)
        if (!this.#isDestroyed) on.closed()
      },
    })
  }

  /** Resolves when it is logged in; nobody is told of it before its first presence. */
  get ready(): Promise<void> {
    return this.#ready.promise
  }

  /** @returns its number among our stanzas, which an ack will reach. */
  message(to: string, body: string, type: 'chat' | 'groupchat' = 'chat'): number {
    this.#asksAck = true
    const head = `<message to='${to}' type='${type}' id='m${this.#sent + 1}'>`
    return this.#say(`${head}<body>${body}</body></message>`)
  }

  /** @param to everybody who is subscribed to ours unless said. */
  presence(payload = '', to?: string): void {
    const head = to === undefined ? '<presence' : `<presence to='${to}'`
    this.#say(payload === '' ? `${head}/>` : `${head}>${payload}</presence>`)
  }

  /** @throws Error with what the server said when it refuses. */
  ask({ type, to, payload, result }: XmppRequest): Promise<string> {
    const answer = Promise.withResolvers<string>()
    answer.promise.catch(() => {})
    this.#lastRequest += 1
    const id = `q${this.#lastRequest}`
    this.#asked.set(id, { answer, ...(result === undefined ? {} : { result }) })
    const address = to === undefined ? '' : ` to='${to}'`
    this.#say(`<iq type='${type}' id='${id}'${address}>${payload(id)}</iq>`)
    return answer.promise
  }

  /** One write for all that is said within it. */
  together<T>(say: () => T): T {
    if (this.#isGathering) return say()
    this.#isGathering = true
    const said = say()
    this.#isGathering = false
    this.#flush()
    return said
  }

  /** A blank between stanzas (RFC 6120, section 4.6.1). */
  keepAlive(): void {
    this.#write(' ')
  }

  destroy(): void {
    this.#isDestroyed = true
    this.#socket.destroy()
  }

  #openStream(): void {
    const names = `xmlns='${spaces.client}' xmlns:stream='${spaces.stream}'`
    this.#write(`<?xml version='1.0'?><stream:stream to='${xmppHost}' version='1.0' ${names}>`)
  }

  #say(stanza: string): number {
    this.#sent += 1
    this.#write(stanza)
    return this.#sent
  }

  #write(text: string): void {
    this.#out += text
    if (!this.#isGathering) this.#flush()
  }

  #flush(): void {
    if (this.#isManaged && this.#owesAck)
      this.#out += `<a xmlns='${spaces.management}' h='${this.#received}'/>`
    if (this.#isManaged && this.#asksAck) this.#out += `<r xmlns='${spaces.management}'/>`
    this.#owesAck = false
    this.#asksAck = false
    if (this.#out === '') return
    this.#socket.write(Buffer.from(this.#out))
    this.#out = ''
  }

  #read(bytes: Uint8Array): void {
    const text = this.#decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    this.#stanzas.read(text, (stanza) => this.#take(stanza))
  }

  #take(stanza: string): void {
    switch (nameOf(stanza)) {
      case 'message':
        return this.#message(stanza)
      case 'a':
        return this.#on.acked(Number(attributeOf(stanza, 'h')))
      case 'r':
        this.#owesAck = true
        return
      case 'iq':
        return this.#answer(stanza)
      case 'presence':
        this.#received += 1
        return this.#on.presence?.(stanza)
      case 'stream:features':
        return this.#isAuthenticated ? this.#bind() : this.#authenticate()
      case 'success':
        this.#isAuthenticated = true
        this.#stanzas.restart()
        return this.#openStream()
      case 'enabled':
        this.#isManaged = true
        return this.#ready.resolve()
      case 'failure':
      case 'failed':
      case 'stream:error':
        return this.#fail(`${this.name}: ${stanza}`)
      default:
    }
  }

  #authenticate(): void {
    const plain = Buffer.from(`\0${this.name}\0${xmppPassword}`).toString('base64')
    this.#write(`<auth xmlns='${spaces.sasl}' mechanism='PLAIN'>${plain}</auth>`)
  }

  #bind(): void {
    const resource = '<resource>bench</resource>'
    this.#write(`<iq type='set' id='bind'><bind xmlns='${spaces.bind}'>${resource}</bind></iq>`)
  }

  #message(stanza: string): void {
    this.#received += 1
    this.#owesAck = true
    if (attributeOf(stanza, 'type') === 'error') return this.#fail(`${this.name}: ${stanza}`)
    const body = textOf(stanza, 'body')
    if (body === undefined) return
    const result = inner(stanza, 'result')
    const asked = result === '' ? undefined : this.#asked.get(attributeOf(result, 'queryid') ?? '')
    if (asked?.result === undefined) this.#on.received(body, stanza)
    else asked.result(stanza)
  }

  #answer(stanza: string): void {
    const id = attributeOf(stanza, 'id') ?? ''
    const isError = attributeOf(stanza, 'type') === 'error'
    if (id === 'bind') {
      if (isError) return this.#fail(`${this.name}: ${stanza}`)
      return this.#write(`<enable xmlns='${spaces.management}'/>`)
    }
    this.#received += 1
    const asked = this.#asked.get(id)
    this.#asked.delete(id)
    if (isError) asked?.answer.reject(new Error(`${this.name}: ${stanza}`))
    else asked?.answer.resolve(stanza)
  }

  #fail(why: string): void {
    const fault = new Error(why)
    this.#ready.reject(fault)
    for (const { answer } of this.#asked.values()) answer.reject(fault)
    this.#asked.clear()
  }
}
