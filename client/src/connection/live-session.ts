import { accountCommands, requestsInFlightMax, tokenBytes, type ReplyRead } from '@parley/protocol'
import type { Session, SessionEvents, SessionState, CallOptions } from './session.ts'
import type { TokenAsk } from './token.ts'
import { Emitter } from '../base/emitter.ts'
import { backoffMs } from '../base/backoff.ts'
import { fromBase64 } from '../base/bytes.ts'
import { IMError, toIMError } from '../base/im-error.ts'
import { abortable, sleep, within } from '../base/wait.ts'
import { decodeReply, encodeRequest } from './calls.ts'
import { loginFacts } from './login-facts.ts'
import { RequestQueue } from './request-queue.ts'
import { ServerTime } from './server-time.ts'
import { WireConnection, type ConnectionDeps, type ConnectionEnd } from './wire-connection.ts'

export interface LiveSessionOptions {
  urls: readonly string[]
  token(ask: TokenAsk): Promise<Uint8Array | string>
  client: string
  requestTimeoutMs: number
  connectTimeoutMs: number
  backoffMinMs: number
  backoffMaxMs: number
}

/** A connection that lasted this long ends a row of failures. */
const steadyMs = 60_000
const wakeIntervalMs = 1_000
/** Pushes that are kept until the login is answered. */
const earlyPushesMax = 256

/** A session over real connections: connects, logs in or resumes, and comes back by itself. */
export class LiveSession implements Session {
  readonly events = new Emitter<SessionEvents>()
  readonly leads = true
  beforeLeading: Session['beforeLeading'] = async () => {}
  readonly #deps: ConnectionDeps
  readonly #options: LiveSessionOptions
  readonly #time: ServerTime
  readonly #queue = new RequestQueue(requestsInFlightMax)
  #state: SessionState = { name: 'idle' }
  #run: AbortController | undefined
  #running: Promise<void> = Promise.resolve()
  #connection: WireConnection | undefined
  #resume: { session: number; key: Uint8Array } | undefined
  #urlIndex = 0
  #early: SessionEvents['pushed'][] = []
  #wakeUp: (() => void) | undefined
  #lastWakeMs = -Infinity

  constructor(deps: ConnectionDeps, options: LiveSessionOptions) {
    this.#deps = deps
    this.#options = options
    this.#time = new ServerTime(deps.clock)
  }

  get state(): SessionState {
    return this.#state
  }

  nowMs(): number {
    return this.#time.nowMs()
  }

  start(): void {
    if (this.#run !== undefined) return
    const run = new AbortController()
    this.#run = run
    this.#running = this.#stayConnected(run.signal).finally(() => {
      if (this.#run === run) this.#run = undefined
    })
  }

  async stop(): Promise<void> {
    const running = this.#running
    this.#run?.abort()
    this.#run = undefined
    this.#connection?.close(true)
    this.#resume = undefined
    this.#setState({ name: 'stopped' })
    await running
  }

