import { setTimeout as sleep } from 'node:timers/promises'
import {
  commands,
  encodeFrame,
  emptyBody,
  errorName,
  frameFlags,
  frameKinds,
  pushes,
  uuidV7Minter,
  wire,
  type CommandName,
  type ErrorName,
  type Frame,
  type ReplyRead,
  type RequestInit,
} from '@parley/protocol'
import { nodeRandom } from '../../src/base/node/node-random.ts'
import type { WirePeer } from './wire-peer.ts'
import { ping, request } from './wire-world.ts'

export const mint = uuidV7Minter({
  nowMs: () => Date.now(),
  fill: (bytes) => nodeRandom.fill(bytes),
})

export type Outcome<N extends CommandName> =
  | { reply: ReplyRead<N> }
  | { error: ErrorName; retryAfterMs: number }

/** One device on one connection, as a client would speak: answers in any order, pushes acknowledged. */
export class ChatDevice {
  readonly peer: WirePeer
  /** Text of every entry that was pushed. */
  readonly pushed: string[] = []
  /** Refusals that asked to come again. */
  readonly passing: ErrorName[] = []
  account = 0
  session = 0
  epoch = 0
  device = 0
  resumeKey: Uint8Array = emptyBody
  accessToken: Uint8Array = emptyBody
  /** The last pong. */
  pong: { number: number; isBehind: boolean } | undefined
  isOver = false
  #lastNumber = 0
  #lastPush = 0
  readonly #waiting = new Map<number, (frame: Frame) => void>()
  #onPong: (() => void)[] = []

  constructor(peer: WirePeer) {
    this.peer = peer
    void this.#read()
  }

  async #read(): Promise<void> {
    try {
      for (;;) this.#take(await this.peer.next())
    } catch {
      this.isOver = true
      for (const [number, resolve] of this.#waiting)
        resolve({ kind: frameKinds.close, flags: 0, command: 0, number, body: emptyBody })
      for (const resolve of this.#onPong.splice(0)) resolve()
    }
  }

  #take(frame: Frame): void {
    if (frame.kind === frameKinds.response) {
      this.#waiting.get(frame.number)?.(frame)
      this.#waiting.delete(frame.number)
    } else if (frame.kind === frameKinds.pong) {
      const isBehind = (frame.flags & frameFlags.behind) !== 0
      this.pong = { number: frame.number, isBehind }
      for (const resolve of this.#onPong.splice(0)) resolve()
    } else if (frame.kind === frameKinds.push) {
      if (frame.number > 0) {
        this.#lastPush = frame.number
        this.peer.write(ping(this.#lastPush))
      }
      if (frame.command !== pushes.entry.id) return
      const { entry } = pushes.entry.body.decode(frame.body)
      this.pushed.push(wire.EntryBody.decode(entry?.body ?? emptyBody).text)
    }
  }

  /** Undefined when the connection ended instead of an answer. */
  async ask<N extends CommandName>(name: N, init: RequestInit<N>): Promise<Outcome<N> | undefined> {
    const row = commands[name]
    const body = (
      row.request as unknown as { encode(init: RequestInit<N>): { finish(): Uint8Array } }
    )
      .encode(init)
      .finish()
    this.#lastNumber += 1
    const number = this.#lastNumber
    const frame = await new Promise<Frame>((resolve) => {
      this.#waiting.set(number, resolve)
      this.peer.write(request(row.id, number, body))
    })
    if (frame.kind === frameKinds.close) return undefined
    if ((frame.flags & frameFlags.error) !== 0) {
      const { code, retryAfterMs } = wire.ErrorBody.decode(frame.body)
      return { error: errorName(code) ?? 'INTERNAL', retryAfterMs }
    }
    return { reply: row.reply.decode(frame.body) as unknown as ReplyRead<N> }
  }

  /** Asks again after each refusal that says so, as long as the connection stands. */
  async get<N extends CommandName>(name: N, init: RequestInit<N>): Promise<ReplyRead<N>> {
    for (;;) {
      const outcome = await this.ask(name, init)
      if (outcome === undefined) throw new Error(`the connection ended before ${name} was answered`)
      if ('reply' in outcome) return outcome.reply
      if (!passingErrors.has(outcome.error)) throw new Error(`${name}: ${outcome.error}`)
      this.passing.push(outcome.error)
      await sleep(outcome.retryAfterMs)
    }
  }

  async register(handle: string): Promise<void> {
    const made = await this.get('register', {
      ...{ handle, password: 'a good long password', requestKey: mint() },
      device: { deviceClass: wire.DeviceClass.DEVICE_CLASS_PC, name: 'a test' },
    })
    this.account = made.account
    this.accessToken = made.accessToken
    this.#opened(await this.get('login', { accessToken: made.accessToken, client: 'test/1' }))
  }

  /** Takes over the session of another connection. */
  async resume(former: ChatDevice): Promise<void> {
    const { session, resumeKey, account, accessToken } = former
    this.account = account
    this.accessToken = accessToken
    this.#opened(await this.get('resume', { session, resumeKey }))
  }

  #opened(login: ReplyRead<'login'>): void {
    this.session = login.session
    this.epoch = login.epoch
    this.resumeKey = login.resumeKey
    this.device = login.device
  }

  async send(account: number, text: string): Promise<ReplyRead<'send'>> {
    return this.get('send', {
      ...{ target: { account }, clientId: mint(), kind: wire.EntryKind.ENTRY_KIND_TEXT },
      body: wire.EntryBody.encode({ text }).finish(),
    })
  }

  /** Every text of the conversation with the account, in order; fails where a seq is missing. */
  async log(account: number): Promise<string[]> {
    const texts: string[] = []
    for (;;) {
      const from = texts.length + 1
      const page = await this.get('pull', { target: { account }, fromSeq: from, limit: 500 })
      for (const entry of page.entries) {
        if (entry.seq !== texts.length + 1) throw new Error(`seq ${entry.seq} is out of place`)
        texts.push(wire.EntryBody.decode(entry.body ?? emptyBody).text)
      }
      if (page.entries.length === 0) return texts
    }
  }

  async pinged(): Promise<{ number: number; isBehind: boolean }> {
    await new Promise<void>((resolve) => {
      this.#onPong.push(resolve)
      this.peer.write(ping(this.#lastPush))
    })
    if (this.pong === undefined || this.isOver) throw new Error('the connection ended')
    return this.pong
  }

  bye(): void {
    this.peer.write(
      encodeFrame({ kind: frameKinds.close, flags: 0, command: 0, number: 0, body: emptyBody }),
    )
  }
}

const passingErrors = new Set<ErrorName>(['RESTARTED', 'BUSY', 'RATE_LIMITED', 'ORDER_HELD'])
