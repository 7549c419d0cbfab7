import { connect, type Socket } from 'node:net'
import { createAccess } from '../../src/access/create-access.ts'
import { listenHttp } from '../../src/access/http/listen-http.ts'
import { FakeCommands } from '../../src/access/testing/fake-commands.ts'
import {
  clientFrame,
  opcodes,
  ServerFrameReader,
  type ClientFrame,
  type ServerFrame,
} from '../../src/access/testing/web-socket-frames.ts'
import { silentLog } from '../../src/base/log.ts'
import { nodeClock } from '../../src/base/node/node-clock.ts'
import { nodeCompression } from '../../src/base/node/node-compression.ts'
import { nodeHashing } from '../../src/base/node/node-hashing.ts'
import { nodeRandom } from '../../src/base/node/node-random.ts'

/** The endpoint as it is served; session commands are answered with their own body. */
export async function serveWebSockets() {
  const commands = new FakeCommands()
  const ports = { clock: nodeClock, random: nodeRandom, log: silentLog }
  const access = createAccess({
    ...{ ...ports, compression: nodeCompression, commands },
    settings: { frameRate: { perSecond: 1e6, burst: 1e6 }, lingerMs: 200 },
  })
  const http = await listenHttp(
    { ...ports, access, hashing: nodeHashing },
    { host: '127.0.0.1', port: 0, health: () => true },
  )
  const sockets: Socket[] = []
  return {
    commands,
    /** A connection whose upgrade has succeeded; `early` goes out with the request. */
    async open(more: Record<string, string> = {}, early?: Uint8Array): Promise<RawWebSocket> {
      const { head, socket, rest } = await upgrade(http.port, more, { early })
      sockets.push(socket)
      if (!head.startsWith('HTTP/1.1 101 ')) throw new Error(head)
      return new RawWebSocket(socket, rest, head)
    },
    /** What an upgrade is answered. */
    async head(more: Record<string, string | undefined>, line?: string): Promise<string> {
      const { head, socket } = await upgrade(http.port, more, { line })
      socket.destroy()
      return head
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await access.close('INTERNAL')
      await http.stop()
    },
  }
}

export const sampleKey = 'dGhlIHNhbXBsZSBub25jZQ=='
const headEnd = Buffer.from('\r\n\r\n')

interface UpgradeExtras {
  line?: string | undefined
  early?: Uint8Array | undefined
}

async function upgrade(
  port: number,
  more: Record<string, string | undefined>,
  { line = 'GET /wire HTTP/1.1', early = new Uint8Array() }: UpgradeExtras,
): Promise<{ head: string; socket: Socket; rest: Buffer }> {
  const headers: Record<string, string | undefined> = {
    ...{ Host: `127.0.0.1:${port}`, Upgrade: 'websocket', Connection: 'Upgrade' },
    ...{ 'Sec-WebSocket-Key': sampleKey, 'Sec-WebSocket-Version': '13', ...more },
  }
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  )
  const socket = connect(port, '127.0.0.1')
  socket.setNoDelay(true)
  socket.on('error', () => {})
  const request = Buffer.from(`${[line, ...lines].join('\r\n')}\r\n\r\n`)
  socket.write(Buffer.concat([request, early]))
  let bytes: Buffer = Buffer.alloc(0)
  return new Promise((resolve, reject) => {
    const take = (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk])
      const end = bytes.indexOf(headEnd)
      if (end < 0) return
      socket.off('data', take)
      socket.pause()
      const head = bytes.subarray(0, end).toString('latin1')
      resolve({ head, socket, rest: bytes.subarray(end + headEnd.length) })
    }
    socket.on('data', take)
    socket.on('close', () => reject(new Error(`closed after ${bytes.toString('latin1')}`)))
  })
}

/** A client's end of a WebSocket that does what it is told and nothing by itself. */
export class RawWebSocket {
  readonly head: string
  readonly #socket: Socket
  readonly #reader = new ServerFrameReader()
  readonly #frames: ServerFrame[] = []
  #waiting: (() => void) | undefined
  #isOver = false
  /** Resolves when the server has ended the connection of the network. */
  readonly over: Promise<void>

  constructor(socket: Socket, rest: Buffer, head: string) {
    this.head = head
    this.#socket = socket
    socket.on('data', (chunk: Buffer) => this.#take(chunk))
    this.over = new Promise((resolve) =>
      socket.on('close', () => {
        this.#isOver = true
        this.#waiting?.()
        resolve()
      }),
    )
    this.#take(rest)
    socket.resume()
  }

  /** @param pieceBytes the network gets pieces of this size, each in a turn of its own. */
  async write(bytes: Uint8Array, pieceBytes = Infinity): Promise<void> {
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      this.#socket.write(bytes.subarray(at, Math.min(bytes.length, at + pieceBytes)))
      if (pieceBytes < bytes.length) await new Promise((resolve) => void setImmediate(resolve))
    }
  }

  send(...frames: ClientFrame[]): Promise<void> {
    return this.write(Buffer.concat(frames.map(clientFrame)))
  }

  /** The next frame; undefined: the connection has ended. */
  async next(): Promise<ServerFrame | undefined> {
    while (this.#frames.length === 0 && !this.#isOver)
      await new Promise<void>((resolve) => (this.#waiting = resolve))
    return this.#frames.shift()
  }

  /** The next message, whole, from however many frames. Control frames before it are an error. */
  async message(): Promise<Uint8Array> {
    const parts: Uint8Array[] = []
    for (let frame = await this.next(); frame !== undefined; frame = await this.next()) {
      const expected = parts.length === 0 ? opcodes.binary : opcodes.continuation
      if (frame.opcode !== expected || frame.isMasked || frame.reserved !== 0)
        throw new Error(`opcode ${frame.opcode} instead of ${expected}`)
      parts.push(frame.payload)
      if (frame.fin) return Buffer.concat(parts)
    }
    throw new Error('the connection ended')
  }

  /**
   * Everything up to the end. The close frame is answered, as a client must.
   * @returns the status of the close frame (1005: one without), and what came before it.
   */
  async end(): Promise<{ status: number | undefined; reason: string; before: ServerFrame[] }> {
    const before: ServerFrame[] = []
    for (let frame = await this.next(); frame !== undefined; frame = await this.next()) {
      if (frame.opcode !== opcodes.close) {
        before.push(frame)
        continue
      }
      const { payload } = frame
      const status = payload.length < 2 ? 1005 : (payload[0] ?? 0) * 256 + (payload[1] ?? 0)
      await this.send({ opcode: opcodes.close, payload: payload.subarray(0, 2) })
      await this.over
      if (this.#frames.length > 0) throw new Error('a frame after the close frame')
      return { status, reason: Buffer.from(payload.subarray(2)).toString(), before }
    }
    return { status: undefined, reason: '', before }
  }

  #take(chunk: Uint8Array): void {
    this.#frames.push(...this.#reader.read(chunk))
    this.#waiting?.()
  }
}
