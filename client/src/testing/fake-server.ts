import {
  closes,
  commands,
  encodeFrame,
  errors,
  FrameReader,
  frameFlags,
  frameKinds,
} from '@parley/protocol'
import { notes, pushes, reconnectNumbers, retryNumbers, wire } from '@parley/protocol'
import type {
  CloseName,
  CommandName,
  ErrorName,
  Frame,
  NoteName,
  PushInit,
  PushName,
  RequestOf,
  ReplyOf,
} from '@parley/protocol'
import type { LinkEvents, Transport } from '../transport/transport.ts'
import type { Clock } from '../base/clock.ts'
import { FakeStore } from './fake-store.ts'

/** What a test may do to one request. */
export type Fate =
  | { fate: 'refuse'; error: ErrorName; retryAfterMs?: number }
  /** It takes effect, the answer is lost with the connection. */
  | { fate: 'cutAfter' }
  /** It never reaches the server. */
  | { fate: 'cutBefore' }
  /** It takes effect, the answer waits until it is released. */
  | { fate: 'hold' }

/** A server of a few hundred lines that keeps the rules, with every fault on demand. For tests of the client. */
export class FakeServer {
  readonly store: FakeStore
  readonly connections: FakeConnection[] = []
  /** Every request that arrived, by name. */
  readonly requests: { name: CommandName; request: unknown; connection: FakeConnection }[] = []
  readonly notes: { name: NoteName; note: unknown }[] = []
  /** Asked for every request; undefined: nothing special. */
  fate: (name: CommandName, request: never) => Fate | undefined = () => undefined
  /** Refuses connections while true. */
  isDown = false
  dropPushes = false
  heartbeatMs = 30_000
  readonly tokens = new Map<string, number>()
  resumable = true
  held: (() => void)[] = []
  readonly clock: Clock
  #sessions = 0
  readonly resumeKeys = new Map<string, { session: number; account: number }>()

  constructor(clock: Clock) {
    this.clock = clock
    this.store = new FakeStore(clock, (account, name, push) => this.push(account, name, push))
  }

  /** A device's access token. */
  token(account: number): Uint8Array {
    const token = new Uint8Array(32).fill(account)
    this.tokens.set(token.join(), account)
    return token
  }

  revoke(token: Uint8Array): void {
    this.tokens.delete(token.join())
  }

  transport(): Transport {
    return {
      open: async (_url, events, signal) => {
        await Promise.resolve()
        if (this.isDown || signal.aborted) throw new Error('connection refused')
        const connection = new FakeConnection(this, events)
        this.connections.push(connection)
        return {
          write: (bytes) => connection.received(bytes),
          close: () => connection.ended(),
        }
      },
    }
  }

  /** Ends every connection without a word. */
  cut(): void {
    for (const connection of [...this.connections]) connection.cut()
  }

  close(reason: CloseName, delayMs = 0): void {
    for (const connection of [...this.connections]) connection.close(reason, delayMs)
  }

  release(): void {
    const held = this.held
    this.held = []
    for (const act of held) act()
  }

  push<N extends PushName>(account: number, name: N, push: PushInit<N>): void {
    for (const connection of this.connections)
      if (connection.account === account) connection.push(name, push)
  }

  asked(name: CommandName): unknown[] {
    return this.requests.filter((one) => one.name === name).map(({ request }) => request)
  }

  sent(): SendRequestRead[] {
    return this.asked('send') as SendRequestRead[]
  }

  open(
    connection: FakeConnection,
    account: number,
    session = (this.#sessions += 1),
  ): ReplyOf<'login'> {
    connection.account = account
    connection.session = session
    const resumeKey = new Uint8Array(32).fill(session).fill(this.requests.length % 251, 16)
    this.resumeKeys.set(resumeKey.join(), { session, account })
    return {
      session,
      resumeKey,
      epoch: 1,
      heartbeatMs: this.heartbeatMs,
      serverTimeMs: this.clock.wallMs(),
      generation: this.store.generation,
      account: { profile: this.store.profile(account), locale: 'en' },
      device: account * 100,
      limits: {},
    } as ReplyOf<'login'>
  }
}

export interface SendRequestRead {
  clientId: Uint8Array
  after: Uint8Array
  body: Uint8Array
}

const commandNames = new Map(
  Object.entries(commands).map(([name, { id }]) => [id, name as CommandName]),
)
const noteNames = new Map(Object.entries(notes).map(([name, { id }]) => [id, name as NoteName]))

export class FakeConnection {
  account = 0
  session = 0
  pushed = 0
  pings: number[] = []
  behind = false
  isOver = false
  readonly #server: FakeServer
  readonly #events: LinkEvents
  readonly #reader = new FrameReader(262_144)

  constructor(server: FakeServer, events: LinkEvents) {
    this.#server = server
    this.#events = events
  }

