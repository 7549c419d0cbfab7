import { frameFlags, frameHeaderBytes, frameKinds } from '@parley/protocol'
import type { Answer } from '../../commands/port.ts'
import type { ByteStream } from '../stream.ts'
import { pongFrame } from './close-frame.ts'
import type { ConnectionHost } from './connection-host.ts'
import { Outbox } from './outbox.ts'
import { PushLedger } from './push-ledger.ts'

/** How an answer may travel. Those to greetings stay whole and plain: nothing is agreed yet. */
export type AnswerStyle = 'plain' | 'pieces' | 'compressedPieces'

/**
 * Everything on its way to one peer: answers, pushes with their numbers, and how well the peer takes it.
 * A peer that does not read is held back: reading from it stops until half of its outbox has gone.
 */
export class Downlink {
  readonly #host: ConnectionHost
  readonly #stream: ByteStream
  readonly #outbox: Outbox
  #pushes: PushLedger | undefined = undefined
  /** When reading was stopped, or the full outbox last moved; −1: reading goes on. */
  #heldBackMs = -1

  constructor(host: ConnectionHost, stream: ByteStream) {
    this.#host = host
    this.#stream = stream
    this.#outbox = new Outbox(stream)
  }

  get bytes(): number {
    return this.#outbox.bytes
  }

  get isEmpty(): boolean {
    return this.#outbox.isEmpty
  }

  /** Numbered pushes that were dropped until now. */
  get drops(): number {
    return this.#pushes?.drops ?? 0
  }

  respond(command: number, number: number, answer: Answer, style: AnswerStyle): void {
    const flags = answer.ok ? 0 : frameFlags.error
    const mayCompress = style === 'compressedPieces'
    if (style !== 'plain' && answer.body.length > this.#host.settings.bulkBytesMin)
      return this.#outbox.addBulk(command, number, flags, answer.body, mayCompress)
    const small = mayCompress ? this.#host.compressed(answer.body) : undefined
    const compressed = small === undefined ? 0 : frameFlags.compressed
    this.#outbox.addLive({
      kind: frameKinds.response,
      flags: flags | compressed,
      command,
      number,
      body: small ?? answer.body,
    })
  }

  pong(): void {
    const flags = this.#pushes?.behind === true ? frameFlags.behind : 0
    this.#outbox.addLive(pongFrame(this.#pushes?.sent ?? 0, flags))
  }

  /** @returns whether it was queued; else the outbox is over its mark, and a numbered push used up its number (R6). */
  push(command: number, body: Uint8Array, lossy: boolean, nowMs: number): boolean {
    const size = frameHeaderBytes + body.length
    if (this.#outbox.liveBytes + size > this.#host.settings.outboxBytesMax) {
      this.drop(lossy)
      return false
    }
    let number = 0
    if (!lossy) {
      this.#pushes ??= new PushLedger()
      number = this.#pushes.write(nowMs)
    }
    this.#outbox.addLive({ kind: frameKinds.push, flags: 0, command, number, body })
    return true
  }

  drop(lossy: boolean): void {
    if (lossy) {
      this.#host.counts.lossyDropped += 1
      return
    }
    this.#host.counts.pushesDropped += 1
    this.#pushes ??= new PushLedger()
    this.#pushes.drop()
  }

  acknowledge(lastReceived: number, nowMs: number): void {
    this.#pushes?.acknowledge(lastReceived, nowMs)
  }

  synced(drops: number): void {
    this.#pushes?.synced(drops)
  }

  /** When an acknowledgement is due; undefined while none is waited for (R7). */
  get ackDueMs(): number | undefined {
    const { pushAckMs, pushAckGraceMs } = this.#host.settings
    return this.#pushes?.ackDueMs(pushAckMs + pushAckGraceMs)
  }

  /** When a peer that is held back has not moved for too long; undefined while reading goes on. */
  get stuckMs(): number | undefined {
    return this.#heldBackMs < 0 ? undefined : this.#heldBackMs + this.#host.settings.stuckMs
  }

  holdBack(nowMs: number): void {
    this.#heldBackMs = nowMs
    this.#stream.pause()
  }

  /** The network took everything that it had been given. */
  moved(nowMs: number): void {
    if (this.#heldBackMs >= 0) this.#heldBackMs = nowMs
  }

  readOn(): void {
    if (this.#heldBackMs < 0) return
    this.#heldBackMs = -1
    this.#stream.resume()
  }

  /** Writes what the network takes. @returns true when more can be written at once. */
  flush(): boolean {
    return this.#outbox.flush(this.#host, this.#host.settings.bulkBytesMin)
  }

  dropBulk(): void {
    this.#outbox.dropBulk()
  }

  clear(): void {
    this.#outbox.clear()
  }
}
