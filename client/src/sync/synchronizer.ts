import type { ReplyRead } from '@parley/protocol'
import type { SyncContext } from './context.ts'
import type { WriteBehind } from '../cache/write-behind.ts'
import type { Timer } from '../base/clock.ts'
import { backoffMs } from '../base/backoff.ts'
import { fromBase64, fromJsonBytes, jsonBytes, toBase64 } from '../base/bytes.ts'
import { toIMError } from '../base/im-error.ts'
import { sleep } from '../base/wait.ts'
import { call } from '../connection/calls.ts'

export interface SyncEvents {
  /** A sync begins: what is pushed from now on may be newer than its answer. */
  began(): void
  page(page: ReplyRead<'sync'>, isFull: boolean): void
  /** All pages of a full sync were given: what none of them named is gone. */
  fullDone(): void
  done(): void
  /** The store behind the server is another one: drop cache and cursors, keep the outbox. */
  generationChanged(): void
  failed(error: unknown): void
}

export const metaKey = 'meta/sync'
const entriesPerConversation = 20
/** As a last net a living session is synced this often, give or take. */
const everyMs = 5 * 60_000
const everyJitterMs = 60_000
/** Where something lags it is synced within this time, jittered; within twice the time where that did not help, and so on. */
const soonMs = 10_000

/** Brings the device up to date: one sync at a time, another right after when asked meanwhile (design: sync). */
export class Synchronizer {
  readonly #context: SyncContext
  readonly #writes: WriteBehind
  readonly #events: SyncEvents
  #token = ''
  #generation = ''
  #isDue = false
  #running: Promise<void> | undefined
  #timer: Timer | undefined
  /** When that is due. */
  #nextMs = 0
  /** How many of the last syncs came because something lagged. */
  #lags = 0
  #connection: AbortController | undefined
  /** A sync finished since this process began. */
  hasSynced = false

  constructor(context: SyncContext, writes: WriteBehind, events: SyncEvents) {
    this.#context = context
    this.#writes = writes
    this.#events = events
  }

  load(bytes: Uint8Array | undefined): void {
    const meta = fromJsonBytes(bytes)
    if (typeof meta !== 'object' || meta === null) return
    const { token, generation } = meta as { token?: unknown; generation?: unknown }
    if (typeof token !== 'string' || typeof generation !== 'string') return
    this.#token = token
    this.#generation = generation
  }

  /** A connection stands, and belongs to this generation of the store. */
  connected(generation: string): void {
    this.#connection?.abort()
    this.#connection = new AbortController()
    this.#lags = 0
    this.#meet(generation)
    this.due()
  }

  disconnected(): void {
    this.#connection?.abort()
    this.#connection = undefined
    this.#timer?.cancel()
    this.#isDue = false
  }

  /** Something may have been missed. */
  due(): void {
    this.#isDue = true
    if (this.#connection === undefined) return
    this.#running ??= this.#runAll(this.#connection.signal).finally(() => {
      this.#running = undefined
      if (this.#isDue && this.#connection !== undefined) this.due()
    })
  }

  /** The next sync is to come before long, but not before `retryAfterMs`. */
  soon(retryAfterMs: number): void {
    const { clock, random } = this.#context
    const delayMs = retryAfterMs + soonMs * 2 ** this.#lags * (0.5 + random.unit() / 2)
    if (this.#connection === undefined || clock.monotonicMs() + delayMs >= this.#nextMs) return
    this.#schedule(delayMs, this.#lags + 1)
  }

  forget(): void {
    this.#token = ''
    this.#generation = ''
    this.hasSynced = false
  }

  #meet(generation: string): void {
    if (generation === this.#generation) return
    if (this.#generation !== '') this.#events.generationChanged()
    this.#generation = generation
    this.#token = ''
    this.#save()
  }

  async #runAll(signal: AbortSignal): Promise<void> {
    for (let attempt = 0; this.#isDue && !signal.aborted;) {
      this.#isDue = false
      this.#events.began()
      try {
        await this.#runOnce(signal)
        attempt = 0
        if (signal.aborted) return
        this.hasSynced = true
        const jitterMs = (2 * this.#context.random.unit() - 1) * everyJitterMs
        this.#schedule(everyMs + jitterMs, 0)
        this.#events.done()
      } catch (thrown) {
        if (signal.aborted) return
        const error = toIMError(thrown)
        this.#events.failed(error)
        if (error.code === 'OFFLINE') return
        this.#isDue = true
        // NOTE an odd token must not end in a circle: from nothing next time.
        if (error.code === 'BAD_REQUEST') this.#token = ''
        const delayMs = backoffMs(
          this.#context.random,
          this.#context.backoff,
          attempt,
          error.retryAfterMs,
        )
        attempt += 1
        await sleep(this.#context.clock, delayMs, signal).catch(() => {})
      }
    }
  }

  async #runOnce(signal: AbortSignal): Promise<void> {
    const { session, limits } = this.#context
    const token = fromBase64(this.#token) ?? new Uint8Array()
    let page = new Uint8Array()
    let isFull = false
    for (;;) {
      const request = { token, page, entriesPerConversation, conversationsMax: 0 }
      const reply = await call(session, 'sync', request, { timeoutMs: limits.requestTimeoutMs })
      if (signal.aborted) return
      const generation = toBase64(reply.generation)
      if (generation !== this.#generation) {
        this.#meet(generation)
        this.#isDue = true
        // NOTE the answer to a token of another store: only one from nothing is of use.
        if (!reply.full) return
      }
      isFull ||= reply.full
      this.#events.page(reply, isFull)
      if (reply.nextPage.length > 0) {
        page = reply.nextPage.slice()
        continue
      }
      if (isFull) this.#events.fullDone()
      // NOTE given in the same turn as the data of its page: one atomic write holds both.
      this.#token = toBase64(reply.token)
      this.#save()
      return
    }
  }

  #save(): void {
    if (!this.#context.session.leads) return
    this.#writes.put(metaKey, jsonBytes({ token: this.#token, generation: this.#generation }))
  }

  #schedule(delayMs: number, lags: number): void {
    const { clock } = this.#context
    this.#timer?.cancel()
    this.#nextMs = clock.monotonicMs() + delayMs
    this.#timer = clock.after(delayMs, () => {
      this.#lags = lags
      this.due()
    })
  }
}
