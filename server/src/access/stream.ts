import type { CloseName } from '@parley/protocol'

/** A two-way byte stream with one peer: TCP, TLS, or a simulated wire. Frames lie in it back to back. */
export interface ByteStream {
  /** Queues bytes; never throws. After the stream has ended they are dropped. The caller does not change them later. */
  write(bytes: Uint8Array): void
  /** Bytes queued here and not yet taken by the network. */
  readonly queuedBytes: number
  /** Sends what is queued, then closes. A transport with a status of its own for that (WebSocket) tells the reason. */
  end(reason?: CloseName): void
  /** Closes at once. */
  destroy(): void
  /** Stops and starts reading: the peer is held back by the network's own flow control. */
  pause(): void
  resume(): void
  /** Called once each, before anything can arrive. `closed` comes exactly once, whoever closed. */
  listen(on: StreamListener): void
  /**
   * How large a body may be from now on, for transports that gather a whole message or post before they hand it on.
   * Before this is called it is greetingBodyBytesMax.
   */
  allowBodies?(bytesMax: number): void
}

export interface StreamListener {
  data(bytes: Uint8Array): void
  /** What was queued has been taken by the network. */
  drained(): void
  closed(): void
  /** What came cannot be frames on this transport, such as a text message. Ends the connection. */
  fault(reason: CloseName): void
}
