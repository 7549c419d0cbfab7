import { frameFlags, frameKinds, readFrames, type Frame } from '@parley/protocol'
import type { CloseName } from '@parley/protocol'
import type { ByteStream, StreamListener } from '../../../server/src/access/stream.ts'
import { FrameCount } from './frame-count.ts'

/** Nothing that a server says is longer. */
const saidBytesMax = 2 ** 24

/** What a peer expects of a server whatever it says to it: each request is answered once, and an end is told. */
export class PeerLedger {
  readonly #sent = new FrameCount()
  #answered = 0
  #closeSaid = false
  #isCounted = true
  pongs = 0
  /** Frames of the last answers, for those who ask. */
  last: Frame | undefined = undefined

  sent(bytes: Uint8Array): void {
    this.#sent.add(bytes)
  }

  /** @throws FrameFault where the server says what is no frame. */
  heard(bytes: Uint8Array): void {
    for (const frame of readFrames(bytes, saidBytesMax)) {
      if (frame.kind === frameKinds.response) {
        if ((frame.flags & frameFlags.moreFollows) === 0) this.#answered += 1
        this.last = frame
      } else if (frame.kind === frameKinds.pong) this.pongs += 1
      else if (frame.kind === frameKinds.close) this.#closeSaid = true
    }
  }

  /** The transport has a way of its own to tell an end. */
  endTold(): void {
    this.#closeSaid = true
  }

  /** What was sent may be no frames: only its end is judged from now on. */
  uncounted(): void {
    this.#isCounted = false
  }

  /** @returns what is wrong with a peer that has nothing more to wait for; undefined: nothing. */
  wrong(hasEnded: boolean): string | undefined {
    if (hasEnded) return this.#closeSaid ? undefined : 'ended without a close frame'
    if (this.#closeSaid) return 'a close frame, and no end'
    const { requests } = this.#sent
    if (requests === this.#answered || !this.#isCounted) return undefined
    return `${requests} requests, ${this.#answered} answers`
  }
}

/** The client's end of a stream that a server holds, in the same process. */
export class ServerPeer implements ByteStream {
  readonly ledger = new PeerLedger()
  readonly queuedBytes = 0
  hasEnded = false
  bodyBytesMax = 0
  #on: StreamListener | undefined = undefined

  send(bytes: Uint8Array): void {
    if (this.hasEnded) return
    this.ledger.sent(bytes)
    this.#on?.data(bytes)
  }

  lost(): void {
    this.destroy()
  }

  listen(on: StreamListener): void {
    this.#on = on
  }

  write(bytes: Uint8Array): void {
    if (!this.hasEnded) this.ledger.heard(bytes)
  }

  end(_reason?: CloseName): void {
    this.destroy()
  }

  destroy(): void {
    if (this.hasEnded) return
    this.hasEnded = true
    this.#on?.closed()
    this.#on = undefined
  }

  pause(): void {}
  resume(): void {}

  allowBodies(bytesMax: number): void {
    this.bodyBytesMax = bytesMax
  }
}
