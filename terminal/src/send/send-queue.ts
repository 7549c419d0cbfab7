import { idBackMs, uuidV7Minter, wire } from '@parley/protocol'
import {
  backoffMs,
  call,
  IMError,
  toIMError,
  type Clock,
  type Random,
  type Session,
  type Timer,
} from '../session/sdk.ts'
import type { Target } from '../session/find-target.ts'
import type { OutgoingLine } from './outgoing-line.ts'

export interface SendQueueDeps {
  session: Session
  clock: Clock
  random: Random
}

export interface SendQueueInput {
  /** The conversation to write to. */
  to: Target
  /** Give up when nothing was acknowledged for this long while something waits. */
  timeoutMs: number
}

/** How it ended, with what was not acknowledged. */
export interface SendEnd {
  readonly error: IMError
  readonly reason: 'refused' | 'timeout' | 'session'
  /** In order. Where one was refused it is the first. */
  readonly notAcked: readonly OutgoingLine[]
}

/** Sends that are under way at once. */
const windowMax = 32
const remintsMax = 3
const backoff = { minMs: 100, maxMs: 5_000 }

/**
 * Sends lines to one conversation in their order (R5): pipelined, each naming the one before it that is under way. After a
 * cut or a passing refusal everything unanswered goes again, with the same ids. The first final refusal ends it: what
 * came after it names it and is never stored.
 */
export class SendQueue {
  readonly #deps: SendQueueDeps
  readonly #input: SendQueueInput
  readonly #acked: (line: OutgoingLine) => void
  readonly #mint: () => Uint8Array
  readonly #unlisten: () => void
  #lines: OutgoingLine[] = []
  #failuresInRow = 0
  /** Nothing leaves until all under way are answered and the pause is over. */
  #rewind: { delayMs: number } | undefined
  #pause: Timer | undefined
  #patience: Timer | undefined
  /** Refused for good: those before it may still come through, those after it never leave. */
  #refusal: { line: OutgoingLine; error: IMError } | undefined
  #end: SendEnd | undefined
  #wake: (() => void)[] = []

