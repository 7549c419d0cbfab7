import type { Socket } from 'node:net'
import type { ByteStream, StreamListener } from '../stream.ts'

/** NOTE the listeners are shared and find their stream on the socket: five closures less for each connection. */
const streamOf = Symbol('stream')
type StreamSocket = Socket & { [streamOf]?: TcpStream }

/** A TCP or TLS socket as a byte stream. */
export class TcpStream implements ByteStream {
  readonly #socket: StreamSocket
  on: StreamListener | undefined = undefined

  constructor(socket: Socket) {
    this.#socket = socket
    this.#socket[streamOf] = this
    socket.on('error', onError)
  }

  get queuedBytes(): number {
    return this.#socket.writableLength
  }

  listen(on: StreamListener): void {
    this.on = on
    this.#socket.on('data', onData)
    this.#socket.on('drain', onDrain)
    this.#socket.on('close', onClose)
    // NOTE it may have closed between its acceptance and now.
    if (this.#socket.closed) onClose.call(this.#socket)
  }

  write(bytes: Uint8Array): void {
    if (this.#socket.writable) this.#socket.write(bytes)
  }

  end(): void {
    if (this.#socket.writable) this.#socket.end()
  }

  destroy(): void {
    this.#socket.destroy()
  }

  pause(): void {
    this.#socket.pause()
  }

  resume(): void {
    this.#socket.resume()
  }
}

function onData(this: StreamSocket, bytes: Uint8Array): void {
  this[streamOf]?.on?.data(bytes)
}

function onDrain(this: StreamSocket): void {
  this[streamOf]?.on?.drained()
}

function onClose(this: StreamSocket): void {
  const stream = this[streamOf]
  const on = stream?.on
  if (stream === undefined || on === undefined) return
  stream.on = undefined
  on.closed()
}

/** NOTE a reset is an ordinary end; `close` follows. */
function onError(this: StreamSocket): void {}
