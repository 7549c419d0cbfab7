import { connect, type Socket } from 'node:net'
import { StringDecoder } from 'node:string_decoder'
import { attributeOf, nameOf, StanzaReader, textOf } from './stanzas.ts'
import { xmppHost, xmppPassword } from './xmpp.ts'

const spaces = {
  client: 'jabber:client',
  stream: 'http://etherx.jabber.org/streams',
  sasl: 'urn:ietf:params:xml:ns:xmpp-sasl',
  bind: 'urn:ietf:params:xml:ns:xmpp-bind',
  management: 'urn:xmpp:sm:3',
  archive: 'urn:xmpp:mam:2',
  paging: 'http://jabber.org/protocol/rsm',
} as const
const pageMax = 250

export interface XmppListener {
  /** The server has taken over so many of our stanzas. */
  acked(stanzas: number): void
  received(body: string): void
  closed(): void
}

interface Query {
  bodies: string[]
  done: PromiseWithResolvers<string>
}

/**
 * A client with stream management (XEP-0198): it asks for an ack with what it writes, and acknowledges what it has
 * received once for all that came in one read.
 */
export class XmppClient {
  readonly name: string
  readonly #socket: Socket
  readonly #on: XmppListener
  readonly #decoder = new StringDecoder('utf8')
  readonly #stanzas = new StanzaReader()
  readonly #ready = Promise.withResolvers<void>()
  readonly #queries = new Map<string, Query>()
  #isAuthenticated = false
  #isManaged = false
  #isReading = false
  #owesAck = false
  #asksAck = false
  #out = ''
  #sent = 0
  #received = 0
  #lastQuery = 0

  constructor(port: number, name: string, on: XmppListener) {
    this.name = name
    this.#on = on
    this.#socket = connect({ host: '127.0.0.1', port, noDelay: true })
    this.#socket.on('error', ({ message }) => this.#fail(`${name}: ${message}`))
    this.#socket.on('connect', () => this.#openStream())
    this.#socket.on('data', (bytes: Buffer) => this.#read(bytes))
    this.#socket.on('close', () => {
      this.#fail(`the connection of ${name} ended`)
      on.closed()
    })
    this.#ready.promise.catch(() => {})
  }

  /** Resolves when it is online. */
  get ready(): Promise<void> {
    return this.#ready.promise
  }

  /** @returns its number among our stanzas, which an ack will reach. */
  message(to: string, body: string): number {
    this.#sent += 1
    this.#asksAck = true
    const head = `<message to='${to}@${xmppHost}' type='chat' id='m${this.#sent}'>`
    this.#write(`${head}<body>${body}</body></message>`)
    return this.#sent
  }

  /** Everything in our own archive with that partner, oldest first, page by page. */
  async archive(partner: string, take: (body: string) => void): Promise<void> {
    for (let after = ''; ;) {
      const query: Query = { bodies: [], done: Promise.withResolvers() }
      this.#lastQuery += 1
      this.#sent += 1
      const id = `q${this.#lastQuery}`
      this.#queries.set(id, query)
      this.#write(archiveQuery(id, partner, after))
      const end = await query.done.promise
      for (const body of query.bodies) take(body)
      after = textOf(end, 'last') ?? ''
      if (query.bodies.length === 0 || attributeOf(inner(end, 'fin'), 'complete') === 'true') return
    }
  }

  destroy(): void {
    this.#socket.removeAllListeners('close')
    this.#socket.destroy()
  }

  #openStream(): void {
    const names = `xmlns='${spaces.client}' xmlns:stream='${spaces.stream}'`
    this.#write(`<?xml version='1.0'?><stream:stream to='${xmppHost}' version='1.0' ${names}>`)
  }

  #write(text: string): void {
    this.#out += text
    if (!this.#isReading) this.#flush()
  }

  /** One write for all that is said in one turn. */
  #flush(): void {
    if (this.#isManaged && this.#owesAck)
      this.#out += `<a xmlns='${spaces.management}' h='${this.#received}'/>`
    if (this.#isManaged && this.#asksAck) this.#out += `<r xmlns='${spaces.management}'/>`
    this.#owesAck = false
    this.#asksAck = false
    if (this.#out === '') return
    this.#socket.write(this.#out)
    this.#out = ''
  }

  #read(bytes: Buffer): void {
    this.#isReading = true
    this.#stanzas.read(this.#decoder.write(bytes), (stanza) => this.#take(stanza))
    this.#isReading = false
    this.#flush()
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
        return
      case 'stream:features':
        return this.#isAuthenticated ? this.#bind() : this.#authenticate()
      case 'success':
        this.#isAuthenticated = true
        this.#stanzas.restart()
        return this.#openStream()
      case 'enabled':
        this.#isManaged = true
        this.#sent += 1
        this.#write('<presence/>')
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
    const query =
      result === '' ? undefined : this.#queries.get(attributeOf(result, 'queryid') ?? '')
    if (query === undefined) this.#on.received(body)
    else query.bodies.push(body)
  }

  #answer(stanza: string): void {
    const id = attributeOf(stanza, 'id') ?? ''
    const isError = attributeOf(stanza, 'type') === 'error'
    if (id === 'bind') {
      if (isError) return this.#fail(`${this.name}: ${stanza}`)
      return this.#write(`<enable xmlns='${spaces.management}'/>`)
    }
    this.#received += 1
    const query = this.#queries.get(id)
    this.#queries.delete(id)
    if (isError) query?.done.reject(new Error(`${this.name}: ${stanza}`))
    else query?.done.resolve(stanza)
  }

  #fail(why: string): void {
    const fault = new Error(why)
    this.#ready.reject(fault)
    for (const { done } of this.#queries.values()) done.reject(fault)
    this.#queries.clear()
  }
}

function archiveQuery(id: string, partner: string, after: string): string {
  const field = (name: string, value: string) =>
    `<field var='${name}'><value>${value}</value></field>`
  const form =
    "<x xmlns='jabber:x:data' type='submit'>" +
    field('FORM_TYPE', spaces.archive) +
    `${field('with', `${partner}@${xmppHost}`)}</x>`
  const from = after === '' ? '' : `<after>${after}</after>`
  const page = `<set xmlns='${spaces.paging}'><max>${pageMax}</max>${from}</set>`
  return `<iq type='set' id='${id}'><query xmlns='${spaces.archive}' queryid='${id}'>${form}${page}</query></iq>`
}

/** From the first element of that name on; empty when there is none. */
function inner(stanza: string, name: string): string {
  const at = stanza.search(new RegExp(`<${name}[\\s/>]`))
  return at < 0 ? '' : stanza.slice(at)
}
