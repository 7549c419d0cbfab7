import { closes, type CloseName } from '@parley/protocol'
import type { Outlet } from '../session/outlet.ts'
import type { SessionId } from '../session/session.ts'
import { linkTypes } from './format.ts'
import type { FrameWriter } from './frame-writer.ts'
import type { LinkSettings } from './settings.ts'

type OutletLimits = Pick<LinkSettings, 'pushBytesMax' | 'pushConnectionsMax'>

/**
 * The way to the connections of another process. A push crosses once, whoever many of its connections get it. While that
 * process does not read, pushes are dropped here, and their connections are told to it as behind once it does (R6.b).
 */
export class LinkOutlet implements Outlet {
  readonly node: string
  readonly #writer: FrameWriter
  readonly #limits: OutletLimits
  readonly #behind = new Set<number>()
  /** How many questions about a session are not answered. */
  readonly #doubted = new Map<SessionId, number>()
  #closed = false
  /** Pushes that were dropped here. */
  dropped = 0

  constructor(node: string, writer: FrameWriter, limits: OutletLimits) {
    this.node = node
    this.#writer = writer
    this.#limits = limits
  }

  push(connections: readonly number[], command: number, body: Uint8Array, lossy: boolean): void {
    if (this.#closed) return
    const { pushBytesMax, pushConnectionsMax } = this.#limits
    const bytes = body.length + 4 * connections.length
    if (this.#writer.queuedBytes + bytes > pushBytesMax) {
      this.dropped += connections.length
      if (!lossy) for (const connection of connections) this.#behind.add(connection)
      return
    }
    this.tellBehind()
    for (let at = 0; at < connections.length; at += pushConnectionsMax) {
      const some = at === 0 && connections.length <= pushConnectionsMax
      const part = some ? connections : connections.slice(at, at + pushConnectionsMax)
      this.#writer.begin(linkTypes.push, 2 + 1 + 4 + 4 * part.length + body.length)
      this.#writer
        .u16(command)
        .u8(lossy ? 1 : 0)
        .u32(part.length)
      for (const connection of part) this.#writer.u32(connection)
      this.#writer.bytes(body).end()
    }
  }

  close(connection: number, reason: CloseName, delayMs = 0): void {
    if (this.#closed) return
    this.#writer
      .begin(linkTypes.close, 4 + 1 + 4)
      .u32(connection)
      .u8(closes[reason].code)
      .u32(Math.round(delayMs))
      .end()
  }

  /** Names those whose pushes were dropped, as soon as the process reads again. */
  tellBehind(): void {
    if (this.#behind.size === 0 || this.#closed) return
    if (this.#writer.queuedBytes > this.#limits.pushBytesMax / 2) return
    const all = [...this.#behind]
    this.#behind.clear()
    for (let at = 0; at < all.length; at += this.#limits.pushConnectionsMax) {
      const part = all.slice(at, at + this.#limits.pushConnectionsMax)
      this.#writer.begin(linkTypes.behind, 4 * part.length)
      for (const connection of part) this.#writer.u32(connection)
      this.#writer.end()
    }
  }

  /** Its device has come by another way: what it gave here before that is not to be done any more. */
  doubt(session: SessionId, epoch: number): void {
    if (this.#closed) return
    this.#doubted.set(session, (this.#doubted.get(session) ?? 0) + 1)
    this.#writer
      .begin(linkTypes.ask, 8 + 4)
      .id(session)
      .u32(epoch)
      .end()
  }

  /** Its connection stands: what comes from here on was given after the question. */
  stands(session: SessionId): void {
    const left = (this.#doubted.get(session) ?? 0) - 1
    if (left > 0) this.#doubted.set(session, left)
    else this.#doubted.delete(session)
  }

  /** Its connection is gone, with all that it gave: no question about it is of use any more. */
  gone(session: SessionId): void {
    this.#doubted.delete(session)
  }

  isDoubted(session: SessionId): boolean {
    return this.#doubted.has(session)
  }

  end(): void {
    this.#closed = true
    this.#behind.clear()
  }
}
