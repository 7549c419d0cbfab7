import {
  closeName,
  closes,
  frameFlags,
  frameHeaderBytes,
  frameKinds,
  FrameReader,
  reconnectFromNumber,
} from '@parley/protocol'
import { encodeFrame, frameBodyBytesMax, webSocketCloseBase, writeHeader } from '@parley/protocol'
import * as wire from '@parley/protocol/wire'
import type { CloseName, Frame, Reconnect } from '@parley/protocol'
import type { Clock, Timer } from '../base/clock.ts'
import type { Random } from '../base/random.ts'
import type { Link, Transport } from '../transport/transport.ts'
import { joinBytes } from '../base/bytes.ts'
import { errorFromBody, IMError } from '../base/im-error.ts'
import { deferred, throwIfAborted, type Deferred } from '../base/wait.ts'
import { Heartbeat } from './heartbeat.ts'

export interface ConnectionEnd {
  /** Undefined: it ended without a word. */
  reason: CloseName | undefined
  reconnect: Reconnect
  delayMs: number
}

export interface ConnectionEvents {
  pushed(command: number, body: Uint8Array): void
  behind(): void
  /** Exactly once; every open request has been rejected with OFFLINE before. */
  ended(end: ConnectionEnd): void
}

export interface ConnectionDeps {
  clock: Clock
  random: Random
  transport: Transport
}

/** A whole response, of however many frames. */
const responseBytesMax = 16 * 1024 * 1024
/** Frames are joined up to this size: one write is one message on a WebSocket. */
const writeBytesMax = 65_536
const requestIdMax = 2 ** 32 - 1

interface OpenRequest {
  done: Deferred<Uint8Array>
  parts: Uint8Array[]
  bytes: number
  timer: Timer | undefined
}

/** One connection: frames in and out, requests and their responses, heartbeat. */
export class WireConnection {
  readonly #clock: Clock
  readonly #events: ConnectionEvents
  readonly #reader = new FrameReader(frameBodyBytesMax)
  readonly #open = new Map<number, OpenRequest>()
  readonly #heartbeat: Heartbeat
  #link: Link | undefined
  #queue: Uint8Array[] = []
  #lastRequest = 0
  #isOver = false