  constructor(deps: SendQueueDeps, input: SendQueueInput, acked: (line: OutgoingLine) => void) {
    this.#deps = deps
    this.#input = input
    this.#acked = acked
    const { session, random } = deps
    const fill = (bytes: Uint8Array) => void random.fill(bytes)
    this.#mint = uuidV7Minter({ nowMs: () => session.nowMs(), fill }, idBackMs)
    this.#unlisten = session.events.on('stateChanged', (state) => {
      if (state.name === 'ready') this.#pump()
      if (state.name === 'signedOut' || state.name === 'kicked')
        this.#finish('session', state.error ?? new IMError(codeOf(state.name)))
    })
  }

  /** Resolves when there is room for the next one, or it has ended. */
  async room(): Promise<void> {
    while (this.#lines.length >= windowMax && !this.isOver) await this.#changed()
  }

  /** Resolves when everything is acknowledged, or it has ended. */
  async settled(): Promise<SendEnd | undefined> {
    while (this.#lines.length > 0 && this.#end === undefined) await this.#changed()
    return this.#end
  }

  /** Resolves when it has ended before everything was acknowledged. */
  async ended(): Promise<SendEnd> {
    while (this.#end === undefined) await this.#changed()
    return this.#end
  }

  /** Nothing more is taken. */
  get isOver(): boolean {
    return this.#end !== undefined || this.#refusal !== undefined
  }

  /** Read so far and not acknowledged. */
  get notAcked(): readonly OutgoingLine[] {
    return this.#lines.filter(({ state }) => state !== 'acked')
  }

  add(line: OutgoingLine): void {
    if (this.isOver) return
    if (this.#lines.length === 0) this.#hope()
    this.#lines.push(line)
    this.#pump()
  }

  close(): void {
    this.#unlisten()
    this.#pause?.cancel()
    this.#patience?.cancel()
  }

  #pump(): void {
    const { session } = this.#deps
    const isHeld = this.#rewind !== undefined || this.#pause !== undefined
    if (isHeld || this.#end !== undefined || session.state.name !== 'ready') return
    for (const line of this.#lines) {
      if (line === this.#refusal?.line) return
      if (line.state === 'waiting') this.#transmit(line)
    }
  }

  #transmit(line: OutgoingLine): void {
    const after = this.#before(line)
    line.clientId ??= this.#mint()
    line.state = 'underWay'
    line.attempts += 1
    const request = {
      target: this.#input.to,
      clientId: line.clientId,
      kind: wire.EntryKind.ENTRY_KIND_TEXT,
      body: line.body,
      refSeq: line.refSeq,
      after,
    }
    call(this.#deps.session, 'send', request).then(
      ({ conversation, seq, timeMs, duplicate }) => {
        line.state = 'acked'
        line.ack = { conversation, seq, timeMs, duplicate }
        this.#answered()
      },
      (thrown: unknown) => {
        line.state = 'waiting'
        this.#refused(line, toIMError(thrown))
        this.#answered()
      },
    )
  }

  /** The id of the nearest one before it that is under way. */
  #before(line: OutgoingLine): Uint8Array {
    const index = this.#lines.indexOf(line)
    const before = this.#lines.slice(0, index).findLast(({ state }) => state === 'underWay')
    return before?.clientId ?? new Uint8Array()
  }

  /** Acks are told in the order of the lines. */
  #answered(): void {
    if (this.#end !== undefined) return
    for (;;) {
      const [first] = this.#lines
      if (first?.state !== 'acked') break
      this.#lines.shift()
      this.#failuresInRow = 0
      this.#hope()
      this.#acked(first)
      this.#tell()
    }
    const isQuiet = this.#lines.every(({ state }) => state !== 'underWay')
    if (isQuiet && this.#refusal !== undefined && this.#lines[0] === this.#refusal.line)
      this.#finish('refused', this.#refusal.error)
    else if (this.#rewind !== undefined && isQuiet) this.#goAgain(this.#rewind.delayMs)
    else this.#pump()
  }

  #refused(line: OutgoingLine, error: IMError): void {
    // NOTE the connection ended: all of them go again with the next one.
    if (error.code === 'OFFLINE' || this.#end !== undefined) return
    const isFresh = line.attempts === 1 && !line.isGiven && line.reminted < remintsMax
    if (isFresh && (error.code === 'ID_AHEAD' || error.code === 'RETRY_TOO_OLD')) {
      // NOTE nothing was stored under it: a new id is safe. The clock it was made with is not.
      line.clientId = undefined
      line.attempts = 0
      line.reminted += 1
      this.#holdOn(0)
      this.#deps.session.relogin()
    } else if (error.retry === 'later') this.#holdOn(this.#delayMs(error))
    else if (error.retry === 'login') this.#deps.session.relogin()
    else this.#refuse(line, error)
  }

  /** Of several the first one counts. */
  #refuse(line: OutgoingLine, error: IMError): void {
    const lines = this.#lines
    const isFirst =
      this.#refusal === undefined || lines.indexOf(line) < lines.indexOf(this.#refusal.line)
    if (isFirst) this.#refusal = { line, error }
    this.#tell()
  }

  #delayMs(error: IMError): number {
    // NOTE held behind one that just passed on: at once.
    if (error.code === 'ORDER_HELD' && this.#failuresInRow === 0) return 0
    return backoffMs(this.#deps.random, backoff, this.#failuresInRow, error.retryAfterMs)
  }

  #holdOn(delayMs: number): void {
    this.#rewind = { delayMs: Math.max(delayMs, this.#rewind?.delayMs ?? 0) }
  }

  #goAgain(delayMs: number): void {
    this.#rewind = undefined
    this.#failuresInRow += 1
    this.#pause?.cancel()
    this.#pause = this.#deps.clock.after(delayMs, () => {
      this.#pause = undefined
      this.#pump()
    })
  }

  /** Patience begins anew with every ack. */
  #hope(): void {
    this.#patience?.cancel()
    this.#patience = this.#deps.clock.after(this.#input.timeoutMs, () => {
      if (this.#lines.length > 0) this.#finish('timeout', new IMError('TIMEOUT'))
    })
  }

  #finish(reason: SendEnd['reason'], error: IMError): void {
    if (this.#end !== undefined) return
    this.#end = { reason, error, notAcked: this.notAcked }
    this.close()
    this.#tell()
  }

  #changed(): Promise<void> {
    return new Promise((resolve) => void this.#wake.push(resolve))
  }

  #tell(): void {
    const wake = this.#wake
    this.#wake = []
    for (const resolve of wake) resolve()
  }
}

const codeOf = (state: 'signedOut' | 'kicked') => (state === 'kicked' ? 'KICKED' : 'SIGNED_OUT')