  received(bytes: Uint8Array): void {
    if (this.isOver) return
    this.#reader.read(bytes.slice(), (frame) => this.#take(frame))
  }

  /** Bytes to the client, later in this turn. */
  write(frame: Frame): void {
    const bytes = encodeFrame(frame)
    queueMicrotask(() => {
      if (!this.isOver) this.#events.received(bytes)
    })
  }

  push<N extends PushName>(name: N, push: PushInit<N>): void {
    const { id, lossy, body } = pushes[name]
    const number = lossy ? 0 : (this.pushed += 1)
    if (this.#server.dropPushes) return
    const bytes = (body as { encode(message: unknown): { finish(): Uint8Array } })
      .encode(push)
      .finish()
    this.write({ kind: frameKinds.push, flags: 0, command: id, number, body: bytes })
  }

  cut(): void {
    if (this.isOver) return
    this.ended()
    queueMicrotask(() => this.#events.closed())
  }

  close(reason: CloseName, delayMs: number): void {
    const { code, reconnect } = closes[reason]
    const close = { code, name: reason, reconnect: reconnectNumbers[reconnect], delayMs }
    const body = wire.CloseBody.encode(close).finish()
    this.#events.received(
      encodeFrame({ kind: frameKinds.close, flags: 0, command: 0, number: 0, body }),
    )
    this.ended()
  }

  ended(): void {
    this.isOver = true
    const { connections } = this.#server
    const index = connections.indexOf(this)
    if (index >= 0) connections.splice(index, 1)
  }

  #take(frame: Frame): void {
    if (this.isOver) return
    const { kind, number } = frame
    if (kind === frameKinds.ping) {
      this.pings.push(number)
      const flags = this.behind ? frameFlags.behind : 0
      this.behind = false
      this.write({
        kind: frameKinds.pong,
        flags,
        command: 0,
        number: this.pushed,
        body: new Uint8Array(),
      })
    } else if (kind === frameKinds.oneWay) this.#note(frame)
    else if (kind === frameKinds.close) this.ended()
    else this.#request(frame)
  }

  #note({ command, body }: Frame): void {
    const name = noteNames.get(command)
    if (name === undefined) throw new Error(`note ${command}`)
    const note = (notes[name].body as { decode(bytes: Uint8Array): unknown }).decode(body)
    this.#server.notes.push({ name, note })
    this.#server.store.note(this.account, name, note as never)
  }

  #request({ command, number, body }: Frame): void {
    const server = this.#server
    const name = commandNames.get(command)
    if (name === undefined) throw new Error(`command ${command}`)
    const request = (
      commands[name].request as unknown as { decode(bytes: Uint8Array): never }
    ).decode(body)
    const fate = server.fate(name, request)
    if (fate?.fate === 'cutBefore') return this.cut()
    server.requests.push({ name, request, connection: this })
    if (fate?.fate === 'refuse') return this.#refuse(number, fate.error, fate.retryAfterMs ?? 0)
    const outcome = this.#handle(name, request)
    if (fate?.fate === 'cutAfter') return this.cut()
    const answer = () => {
      if ('error' in outcome) this.#refuse(number, outcome.error, 0)
      else this.#reply(number, name, outcome.reply)
    }
    if (fate?.fate === 'hold') server.held.push(answer)
    else answer()
  }

  #handle(name: CommandName, request: never): { reply: unknown } | { error: ErrorName } {
    const server = this.#server
    if (name === 'login') {
      const account = server.tokens.get((request as RequestOf<'login'>).accessToken.join())
      return account === undefined
        ? { error: 'TOKEN_INVALID' }
        : { reply: server.open(this, account) }
    }
    if (name === 'resume') {
      const key = (request as RequestOf<'resume'>).resumeKey.join()
      const found = server.resumable ? server.resumeKeys.get(key) : undefined
      server.resumeKeys.delete(key)
      if (found === undefined) return { error: 'RESUME_FAILED' }
      return { reply: server.open(this, found.account, found.session) }
    }
    if (this.account === 0) return { error: 'NOT_LOGGED_IN' }
    return server.store.handle(this.account, name, request)
  }

  #reply(number: number, name: CommandName, reply: unknown): void {
    const codec = commands[name].reply as { encode(message: unknown): { finish(): Uint8Array } }
    const body = codec.encode(reply).finish()
    this.write({ kind: frameKinds.response, flags: 0, command: commands[name].id, number, body })
  }

  #refuse(number: number, error: ErrorName, retryAfterMs: number): void {
    const { code, retry } = errors[error]
    const refusal = { code, name: error, message: error, retry: retryNumbers[retry], retryAfterMs }
    const body = wire.ErrorBody.encode(refusal).finish()
    this.write({ kind: frameKinds.response, flags: frameFlags.error, command: 0, number, body })
  }
}