  private constructor(deps: ConnectionDeps, events: ConnectionEvents) {
    this.#clock = deps.clock
    this.#events = events
    this.#heartbeat = new Heartbeat(deps, {
      ping: (number) => this.#write(frameKinds.ping, 0, number),
      behind: () => events.behind(),
      dead: () => this.#end({ reason: undefined, reconnect: 'after', delayMs: 0 }),
    })
  }

  /** @throws IMError CONNECT_FAILED, ABORTED */
  static async open(
    deps: ConnectionDeps,
    url: string,
    events: ConnectionEvents,
    signal: AbortSignal,
  ): Promise<WireConnection> {
    throwIfAborted(signal)
    const connection = new WireConnection(deps, events)
    try {
      const link = await deps.transport.open(
        url,
        {
          received: (bytes) => connection.#received(bytes),
          closed: (closeCode) => connection.#end(endFromStatus(closeCode)),
        },
        signal,
      )
      if (connection.#isOver) link.close()
      connection.#link = link
      connection.#flush()
      return connection
    } catch (thrown) {
      throwIfAborted(signal)
      throw thrown instanceof IMError ? thrown : new IMError('CONNECT_FAILED', String(thrown))
    }
  }

  get isOver(): boolean {
    return this.#isOver
  }

  call(command: number, body: Uint8Array, timeoutMs: number): Promise<Uint8Array> {
    if (this.#isOver) return Promise.reject(new IMError('OFFLINE'))
    const id = this.#nextRequest()
    const request: OpenRequest = { done: deferred(), parts: [], bytes: 0, timer: undefined }
    // NOTE the id stays taken after a time-out: a late response must not answer another request.
    request.timer = this.#clock.after(timeoutMs, () => request.done.reject(new IMError('TIMEOUT')))
    this.#open.set(id, request)
    this.#write(frameKinds.request, command, id, body)
    return request.done.promise
  }

  note(command: number, body: Uint8Array): void {
    this.#write(frameKinds.oneWay, command, 0, body)
  }

  /** After login: pings from now on. */
  keepAlive(heartbeatMs: number, pushAckMs: number): void {
    if (!this.#isOver) this.#heartbeat.start(heartbeatMs, pushAckMs)
  }

  /** Pings now; the connection ends when nothing comes back soon. */
  probe(): void {
    if (!this.#isOver) this.#heartbeat.probe()
  }

  /** Ends it. With `bye` the session ends too. */
  close(bye: boolean): void {
    if (this.#isOver) return
    if (bye) {
      const body = wire.CloseBody.encode({ code: closes.BYE.code, name: 'BYE' }).finish()
      this.#write(frameKinds.close, 0, 0, body)
    }
    this.#end({ reason: undefined, reconnect: 'after', delayMs: 0 })
  }

  #nextRequest(): number {
    do this.#lastRequest = this.#lastRequest >= requestIdMax ? 1 : this.#lastRequest + 1
    while (this.#open.has(this.#lastRequest))
    return this.#lastRequest
  }

  #write(kind: Frame['kind'], command: number, number: number, body?: Uint8Array): void {
    if (this.#isOver) return
    if (this.#queue.length === 0) queueMicrotask(() => this.#flush())
    if (body === undefined) {
      const bytes = new Uint8Array(frameHeaderBytes)
      writeHeader(bytes, 0, kind, 0, command, number, 0)
      this.#queue.push(bytes)
    } else this.#queue.push(encodeFrame({ kind, flags: 0, command, number, body }))
  }

  /** Everything of one turn leaves in few writes, each of whole frames. */
  #flush(): void {
    if (this.#link === undefined) return
    const queue = this.#queue
    this.#queue = []
    let parts: Uint8Array[] = []
    let bytes = 0
    for (const frame of queue) {
      if (bytes > 0 && bytes + frame.length > writeBytesMax) {
        this.#link.write(joinBytes(parts))
        parts = []
        bytes = 0
      }
      parts.push(frame)
      bytes += frame.length
    }
    const [only] = parts
    if (only !== undefined) this.#link.write(parts.length === 1 ? only : joinBytes(parts))
  }

  #received(bytes: Uint8Array): void {
    if (this.#isOver) return
    this.#heartbeat.heard()
    try {
      this.#reader.read(bytes, (frame) => {
        if (!this.#isOver) this.#take(frame)
      })
    } catch {
      // NOTE bytes that are no frame, or a body that does not parse: start over on a fresh connection.
      this.#end({ reason: undefined, reconnect: 'after', delayMs: 0 })
    }
  }

  #take(frame: Frame): void {
    if ((frame.flags & frameFlags.compressed) !== 0) throw new IMError('UNSUPPORTED')
    switch (frame.kind) {
      case frameKinds.response:
        return this.#respond(frame)
      case frameKinds.push:
        if (frame.number > 0) this.#heartbeat.pushed(frame.number)
        return this.#events.pushed(frame.command, frame.body)
      case frameKinds.pong:
        return this.#heartbeat.ponged(frame.number, (frame.flags & frameFlags.behind) !== 0)
      case frameKinds.close:
        return this.#end(endFromBody(frame.body))
      default:
        throw new IMError('UNSUPPORTED')
    }
  }

  #respond(frame: Frame): void {
    const request = this.#open.get(frame.number)
    if (request === undefined) return
    request.parts.push(frame.body)
    request.bytes += frame.body.length
    if (request.bytes > responseBytesMax) throw new IMError('TOO_LARGE')
    if ((frame.flags & frameFlags.moreFollows) !== 0) return
    this.#open.delete(frame.number)
    request.timer?.cancel()
    const [only] = request.parts
    const body = request.parts.length === 1 && only !== undefined ? only : joinBytes(request.parts)
    if ((frame.flags & frameFlags.error) === 0) request.done.resolve(body)
    else request.done.reject(errorFromBody(wire.ErrorBody.decode(body)))
  }

  #end(end: ConnectionEnd): void {
    if (this.#isOver) return
    this.#flush()
    this.#isOver = true
    this.#heartbeat.stop()
    this.#link?.close()
    for (const request of this.#open.values()) {
      request.timer?.cancel()
      request.done.reject(new IMError('OFFLINE'))
    }
    this.#open.clear()
    this.#events.ended(end)
  }
}

function endFromBody(bytes: Uint8Array): ConnectionEnd {
  const body = wire.CloseBody.decode(bytes)
  const reason = closeName(body.code)
  return {
    reason: reason ?? 'INTERNAL',
    reconnect: reconnectFromNumber(body.reconnect),
    delayMs: body.delayMs,
  }
}

function endFromStatus(status: number | undefined): ConnectionEnd {
  const reason = status === undefined ? undefined : closeName(status - webSocketCloseBase)
  return {
    reason,
    reconnect: reason === undefined ? 'after' : closes[reason].reconnect,
    delayMs: 0,
  }
}
