import { randomBytes } from 'node:crypto'
import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls, createSecureContext, type SecureContext } from 'node:tls'
import type { Endpoint } from './endpoint.ts'

/** The client's end of a connection: bytes of whole and cut frames in, whole frames out. */
export interface WireSocket {
  write(bytes: Uint8Array): void
  destroy(): void
}

export interface WireListener {
  open(): void
  data(bytes: Uint8Array): void
  closed(): void
}

let context: SecureContext | undefined
/** One for all connections: nothing in it is of one of them. */
const sharedContext = () => (context ??= createSecureContext())

const addresses = 64
const network = 1 + (process.pid % 250)
let opened = 0

/**
 * NOTE one address has some 28,000 ports to one server, and a port of who has gone is not free for a minute: the kernel looks for one that is, for
 * milliseconds a connection where there are thousands of those.
 */
const nextAddress = () => `127.${network}.0.${1 + (opened++ % addresses)}`

export function openWireSocket(endpoint: Endpoint, on: WireListener): WireSocket {
  const { transport, host, port } = endpoint
  const from = { localAddress: nextAddress() }
  const socket: Socket =
    transport === 'tls'
      ? connectTls({
          host,
          port,
          ...from,
          secureContext: sharedContext(),
          rejectUnauthorized: false,
        })
      : connectTcp({ host, port, ...from, noDelay: true })
  if (transport === 'tls') socket.setNoDelay(true)
  socket.on('error', () => {})
  socket.on('close', () => on.closed())
  if (transport === 'websocket') return webSocket(socket, endpoint, on)
  socket.on(transport === 'tls' ? 'secureConnect' : 'connect', () => on.open())
  socket.on('data', (bytes: Buffer) => on.data(bytes))
  return { write: (bytes) => void socket.write(bytes), destroy: () => void socket.destroy() }
}

const headEnd = '\r\n\r\n'

/** Enough of RFC 6455 for binary messages in one piece, masked with zeros. */
function webSocket(socket: Socket, { host, port }: Endpoint, on: WireListener): WireSocket {
  let held: Buffer = Buffer.alloc(0)
  let isOpen = false
  socket.on('connect', () => {
    const key = randomBytes(16).toString('base64')
    socket.write(
      `GET /wire HTTP/1.1\r\nHost: ${host}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}${headEnd}`,
    )
  })
  socket.on('data', (bytes: Buffer) => {
    held = held.length === 0 ? bytes : Buffer.concat([held, bytes])
    if (!isOpen) {
      const end = held.indexOf(headEnd)
      if (end < 0) return
      if (!held.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101'))) return void socket.destroy()
      held = held.subarray(end + headEnd.length)
      isOpen = true
      on.open()
    }
    held = takeMessages(held, on)
  })
  return {
    write: (bytes) => void socket.write(masked(bytes)),
    destroy: () => void socket.destroy(),
  }
}

const binary = 0x82
const finalBit = 0x80
const maskBit = 0x80

function masked(bytes: Uint8Array): Uint8Array {
  const { length } = bytes
  const headBytes = length < 126 ? 6 : length < 65_536 ? 8 : 14
  const message = Buffer.alloc(headBytes + length)
  message[0] = binary
  if (length < 126) message[1] = maskBit | length
  else if (length < 65_536) {
    message[1] = maskBit | 126
    message.writeUInt16BE(length, 2)
  } else {
    message[1] = maskBit | 127
    message.writeBigUInt64BE(BigInt(length), 2)
  }
  message.set(bytes, headBytes)
  return message
}

/** @returns what belongs to no whole message. */
function takeMessages(bytes: Buffer, on: WireListener): Buffer {
  let at = 0
  for (;;) {
    const short = (bytes[at + 1] ?? 0) & 127
    const headBytes = short < 126 ? 2 : short === 126 ? 4 : 10
    if (bytes.length - at < headBytes) return bytes.subarray(at)
    const length =
      short < 126
        ? short
        : short === 126
          ? bytes.readUInt16BE(at + 2)
          : Number(bytes.readBigUInt64BE(at + 2))
    const end = at + headBytes + length
    if (bytes.length < end) return bytes.subarray(at)
    const isData = ((bytes[at] ?? 0) & ~finalBit) <= 2
    if (isData) on.data(bytes.subarray(at + headBytes, end))
    at = end
  }
}
