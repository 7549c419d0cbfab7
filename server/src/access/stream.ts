/** A two-way byte stream with one peer: TCP, TLS, or a simulated wire. Frames lie in it back to back. */
export interface ByteStream {
  /** Queues bytes; never throws. After the stream has ended they are dropped. The caller does not change them later. */
  write(bytes: Uint8Array): void
  /** Bytes queued here and not yet taken by the network. */
  readonly queuedBytes: number
  /** Sends what is queued, then closes. */
  end(): void
  /** Closes at once. */
  destroy(): void
  /** Stops and starts reading: the peer is held back by the network's own flow control. */
  pause(): void
  resume(): void
  /** Called once each, before anything can arrive. `closed` comes exactly once, whoever closed. */
  listen(on: { data(bytes: Uint8Array): void; drained(): void; closed(): void }): void
}
