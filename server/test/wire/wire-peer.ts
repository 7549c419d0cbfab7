import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { FrameReader, readFrames, type Frame } from '@parley/protocol'
import { WebSocket } from 'ws'

/** The client's end of a connection, driven by a test. */
export interface WirePeer {
  /** On a stream bytes as they are, else one message or post with them. */
  write(bytes: Uint8Array): void
  /** The next frame. Rejects when the connection ends before. */
  next(): Promise<Frame>
  /** Every frame that comes until the connection ends. */
  rest(): Promise<Frame[]>
  /** Resolves when the connection has ended; for WebSocket with its close status. */
  readonly ended: Promise<number | undefined>
  /** Stops and starts taking what the server sends. */
  pause(): void
  resume(): void
  /** Ends it without a word. */
  cut(): void
}

/** Frames that came, and those who wait for them. */
class Inbox {
  #frames: Frame[] = []
  #waiting: { resolve: (frame: Frame) => void; reject: (fault: Error) => void }[] = []
  #isOver = false
  #end: (status: number | undefined) => void = () => {}
  readonly ended: Promise<number | undefined>

  constructor() {
    this.ended = new Promise((resolve) => (this.#end = resolve))
  }

  readonly take = (frame: Frame): void => {
    const waiting = this.#waiting.shift()
    if (waiting === undefined) this.#frames.push(frame)
    else waiting.resolve(frame)
  }

  over(status?: number): void {
    this.#isOver = true
    for (const { reject } of this.#waiting.splice(0)) reject(new Error('the connection ended'))
    this.#end(status)
  }

  next(): Promise<Frame> {
    const frame = this.#frames.shift()
    if (frame !== undefined) return Promise.resolve(frame)
    if (this.#isOver) return Promise.reject(new Error('the connection ended'))
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }))
  }

  async rest(): Promise<Frame[]> {
    await this.ended
    return this.#frames.splice(0)
  }
}

const bodyBytesMax = 2 ** 24

export function tcpPeer(port: number, ca?: string): WirePeer {
  const host = '127.0.0.1'
  const socket: Socket =
    ca === undefined
      ? connectTcp(port, host)
      : connectTls({ port, host, ca, servername: 'localhost' })
  socket.setNoDelay(true)
  const inbox = new Inbox()
  const reader = new FrameReader(bodyBytesMax)
  socket.on('data', (bytes: Buffer) => reader.read(bytes, inbox.take))
  socket.on('error', () => {})
  socket.on('close', () => inbox.over())
  return {
    write: (bytes) => void socket.write(bytes),
    next: () => inbox.next(),
    rest: () => inbox.rest(),
    ended: inbox.ended,
    pause: () => void socket.pause(),
    resume: () => void socket.resume(),
    cut: () => socket.destroy(),
  }
}

export function webSocketPeer(port: number, ca?: string): WirePeer {
  const url = `${ca === undefined ? 'ws' : 'wss'}://localhost:${port}/wire`
  const webSocket = new WebSocket(url, { perMessageDeflate: false, family: 4, ...(ca && { ca }) })
  const inbox = new Inbox()
  const waiting: Uint8Array[] = []
  webSocket.on('open', () => {
    for (const bytes of waiting.splice(0)) webSocket.send(bytes)
  })
  webSocket.on('message', (data: Buffer) => readFrames(data, bodyBytesMax).forEach(inbox.take))
  webSocket.on('error', () => {})
  webSocket.on('close', (status) => inbox.over(status))
  return {
    write: (bytes) => {
      if (webSocket.readyState === webSocket.CONNECTING) waiting.push(bytes)
      else webSocket.send(bytes)
    },
    next: () => inbox.next(),
    rest: () => inbox.rest(),
    ended: inbox.ended,
    pause: () => webSocket.pause(),
    resume: () => webSocket.resume(),
    cut: () => webSocket.terminate(),
  }
}

export function longPollPeer(port: number): WirePeer {
  const base = `http://127.0.0.1:${port}/wire`
  const inbox = new Inbox()
  const abort = new AbortController()
  const { signal } = abort
  const opened = openChannel(`${base}/open`, inbox.take)

  let gate: Promise<void> = Promise.resolve()
  let openGate = () => {}
  async function poll(): Promise<void> {
    const channel = await opened
    for (let batch = 0; channel !== undefined;) {
      await gate
      const headers = { authorization: `Bearer ${channel}` }
      const { reply, bytes } = await fetched(`${base}/down/${batch}`, {
        ...{ method: 'POST', headers, signal },
      })
      if (reply.status === 200) {
        readFrames(bytes, bodyBytesMax).forEach(inbox.take)
        batch += 1
      } else if (reply.status !== 204) return
    }
  }
  poll().then(
    () => inbox.over(),
    () => inbox.over(),
  )

  let posted: Promise<unknown> = opened
  let posts = 0
  async function post(bytes: Uint8Array): Promise<void> {
    posts += 1
    const headers = {
      authorization: `Bearer ${await opened}`,
      'content-type': 'application/octet-stream',
    }
    const body = new Uint8Array(bytes)
    for (let status = 503; status === 503;) {
      const { reply } = await fetched(`${base}/up/${posts}`, {
        ...{ method: 'POST', headers, body, signal },
      })
      status = reply.status
    }
  }
  return {
    write: (bytes) => {
      posted = posted.then(() => post(bytes)).catch(() => {})
    },
    next: () => inbox.next(),
    rest: () => inbox.rest(),
    ended: inbox.ended,
    pause: () => {
      gate = new Promise((open) => (openGate = open))
    },
    resume: () => openGate(),
    cut: () => abort.abort(),
  }
}

const attemptsMax = 5

/** The connection under a channel may end without ending the channel: the same request again, a few times. */
async function fetched(url: string, init: RequestInit & { signal: AbortSignal }) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const reply = await fetch(url, init)
      return { reply, bytes: new Uint8Array(await reply.arrayBuffer()) }
    } catch (fault) {
      if (init.signal.aborted || attempt === attemptsMax) throw fault
    }
  }
}

/** By a connection of its own: among several processes it may be any of them that has the channel. */
async function openChannel(url: string, take: (frame: Frame) => void): Promise<string | undefined> {
  const sent = request(url, { method: 'POST', agent: false })
  sent.end()
  const [reply] = (await once(sent, 'response')) as [IncomingMessage]
  const bytes = Buffer.concat(await reply.toArray())
  if (reply.statusCode === 200) return (JSON.parse(bytes.toString()) as { channel: string }).channel
  readFrames(bytes, bodyBytesMax).forEach(take)
  return undefined
}
