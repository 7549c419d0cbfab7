import { connect as connectPlain, type Socket } from 'node:net'
import { connect, type TLSSocket } from 'node:tls'
import {
  commands,
  emptyBody,
  encodeFrame,
  errorName,
  frameFlags,
  frameKinds,
  FrameReader,
  wire,
  type CommandName,
  type Frame,
} from '@parley/protocol'

export interface StormServer {
  port: number
  /** Without one it is reached without TLS. */
  ca?: string
  /** Where connections come from: each has ports of its own. */
  localAddress: string
  /** Whether a handshake is shortened by the ticket of the one before. */
  tickets: boolean
}

/** How clients come back: those of ours wait at random, longer each time; others come at once, and again and again. */
export type Manner = 'jittered' | 'at once'

export interface StormTold {
  /** Up to date again, by a resumed session or by a new one. */
  back(how: 'resumed' | 'logged in'): void
  failed(what: string): void
}

/** Where a server says nothing else, as in the SDK. */
const backoff = { minMs: 1_000, maxMs: 30_000 }
const againMs = 250
const bodyBytesMax = 2 ** 22

/** One device on TLS that keeps its session: login, sync, and after a cut resume, sync. */
export class StormSession {
  readonly #server: StormServer
  readonly #token: Uint8Array
  readonly #told: StormTold
  manner: Manner = 'jittered'
  #socket: Socket | undefined
  #ticket: Buffer | undefined
  #session = 0
  #resumeKey: Uint8Array = emptyBody
  #syncToken: Uint8Array = emptyBody
  #lastPush = 0
  #attempt = 0
  /** The session that was asked for last. */
  #asked = 0
  #how: 'resumed' | 'logged in' = 'logged in'
  /** What the last close said. */
  #floorMs = 0
  #isBack = false
  #isOver = false
  #conversationsSeen = 0

  constructor(server: StormServer, token: Uint8Array, told: StormTold) {
    this.#server = server
    this.#token = token
    this.#told = told
  }

  get isBack(): boolean {
    return this.#isBack
  }

  /** In all its syncs. */
  get conversationsSeen(): number {
    return this.#conversationsSeen
  }

  connect(): void {
    const socket = this.#server.ca === undefined ? this.#openPlain() : this.#openTls()
    const reader = new FrameReader(bodyBytesMax)
    this.#socket = socket
    this.#isBack = false
    this.#lastPush = 0
    socket.setNoDelay(true)
    socket.on('data', (bytes: Buffer) => reader.read(bytes, (frame) => this.#take(frame)))
    socket.on('error', ({ message }) => this.#told.failed(message.slice(0, 60)))
    socket.on('close', () => this.#again())
  }

  /** The network is gone: no word to the server. */
  cut(): void {
    this.#socket?.destroy()
  }

  /** It takes no more from the server, and stays where it is. */
  stopReading(): void {
    this.#socket?.pause()
  }

  ping(): void {
    if (!this.#isBack) return
    const kind = frameKinds.ping
    const ping = { kind, flags: 0, command: 0, number: this.#lastPush, body: emptyBody }
    this.#socket?.write(encodeFrame(ping))
  }

  stop(): void {
    this.#isOver = true
    this.#socket?.destroy()
  }

  #openPlain(): Socket {
    const { port, localAddress } = this.#server
    const socket = connectPlain({ port, localAddress, host: '127.0.0.1' })
    socket.on('connect', () => this.#greet())
    return socket
  }

  #openTls(): TLSSocket {
    const { tickets, ...where } = this.#server
    const session = tickets && this.#ticket !== undefined ? { session: this.#ticket } : {}
    const names = { host: '127.0.0.1', servername: 'localhost', minVersion: 'TLSv1.3' } as const
    const socket = connect({ ...where, ...names, ...session })
    socket.on('session', (ticket) => (this.#ticket = ticket))
    socket.on('secureConnect', () => this.#greet())
    return socket
  }

  #greet(): void {
    const [session, resumeKey] = [this.#session, this.#resumeKey]
    // NOTE a key works once: whatever becomes of this attempt, the next one logs in.
    this.#session = 0
    this.#asked = session
    if (session > 0) this.#ask('resume', wire.ResumeRequest.encode({ session, resumeKey }).finish())
    else {
      const login = { accessToken: this.#token, client: 'storm/1' }
      this.#ask('login', wire.LoginRequest.encode(login).finish())
    }
  }

  #ask(name: CommandName, body: Uint8Array): void {
    const { id } = commands[name]
    const frame = { kind: frameKinds.request, flags: 0, command: id, number: id, body }
    this.#socket?.write(encodeFrame(frame))
  }

  #take(frame: Frame): void {
    if (frame.kind === frameKinds.push) this.#lastPush = Math.max(this.#lastPush, frame.number)
    if (frame.kind === frameKinds.close) {
      const { name, delayMs } = wire.CloseBody.decode(frame.body)
      this.#told.failed(`close ${name}`)
      this.#floorMs = delayMs
    }
    if (frame.kind !== frameKinds.response) return
    if ((frame.flags & frameFlags.error) !== 0) return this.#refused(frame)
    if (frame.command !== commands.sync.id) return this.#opened(frame)
    const { token, conversations } = wire.SyncReply.decode(frame.body)
    this.#syncToken = token
    this.#conversationsSeen += conversations.length
    this.#isBack = true
    this.#attempt = 0
    this.#told.back(this.#how)
  }

  #opened(frame: Frame): void {
    const { session, resumeKey } = wire.LoginReply.decode(frame.body)
    this.#session = session
    this.#resumeKey = resumeKey
    this.#how = frame.command === commands.resume.id ? 'resumed' : 'logged in'
    this.#ask('sync', wire.SyncRequest.encode({ token: this.#syncToken }).finish())
  }

  #refused(frame: Frame): void {
    const { code, retryAfterMs } = wire.ErrorBody.decode(frame.body)
    const error = errorName(code) ?? String(code)
    this.#told.failed(error)
    // NOTE a key that was not looked at works still.
    if (frame.command === commands.resume.id && error !== 'RESUME_FAILED')
      this.#session = this.#asked
    if (error === 'RESUME_FAILED') return this.#greet()
    const socket = this.#socket
    const again = () => {
      if (socket !== this.#socket || socket?.destroyed === true) return
      if (frame.command === commands.sync.id)
        this.#ask('sync', wire.SyncRequest.encode({ token: this.#syncToken }).finish())
      else this.#greet()
    }
    setTimeout(again, Math.max(retryAfterMs, againMs))
  }

  #again(): void {
    this.#isBack = false
    if (this.#isOver) return
    const floorMs = this.#floorMs
    this.#floorMs = 0
    const ceilingMs = Math.min(backoff.maxMs, backoff.minMs * 2 ** Math.min(this.#attempt, 20))
    const atOnce = this.#attempt === 0 ? 0 : againMs
    const jittered =
      floorMs + Math.random() * (floorMs > 0 ? Math.min(floorMs, ceilingMs) : ceilingMs)
    // NOTE as in the SDK: a server that says when to come is there.
    this.#attempt = floorMs > 0 ? 0 : this.#attempt + 1
    setTimeout(() => this.connect(), this.manner === 'jittered' ? jittered : atOnce)
  }
}
