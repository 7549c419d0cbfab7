import type { IncomingMessage } from 'node:http'
import type { EventEmitter } from 'node:events'
import { Socket } from 'node:net'
import {
  clientFrame,
  opcodes,
  ServerFrameReader,
} from '../../../server/src/access/testing/web-socket-frames.ts'
import type { FramePeer } from './decoders/peers.ts'
import { PeerLedger } from './server-peer.ts'

/** A socket without a network below it: what is written is handed on, what is fed is read. */
class WirelessSocket extends Socket {
  readonly #heard: (bytes: Uint8Array) => void

  constructor(heard: (bytes: Uint8Array) => void) {
    super()
    this.#heard = heard
  }

  override _read(): void {}

  override _write(bytes: Buffer, _encoding: string, done: () => void): void {
    this.#heard(bytes)
    done()
  }

  override _writev(pieces: { chunk: Buffer }[], done: () => void): void {
    for (const { chunk } of pieces) this.#heard(chunk)
    done()
  }

  override _final(done: () => void): void {
    done()
  }
}

const switched = Buffer.from('HTTP/1.1 101')
const endOfHead = Buffer.from('\r\n\r\n')
const maxClose = 4_999

/** A client of a WebSocket endpoint, in the same process: from the upgrade on, everything is the server's own. */
export class WebSocketPeer implements FramePeer {
  readonly ledger = new PeerLedger()
  readonly #socket: WirelessSocket
  readonly #reader = new ServerFrameReader()
  readonly #violation: (what: string) => void
  /** It was sent what may be no WebSocket frame: nobody knows how many requests the server saw. */
  isSpoiled = false
  #isUp = false
  #closed: number | undefined
  #fragments: Uint8Array[] = []

  constructor(server: EventEmitter, violation: (what: string) => void) {
    this.#violation = violation
    this.#socket = new WirelessSocket((bytes) => this.#heard(bytes))
    const headers = {
      ...{ host: 'parley.test', upgrade: 'websocket', connection: 'Upgrade' },
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      'sec-websocket-version': '13',
    }
    const remoteAddress = '127.0.0.1'
    const request = { method: 'GET', url: '/wire', headers, socket: { remoteAddress } }
    server.emit('upgrade', request as unknown as IncomingMessage, this.#socket, Buffer.alloc(0))
    if (!this.#isUp) violation('an honest upgrade is refused')
  }

  get hasEnded(): boolean {
    return this.#closed !== undefined || this.#socket.destroyed
  }

  send(frames: Uint8Array): void {
    this.ledger.sent(frames)
    this.raw(clientFrame({ opcode: opcodes.binary, payload: frames }))
  }

  /** Bytes as they are. */
  raw(bytes: Uint8Array): void {
    if (!this.#socket.destroyed) this.#socket.push(Buffer.from(bytes))
  }

  spoiled(): void {
    this.isSpoiled = true
    this.ledger.uncounted()
  }

  lost(): void {
    this.#socket.destroy()
  }

  #heard(bytes: Uint8Array): void {
    if (!this.#isUp) return this.#head(Buffer.from(bytes))
    for (const { fin, reserved, opcode, isMasked, payload } of this.#reader.read(bytes.slice())) {
      if (reserved !== 0 || isMasked) this.#violation('the server breaks the rules of WebSocket')
      if (opcode === opcodes.binary || opcode === opcodes.continuation) {
        this.#fragments.push(payload)
        if (fin) this.ledger.heard(Buffer.concat(this.#fragments.splice(0)))
      } else if (opcode === opcodes.close) this.#heardClose(payload)
      else if (opcode === opcodes.text) this.#violation('the server sent text')
    }
  }

  #head(bytes: Buffer): void {
    const end = bytes.indexOf(endOfHead)
    this.#isUp = bytes.subarray(0, switched.length).equals(switched)
    if (end + 4 < bytes.length) this.#heard(bytes.subarray(end + 4))
  }

  #heardClose(payload: Uint8Array): void {
    const status = payload.length < 2 ? 1005 : (payload[0] ?? 0) * 256 + (payload[1] ?? 0)
    if (status > maxClose) this.#violation(`close status ${status}`)
    this.#closed = status
    this.ledger.endTold()
  }
}
