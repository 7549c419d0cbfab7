import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { Socket } from 'node:net'
import { WebSocketServer } from 'ws'
import type { Access } from '../create-access.ts'
import { greetingMessageBytesMax, WebSocketStream } from './web-socket-stream.ts'

/** One message may come in so many fragments, and so many pieces of the network. */
const maxFragments = 1_024
const maxBufferedChunks = 4_096

export interface UpgradeOptions {
  path: string
  /** The client's address, after declared proxies. */
  addressOf(request: IncomingMessage): string
  originAllowed(request: IncomingMessage): boolean
}

/** Takes the WebSocket upgrades of an HTTP server. */
export function upgradeWebSockets(access: Access, server: Server, options: UpgradeOptions): void {
  const webSockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    autoPong: false,
    handleProtocols: () => false,
    maxPayload: greetingMessageBytesMax,
    maxFragments,
    maxBufferedChunks,
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', ignore)
    if (pathOf(request) !== options.path) return refuse(socket, '404 Not Found')
    if (!options.originAllowed(request)) return refuse(socket, '403 Forbidden')
    if (!(socket instanceof Socket)) return refuse(socket, '500 Internal Server Error')
    socket.setNoDelay(true)
    webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      socket.off('error', ignore)
      access.attach(new WebSocketStream(webSocket, socket), options.addressOf(request), 'websocket')
    })
  })
}

/** NOTE no query: nothing about a connection stands in its address. */
function pathOf(request: IncomingMessage): string {
  return request.url ?? ''
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function ignore(): void {}
