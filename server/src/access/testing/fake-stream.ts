import { readFrames } from '@parley/protocol'
import type { CloseName, Frame } from '@parley/protocol'
import type { ByteStream, StreamListener } from '../stream.ts'

/** A stream whose peer is pumped by hand. What is written counts as taken by the network unless it is stuck. */
export class FakeStream implements ByteStream {
  readonly writes: Uint8Array[] = []
  queuedBytes = 0
  stuck = false
  paused = false
  ended: CloseName | boolean = false
  destroyed = false
  bodyBytesMax = 0
  on: StreamListener | undefined = undefined

  listen(on: StreamListener): void {
    this.on = on
  }

  write(bytes: Uint8Array): void {
    if (this.ended !== false || this.destroyed) return
    this.writes.push(bytes)
    if (this.stuck) this.queuedBytes += bytes.length
  }

  end(reason?: CloseName): void {
    this.ended = reason ?? true
    if (this.queuedBytes === 0) this.destroy()
  }

  destroy(): void {
    if (this.destroyed) return
    this.destroyed = true
    this.on?.closed()
  }

  pause(): void {
    this.paused = true
  }

  resume(): void {
    this.paused = false
  }

  allowBodies(bytesMax: number): void {
    this.bodyBytesMax = bytesMax
  }

  // ---- the peer's end

  receive(bytes: Uint8Array): void {
    this.on?.data(bytes)
  }

  /** The network takes everything. */
  drain(): void {
    this.queuedBytes = 0
    if (this.ended !== false) this.destroy()
    else this.on?.drained()
  }

  /** The frames written since the last call. */
  takeFrames(): Frame[] {
    return this.writes.splice(0).flatMap((bytes) => readFrames(bytes, 2 ** 24))
  }
}
