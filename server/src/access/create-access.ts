import type { CloseName } from '@parley/protocol'
import { ByteSlab } from '../base/byte-slab.ts'
import type { Clock } from '../base/clock.ts'
import type { Compression } from '../base/crypto.ts'
import type { Log } from '../base/log.ts'
import type { Random } from '../base/random.ts'
import { TimingWheel } from '../base/timing-wheel.ts'
import type { CommandPort } from '../commands/port.ts'
import type { Outlet } from '../session/outlet.ts'
import { normalAddress } from './address.ts'
import { Admission } from './admission.ts'
import { closeFrame } from './connection/close-frame.ts'
import { Connection } from './connection/connection.ts'
import type { ConnectionHost } from './connection/connection-host.ts'
import { NodeOutlet } from './node-outlet.ts'
import { accessDefaults, type AccessSettings } from './settings.ts'
import { emptyStats, type AccessSnapshot, type LeaveReason, type Transport } from './stats.ts'
import type { ByteStream } from './stream.ts'

export interface AccessDeps {
  clock: Clock
  random: Pick<Random, 'unit'>
  compression: Compression
  log: Log
  commands: CommandPort
  settings?: Partial<AccessSettings>
  /** Names this node among others; one process is enough without. */
  node?: string
}

/** The connection side: bytes ↔ commands. Owns every connection of this node, on whatever transport. */
export interface Access {
  readonly outlet: Outlet
  /** Numbered pushes to these connections were dropped before they came here: their sessions are behind (R6). */
  markBehind(connections: readonly number[]): void
  readonly settings: AccessSettings
  /** Takes over a stream whose peer has just come from `address`. One too many gets TOO_MANY and is ended. */
  attach(stream: ByteStream, address: string, transport: Transport): void
  stats(): AccessSnapshot
  /**
   * Sends every connection away: answers in flight first, then DRAINING with delays spread over `windowMs`. New ones
   * are sent away at once. Resolves when all are gone.
   */
  drain(windowMs: number): Promise<void>
  /** Closes every connection now, with what is queued but without waiting for answers. Resolves when all are gone. */
  close(reason: CloseName, windowMs?: number): Promise<void>
  /** Resolves when no connection stands, at once where none does. */
  emptied(): Promise<void>
}

export function createAccess(deps: AccessDeps): Access {
  return new NodeAccess(deps)
}

class NodeAccess implements Access, ConnectionHost {
  readonly clock: Clock
  readonly compression: Compression
  readonly commands: CommandPort
  readonly settings: AccessSettings
  readonly wheel: TimingWheel
  readonly slab = new ByteSlab()
  readonly outlet: NodeOutlet
  /** The counters; `stats()` is their outside. */
  readonly #counts = emptyStats()
  readonly #random: Pick<Random, 'unit'>
  readonly #log: Log
  readonly #admission: Admission
  #lastNumber = 0
  /** Set while the node sends its connections away. */
  #leaving: { reason: CloseName; windowMs: number } | undefined = undefined
  #whenEmpty: (() => void)[] = []

  constructor(deps: AccessDeps) {
    this.clock = deps.clock
    this.compression = deps.compression
    this.commands = deps.commands
    this.settings = { ...accessDefaults, ...deps.settings }
    this.wheel = new TimingWheel(deps.clock)
    this.outlet = new NodeOutlet(deps.node ?? 'local', deps.clock)
    this.#random = deps.random
    this.#log = deps.log
    this.#admission = new Admission(this.settings)
  }

  get counts() {
    return this.#counts
  }

  attach(stream: ByteStream, address: string, transport: Transport): void {
    const from = normalAddress(address)
    if (this.#leaving !== undefined)
      return this.#turnAway(stream, this.#leaving.reason, this.#leaving.windowMs)
    if (!this.#admission.enter(from)) {
      this.#log.debug({ address: from, transport }, 'too many connections')
      return this.#turnAway(stream, 'TOO_MANY', turnAwayWindowMs)
    }
    this.#lastNumber += 1
    const connection = new Connection(this, stream, this.#lastNumber, from, transport)
    this.outlet.connections.set(connection.number, connection)
    this.#counts.connections[transport] += 1
    this.#counts.accepted[transport] += 1
    stream.listen(connection)
  }

  #turnAway(stream: ByteStream, reason: CloseName, windowMs: number): void {
    this.ending(reason)
    // NOTE no connection is made for it; the timer bounds how long its end of the wire may stand.
    const timer = this.clock.after(this.settings.lingerMs, () => stream.destroy())
    stream.listen({ data() {}, drained() {}, fault() {}, closed: () => timer.cancel() })
    stream.write(closeFrame(reason, this.#random.unit() * windowMs))
    stream.end(reason)
  }

  markBehind(connections: readonly number[]): void {
    this.outlet.markBehind(connections)
  }

  stats(): AccessSnapshot {
    let outboxBytes = 0
    for (const connection of this.outlet.connections.values()) outboxBytes += connection.outboxBytes
    const { connections, accepted, closes } = this.#counts
    return {
      ...this.#counts,
      connections: { ...connections },
      accepted: { ...accepted },
      closes: new Map(closes),
      greeting: this.#admission.greeting,
      outboxBytes,
    }
  }

  drain(windowMs: number): Promise<void> {
    this.#leaving = { reason: 'DRAINING', windowMs }
    for (const connection of this.outlet.connections.values())
      connection.drain(this.#random.unit() * windowMs)
    return this.emptied()
  }

  close(reason: CloseName, windowMs = 0): Promise<void> {
    this.#leaving = { reason, windowMs }
    for (const connection of this.outlet.connections.values())
      connection.close(reason, this.#random.unit() * windowMs)
    return this.emptied()
  }

  emptied(): Promise<void> {
    if (this.outlet.connections.size === 0) return Promise.resolve()
    return new Promise((resolve) => this.#whenEmpty.push(resolve))
  }

  // ---- the host of connections

  compressed(piece: Uint8Array): Uint8Array | undefined {
    if (piece.length < this.settings.compressBytesMin) return undefined
    const small = this.compression.deflate(piece)
    return small.length < piece.length ? small : undefined
  }

  written(frames: number, bytes: number): void {
    this.#counts.framesOut += frames
    this.#counts.bytesOut += bytes
  }

  touch(connection: Connection): void {
    this.outlet.touch(connection)
  }

  greeted(connection: Connection): void {
    connection.hasGreeted = true
    this.#admission.greeted(connection.address)
  }

  ending(reason: LeaveReason): void {
    this.#counts.closes.set(reason, (this.#counts.closes.get(reason) ?? 0) + 1)
  }

  gone(connection: Connection): void {
    this.outlet.connections.delete(connection.number)
    this.#counts.connections[connection.transport] -= 1
    this.#admission.leave(connection.address, connection.hasGreeted)
    if (this.outlet.connections.size > 0) return
    for (const resolve of this.#whenEmpty.splice(0)) resolve()
  }
}

/** Those turned away come back within this time, not all at once. */
const turnAwayWindowMs = 10_000