  wake(): void {
    const nowMs = this.#deps.clock.monotonicMs()
    if (nowMs - this.#lastWakeMs < wakeIntervalMs) return
    this.#lastWakeMs = nowMs
    this.#wakeUp?.()
    this.#connection?.probe()
  }

  relogin(): void {
    this.#resume = undefined
    this.#connection?.close(false)
  }

  call(command: number, body: Uint8Array, options: CallOptions = {}): Promise<Uint8Array> {
    const { signal, timeoutMs = this.#options.requestTimeoutMs } = options
    const connection = this.#connection
    if (this.#state.name !== 'ready' || connection === undefined)
      return Promise.reject(new IMError('OFFLINE'))
    // NOTE not made at all: nobody would be there for its refusal.
    if (signal?.aborted) return Promise.reject(new IMError('ABORTED'))
    const reply = this.#queue.run(() => connection.call(command, body, timeoutMs))
    return signal === undefined
      ? reply
      : abortable(signal, (done) => {
          reply.then(done.resolve, done.reject)
          return () => {}
        })
  }

  note(command: number, body: Uint8Array): boolean {
    if (this.#state.name !== 'ready' || this.#connection === undefined) return false
    this.#connection.note(command, body)
    return true
  }

  #setState(state: SessionState): void {
    if (state.name === 'stopped' && this.#state.name === 'stopped') return
    this.#state = state
    this.events.emit('stateChanged', state)
  }

  async #stayConnected(signal: AbortSignal): Promise<void> {
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      this.#setState({ name: 'connecting' })
      const startedMs = this.#deps.clock.monotonicMs()
      const outcome = await this.#connectOnce(signal)
      if (signal.aborted) return
      if (outcome.goOn !== undefined) return this.#setState(outcome.goOn)
      this.#setState({ name: 'offline', error: outcome.error })
      if (outcome.wasReady && this.#deps.clock.monotonicMs() - startedMs >= steadyMs) attempt = 0
      const { backoffMinMs: minMs, backoffMaxMs: maxMs } = this.#options
      const delayMs = backoffMs(this.#deps.random, { minMs, maxMs }, attempt, outcome.delayMs)
      await this.#pause(delayMs, signal)
      // NOTE a server that says when to come is there: failures from before do not make a late one later still.
      if (outcome.delayMs > 0) attempt = -1
    }
  }

  /** Waits, unless wake() says that now is better. */
  async #pause(delayMs: number, signal: AbortSignal): Promise<void> {
    const woken = new AbortController()
    this.#wakeUp = () => woken.abort()
    const either = AbortSignal.any([signal, woken.signal])
    await sleep(this.#deps.clock, delayMs, either).catch(() => {})
    this.#wakeUp = undefined
  }

  /** From opening a connection to its end. Never rejects. */
  async #connectOnce(signal: AbortSignal): Promise<Outcome> {
    let hasEnded: (end: ConnectionEnd) => void = () => {}
    const ended = new Promise<ConnectionEnd>((resolve) => (hasEnded = resolve))
    const attempt = new AbortController()
    const either = AbortSignal.any([signal, attempt.signal])
    let connection: WireConnection | undefined
    try {
      const opening = WireConnection.open(
        this.#deps,
        this.#url(),
        this.#connectionEvents(hasEnded),
        either,
      )
      connection = await within(this.#deps.clock, opening, this.#options.connectTimeoutMs, signal)
      this.#connection = connection
      this.#early = []
      await within(
        this.#deps.clock,
        this.#logIn(connection, either),
        this.#options.connectTimeoutMs,
        signal,
      )
    } catch (thrown) {
      attempt.abort()
      const wasClosed = connection?.isOver === true
      connection?.close(false)
      this.#connection = undefined
      if (wasClosed && toIMError(thrown).code === 'OFFLINE')
        return this.#afterEnd(await ended, false)
      if (connection === undefined) this.#urlIndex += 1
      return afterRefusal(toIMError(thrown))
    }
    const end = await ended
    this.#connection = undefined
    return this.#afterEnd(end, true)
  }

  #url(): string {
    const { urls } = this.#options
    return urls[this.#urlIndex % urls.length] ?? ''
  }

  #connectionEvents(ended: (end: ConnectionEnd) => void) {
    return {
      pushed: (command: number, body: Uint8Array) => {
        // NOTE nothing is told of a session before its login is: that may change the generation.
        if (this.#state.name === 'ready') this.events.emit('pushed', { command, body })
        // NOTE a sync follows every login: it finds what is dropped here.
        else if (this.#early.length < earlyPushesMax) this.#early.push({ command, body })
      },
      behind: () => this.events.emit('behind', undefined),
      ended,
    }
  }

  #afterEnd(end: ConnectionEnd, wasReady: boolean): Outcome {
    const { reason, reconnect, delayMs } = end
    const error = new IMError('OFFLINE', reason === undefined ? undefined : `closed: ${reason}`)
    if (reconnect === 'never') {
      this.#resume = undefined
      return {
        goOn: { name: 'kicked', reason: reason ?? 'BYE', error: undefined },
        error,
        delayMs,
        wasReady,
      }
    }
    if (reconnect === 'login') this.#resume = undefined
    return { error, delayMs, wasReady }
  }

  async #logIn(connection: WireConnection, signal: AbortSignal): Promise<void> {
    const resumed = await this.#tryResume(connection)
    const reply = resumed ?? (await this.#loginByToken(connection, signal))
    if (connection.isOver) throw new IMError('OFFLINE')
    this.#resume = { session: reply.session, key: reply.resumeKey.slice() }
    this.#time.tell(reply.serverTimeMs)
    connection.keepAlive(reply.heartbeatMs, reply.limits?.pushAckMs || 5_000)
    this.#queue.limit = reply.limits?.requestsInFlightMax || requestsInFlightMax
    this.#setState({ name: 'ready', facts: loginFacts(reply) })
    const early = this.#early
    this.#early = []
    for (const push of early) this.events.emit('pushed', push)
  }

  async #tryResume(connection: WireConnection): Promise<ReplyRead<'login'> | undefined> {
    const resume = this.#resume
    if (resume === undefined) return undefined
    // NOTE the key works once: if the reply is lost, the next attempt logs in.
    this.#resume = undefined
    const request = { session: resume.session, resumeKey: resume.key, capabilities: 0 }
    try {
      return await this.#greet(
        connection,
        'resume',
        encodeRequest(accountCommands, 'resume', request),
      )
    } catch (thrown) {
      if (toIMError(thrown).code === 'OFFLINE') throw thrown
      return undefined
    }
  }

  async #loginByToken(
    connection: WireConnection,
    signal: AbortSignal,
  ): Promise<ReplyRead<'login'>> {
    const login = async (refused: boolean) => {
      const accessToken = await this.#askToken(refused, signal)
      const request = { accessToken, client: this.#options.client, capabilities: 0 }
      return this.#greet(connection, 'login', encodeRequest(accountCommands, 'login', request))
    }
    try {
      return await login(false)
    } catch (thrown) {
      if (toIMError(thrown).code !== 'TOKEN_INVALID') throw thrown
      return login(true)
    }
  }

  async #greet(connection: WireConnection, name: 'login' | 'resume', body: Uint8Array) {
    const timeoutMs = this.#options.connectTimeoutMs
    const reply = await connection.call(accountCommands[name].id, body, timeoutMs)
    return decodeReply(accountCommands, name, reply)
  }

  async #askToken(refused: boolean, signal: AbortSignal): Promise<Uint8Array> {
    const token = await this.#options.token({ refused, signal })
    const bytes = typeof token === 'string' ? fromBase64(token) : token
    if (bytes === undefined || bytes.length !== tokenBytes)
      throw new IMError('TOKEN_INVALID', `an access token has ${tokenBytes} bytes`)
    return bytes
  }
}

interface Outcome {
  /** A state that lasts: no further attempt. */
  goOn?: SessionState
  error: IMError
  delayMs: number
  wasReady: boolean
}

/** What follows from a login that was refused, or a connection that did not come about. */
function afterRefusal(error: IMError): Outcome {
  const outcome = { error, delayMs: error.retryAfterMs, wasReady: false }
  if (signedOutCodes.has(error.code)) return { ...outcome, goOn: { name: 'signedOut', error } }
  if (error.code === 'CLIENT_TOO_OLD' || error.code === 'UNSUPPORTED')
    return { ...outcome, goOn: { name: 'kicked', reason: 'VERSION', error } }
  return outcome
}

const signedOutCodes = new Set(['TOKEN_INVALID', 'BAD_CREDENTIALS', 'SIGNED_OUT'])
