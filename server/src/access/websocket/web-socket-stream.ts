import type { Socket } from 'node:net'
import { closes, greetingBodyBytesMax, webSocketCloseBase } from '@parley/protocol'
import type { CloseName } from '@parley/protocol'
import type { RawData, WebSocket } from 'ws'
import type { ByteStream, StreamListener } from '../stream.ts'

/** What a message may hold beyond the largest body: headers, and small frames beside it. */
export const messageBytesSpare = 4_096
export const greetingMessageBytesMax = greetingBodyBytesMax + messageBytesSpare

/** NOTE the listeners are shared and find their stream on the socket: fewer closures for each connection. */
const streamOf = Symbol('stream')
type StreamWebSocket = WebSocket & {
  [streamOf]?: WebSocketStream
  _receiver?: { _maxPayload: number }
}
type StreamSocket = Socket & { [streamOf]?: WebSocketStream }

const sendOptions = { binary: true, compress: false, fin: true }
/** Control frames that wait to be answered with a pong: a peer that does not read gets none. */
const pongsBytesMax = 4_096

/** A WebSocket as a byte stream: a message holds one or more whole frames. */
export class WebSocketStream implements ByteStream {
  readonly #webSocket: StreamWebSocket
  on: StreamListener | undefined = undefined

  constructor(webSocket: WebSocket, socket: Socket) {
    this.#webSocket = webSocket
    this.#webSocket[streamOf] = this
    ;(socket as StreamSocket)[streamOf] = this
    socket.on('drain', onDrain)
    webSocket.on('error', onError)
    webSocket.on('ping', onPing)
  }

  get queuedBytes(): number {
    return this.#webSocket.bufferedAmount
  }

  listen(on: StreamListener): void {
    this.on = on
    this.#webSocket.on('message', onMessage)
    this.#webSocket.on('close', onClose)
    if (this.#webSocket.readyState === this.#webSocket.CLOSED) onClose.call(this.#webSocket)
  }

  write(bytes: Uint8Array): void {
    if (this.#webSocket.readyState === this.#webSocket.OPEN)
      this.#webSocket.send(bytes, sendOptions)
  }

  end(reason?: CloseName): void {
    if (reason === undefined) this.#webSocket.close(1000)
    else this.#webSocket.close(webSocketCloseBase + closes[reason].code, reason)
  }

  destroy(): void {
    this.#webSocket.terminate()
  }

  pause(): void {
    this.#webSocket.pause()
  }

  resume(): void {
    this.#webSocket.resume()
  }

  /** NOTE ws has one limit for all its sockets; the one in its receiver is private. A test proves that it still holds. */
  allowBodies(bytesMax: number): void {
    const receiver = this.#webSocket._receiver
    if (receiver !== undefined) receiver._maxPayload = bytesMax + messageBytesSpare
  }
}

function onMessage(this: WebSocket, data: RawData, isBinary: boolean): void {
  const on = (this as StreamWebSocket)[streamOf]?.on
  if (on === undefined) return
  if (isBinary && data instanceof Uint8Array) on.data(data)
  else on.fault('BAD_FRAME')
}

function onDrain(this: StreamSocket): void {
  this[streamOf]?.on?.drained()
}

function onClose(this: WebSocket): void {
  const stream = (this as StreamWebSocket)[streamOf]
  const on = stream?.on
  if (stream === undefined || on === undefined) return
  stream.on = undefined
  on.closed()
}

function onPing(this: WebSocket, data: Buffer): void {
  if (this.readyState === this.OPEN && this.bufferedAmount < pongsBytesMax) this.pong(data)
}

/** NOTE a message that breaks the rules of WebSocket: ws has sent its own close status by now. */
function onError(this: WebSocket, fault: Error & { code?: string }): void {
  const reason =
    fault.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH' ? 'FRAME_TOO_LARGE' : 'BAD_FRAME'
  ;(this as StreamWebSocket)[streamOf]?.on?.fault(reason)
}
