import {
  commands,
  encodeFrame,
  emptyBody,
  frameFlags,
  frameKinds,
  FrameReader,
  notes,
  wire,
  type CommandName,
  type Frame,
  type NoteInit,
  type NoteName,
  type ReplyRead,
  type RequestInit,
} from '@parley/protocol'
import { accessToken } from '../lab/accounts.ts'
import type { Endpoint } from './endpoint.ts'
import { openWireSocket, type WireSocket } from './wire-socket.ts'

const bodyBytesMax = 2 ** 24
/** Pushes are acknowledged this often; the server waits twice as long. */
const pingEveryMs = 4_000
/** Of the time within which the server wants to hear of a client. */
const heartbeatShare = 0.9

interface Codec {
  encode(message: unknown): { finish(): Uint8Array }
  decode(bytes: Uint8Array): unknown
}

/** A lean client: frames, requests by number, and one write for all that is said in one turn. */
export class Peer {
  readonly user: number
  readonly #device: number
  onPush: (command: number, body: Uint8Array) => void = () => {}
  /** Called after the frames of one read were taken. */
  onRead: () => void = () => {}
  onClosed: () => void = () => {}
  readonly #socket: WireSocket
  readonly #reader = new FrameReader(bodyBytesMax)
  readonly #opened = Promise.withResolvers<void>()
  readonly #waiting = new Map<number, { take(frame: Frame): void; gone(fault: Error): void }>()
  readonly #pieces = new Map<number, Uint8Array[]>()
  #out: Uint8Array[] = []
  /** What the server said when it ended the connection. */
  #closedAs = ''
  #ended: Error | undefined
  #isReading = false
  #lastRequest = 0
  #lastPush = 0
  #ackedPush = 0
  #pingedMs = performance.now()
  #heartbeatMs = pingEveryMs

  /** @param device 0 for the one that every account has. */
  constructor(endpoint: Endpoint, user: number, device = 0) {
    this.user = user
    this.#device = device
    this.#opened.promise.catch(() => {})
    this.#socket = openWireSocket(endpoint, {
      open: () => this.#opened.resolve(),
      data: (bytes) => this.#read(bytes),
      closed: () => this.#closed(),
    })
  }

  /** Resolves when the transport stands. */
  get opened(): Promise<void> {
    return this.#opened.promise
  }

  async login(): Promise<void> {
    await this.opened
    const token = accessToken(this.user, this.#device)
    const reply = await this.ask('login', { accessToken: token, client: 'parley-bench/0.1.0' })
    this.#heartbeatMs = heartbeatShare * reply.heartbeatMs
  }

  async ask<N extends CommandName>(name: N, init: RequestInit<N>): Promise<ReplyRead<N>> {
    const { request, reply } = commands[name] as unknown as { request: Codec; reply: Codec }
    const body = await this.askBody(commands[name].id, request.encode(init).finish())
    return reply.decode(body) as ReplyRead<N>
  }

  /** @throws Error with the name of a refusal. */
  askBody(command: number, body: Uint8Array): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      this.request(command, body, {
        take: (frame) => {
          if ((frame.flags & frameFlags.error) === 0) resolve(this.#whole(frame))
          else reject(new Error(wire.ErrorBody.decode(frame.body).name))
        },
        gone: reject,
      })
    })
  }

  /** One of `on` is called, even where the connection has ended before. */
  request(
    command: number,
    body: Uint8Array,
    on: { take(frame: Frame): void; gone(fault: Error): void },
  ): void {
    const ended = this.#ended
    if (ended !== undefined) {
      // NOTE not in this turn: who then asks again may not keep timers from running.
      setImmediate(() => on.gone(ended))
      return
    }
    this.#lastRequest += 1
    const number = this.#lastRequest
    this.#waiting.set(number, on)
    this.#write(encodeFrame({ kind: frameKinds.request, flags: 0, command, number, body }))
  }

  note<N extends NoteName>(name: N, init: NoteInit<N>): void {
    const { id, body: codec } = notes[name] as unknown as { id: number; body: Codec }
    const body = codec.encode(init).finish()
    this.#write(encodeFrame({ kind: frameKinds.oneWay, flags: 0, command: id, number: 0, body }))
  }

  /** As a client has to: acknowledges pushes in time, and is heard of. */
  keepAlive(nowMs: number): void {
    const sinceMs = nowMs - this.#pingedMs
    const owes = this.#lastPush !== this.#ackedPush
    if (sinceMs < (owes ? pingEveryMs : this.#heartbeatMs)) return
    this.#pingedMs = nowMs
    this.#ackedPush = this.#lastPush
    const number = this.#lastPush
    this.#write(
      encodeFrame({ kind: frameKinds.ping, flags: 0, command: 0, number, body: emptyBody }),
    )
  }

  destroy(): void {
    this.onClosed = () => {}
    this.#socket.destroy()
  }

  #write(bytes: Uint8Array): void {
    if (this.#isReading) this.#out.push(bytes)
    else this.#socket.write(bytes)
  }

  #read(bytes: Uint8Array): void {
    this.#isReading = true
    this.#reader.read(bytes, (frame) => this.#take(frame))
    this.onRead()
    this.#isReading = false
    const out = this.#out
    if (out.length === 0) return
    this.#out = []
    this.#socket.write(out.length === 1 && out[0] !== undefined ? out[0] : Buffer.concat(out))
  }

  #take(frame: Frame): void {
    switch (frame.kind) {
      case frameKinds.push:
        if (frame.number > 0) this.#lastPush = frame.number
        return this.onPush(frame.command, frame.body)
      case frameKinds.response: {
        if ((frame.flags & frameFlags.moreFollows) !== 0) {
          const pieces = this.#pieces.get(frame.number)
          if (pieces === undefined) this.#pieces.set(frame.number, [frame.body])
          else pieces.push(frame.body)
          return
        }
        const waiting = this.#waiting.get(frame.number)
        this.#waiting.delete(frame.number)
        return waiting?.take(frame)
      }
      case frameKinds.close:
        this.#closedAs = ` as ${wire.CloseBody.decode(frame.body).name}`
        this.#socket.destroy()
        return
      default:
    }
  }

  #whole(frame: Frame): Uint8Array {
    const pieces = this.#pieces.get(frame.number)
    this.#pieces.delete(frame.number)
    return pieces === undefined ? frame.body : Buffer.concat([...pieces, frame.body])
  }

  #closed(): void {
    const fault = new Error(`the connection of user ${this.user} ended${this.#closedAs}`)
    this.#ended = fault
    this.#opened.reject(fault)
    for (const { gone } of this.#waiting.values()) gone(fault)
    this.#waiting.clear()
    this.onClosed()
  }
}
