import { presenceCommands, presenceSubscriptionsMax } from '@parley/protocol'
import * as wire from '@parley/protocol/wire'
import type { CloseName } from '@parley/protocol'
import type { Clock, Timer } from '../base/clock.ts'
import type { CallOptions, Session, SessionEvents, SessionState } from './session.ts'
import type { PlainError, PlainState, TabChannel, TabLocks, TabMessage } from './tabs.ts'
import { Emitter } from '../base/emitter.ts'
import { IMError, toIMError } from '../base/im-error.ts'
import { abortable, deferred, type Deferred } from '../base/wait.ts'

export interface SharedSessionDeps {
  clock: Clock
  channel: TabChannel
  locks: TabLocks
  /** Names this tab. */
  tab: string
  /** A session with connections of its own, for when this tab leads. */
  live(): Session
  requestTimeoutMs: number
}

/** A leader that does not answer in this time is taken for dead. */
const answerTimeoutMs = 3_000
/** How much longer than its own time-out a call through another tab waits for any answer. */
const callSlackMs = 2_000

/**
 * One session for all tabs of an account: the one that holds the lock leads and has the connection, the others go
 * through it. When it dies the lock passes on, and the next one connects.
 */
export class SharedSession implements Session {
  readonly events = new Emitter<SessionEvents>()
  beforeLeading: Session['beforeLeading'] = async () => {}
  readonly #deps: SharedSessionDeps
  readonly #calls = new Map<number, { done: Deferred<Uint8Array>; timer: Timer }>()
  readonly #watched = new Map<string, readonly number[]>()
  #state: SessionState = { name: 'idle' }
  #live: Session | undefined
  #leader = ''
  #told: { serverMs: number; atMs: number } | undefined
  #lastCall = 0
  #life: AbortController | undefined
  #release: () => void = () => {}
  #unlisten: (() => void) | undefined
  #answer: Timer | undefined
  /** Has the lock, and does not lead yet. */
  #isTakingOver = false

  constructor(deps: SharedSessionDeps) {
    this.#deps = deps
  }

  get state(): SessionState {
    return this.#state
  }

  get leads(): boolean {
    return this.#live !== undefined
  }

  nowMs(): number {
    if (this.#live !== undefined) return this.#live.nowMs()
    const { clock } = this.#deps
    return this.#told === undefined
      ? clock.wallMs()
      : this.#told.serverMs + clock.monotonicMs() - this.#told.atMs
  }

  start(): void {
    if (this.#life === undefined) {
      this.#life = new AbortController()
      this.#unlisten = this.#deps.channel.listen((message) => this.#hear(message))
      this.#set({ name: 'connecting' })
      this.#queueForLead(false)
      this.#deps.channel.post({ type: 'hello', tab: this.#deps.tab })
      this.#expectAnswer()
    } else if (this.#live !== undefined) this.#live.start()
    else this.#deps.channel.post({ type: 'start' })
  }

  async stop(): Promise<void> {
    if (this.#life === undefined) return this.#set({ name: 'stopped' })
    this.#life.abort()
    this.#life = undefined
    this.#unlisten?.()
    this.#answer?.cancel()
    this.#deps.channel.post({ type: 'gone', tab: this.#deps.tab })
    this.#failCalls()
    const live = this.#live
    this.#live = undefined
    this.#set({ name: 'stopped' })
    await live?.stop()
    this.#release()
  }

  wake(): void {
    if (this.#live !== undefined) return this.#live.wake()
    this.#deps.channel.post({ type: 'wake' })
    this.#ask()
  }

  relogin(): void {
    if (this.#live !== undefined) this.#live.relogin()
    else this.#deps.channel.post({ type: 'relogin' })
  }

  /** This account left: the other tabs hear it. */
  signedOut(): void {
    this.#deps.channel.post({ type: 'signedOut' })
  }

  call(command: number, body: Uint8Array, options: CallOptions = {}): Promise<Uint8Array> {
    const live = this.#live
    if (live !== undefined)
      return live.call(command, this.#united(this.#deps.tab, command, body), options)
    if (this.#state.name !== 'ready') return Promise.reject(new IMError('OFFLINE'))
    const id = ++this.#lastCall
    const { signal, timeoutMs } = options
    const done = deferred<Uint8Array>()
    const waitMs = (timeoutMs ?? this.#deps.requestTimeoutMs) + callSlackMs
    const timer = this.#deps.clock.after(waitMs, () => {
      this.#settle(id, (one) => one.reject(new IMError('TIMEOUT')))
      this.#ask()
    })
    this.#calls.set(id, { done, timer })
    this.#deps.channel.post({ type: 'call', tab: this.#deps.tab, id, command, body, timeoutMs })
    return signal === undefined
      ? done.promise
      : abortable(signal, (either) => {
          done.promise.then(either.resolve, either.reject)
          return () => {}
        })
  }

  note(command: number, body: Uint8Array): boolean {
    if (this.#live !== undefined) return this.#live.note(command, body)
    if (this.#state.name !== 'ready') return false
    this.#deps.channel.post({ type: 'note', command, body })
    return true
  }

  #set(state: SessionState): void {
    this.#state = state
    this.events.emit('stateChanged', state)
  }

  #queueForLead(steal: boolean): void {
    const life = this.#life
    if (life === undefined) return
    const { signal } = life
    this.#deps.locks
      .hold({ signal, steal }, (lost) => this.#lead(signal, lost))
      .catch(() => {})
      .finally(() => {
        // NOTE taken by another tab: stand in line again.
        if (!signal.aborted && this.#live === undefined) this.#queueForLead(false)
      })
  }

  /** Leads until stopped, or until another tab took the lock by force. */
  async #lead(signal: AbortSignal, lost: AbortSignal): Promise<void> {
    this.#isTakingOver = true
    this.#answer?.cancel()
    this.#answer = undefined
    this.#failCalls()
    await this.beforeLeading().finally(() => (this.#isTakingOver = false))
    if (signal.aborted || lost.aborted) return
    const live = this.#deps.live()
    this.#live = live
    this.#leader = this.#deps.tab
    this.#watched.clear()
    this.events.emit('roleChanged', true)
    const removers = [
      live.events.on('stateChanged', (state) => {
        this.#tellState(state)
        if (this.#live === live) this.#set(state)
      }),
      live.events.on('pushed', (push) => {
        this.#deps.channel.post({ type: 'push', leader: this.#deps.tab, ...push })
        this.events.emit('pushed', push)
      }),
      live.events.on('behind', () => {
        this.#deps.channel.post({ type: 'behind', leader: this.#deps.tab })
        this.events.emit('behind', undefined)
      }),
    ]
    live.start()
    const ended = new Promise<void>((resolve) => (this.#release = resolve))
    await Promise.race([ended, aborted(lost)])
    for (const remove of removers) remove()
    if (lost.aborted && this.#live === live) {
      this.#live = undefined
      this.events.emit('roleChanged', false)
      this.#set({ name: 'connecting' })
      await live.stop()
    }
  }

  #tellState(state: SessionState): void {
    // NOTE the others stand in line for the lock: a stopped leader is on its way out.
    if (state.name === 'idle' || state.name === 'stopped') return
    const serverNowMs = this.nowMs()
    this.#deps.channel.post({
      type: 'state',
      leader: this.#deps.tab,
      state: plain(state),
      serverNowMs,
    })
  }

  #hear(message: TabMessage): void {
    if (this.#live === undefined) this.#hearAsFollower(message)
    else this.#hearAsLeader(message, this.#live)
  }

  #hearAsLeader(message: TabMessage, live: Session): void {
    switch (message.type) {
      case 'hello':
      case 'ask':
        return this.#tellState(live.state)
      case 'gone':
        return void this.#watched.delete(message.tab)
      case 'call':
        return this.#answerCall(message, live)
      case 'note':
        return void live.note(message.command, message.body)
      case 'start':
        return live.start()
      case 'wake':
        return live.wake()
      case 'relogin':
        return live.relogin()
      case 'signedOut':
        return void live.stop().then(() => this.#set({ name: 'signedOut', error: undefined }))
      default:
    }
  }

  #answerCall(message: TabMessage & { type: 'call' }, live: Session): void {
    const { tab, id, command, timeoutMs } = message
    const body = this.#united(tab, command, message.body)
    live.call(command, body, { timeoutMs }).then(
      (reply) => this.#deps.channel.post({ type: 'reply', tab, id, body: reply }),
      (thrown: unknown) =>
        this.#deps.channel.post({ type: 'refusal', tab, id, error: plainError(toIMError(thrown)) }),
    )
  }

  #hearAsFollower(message: TabMessage): void {
    switch (message.type) {
      case 'state':
        return this.#follow(message)
      case 'push':
        if (message.leader !== this.#leader || this.#state.name !== 'ready') return
        return this.events.emit('pushed', { command: message.command, body: message.body })
      case 'behind':
        return this.events.emit('behind', undefined)
      case 'reply':
        if (message.tab !== this.#deps.tab) return
        return this.#settle(message.id, (done) => done.resolve(message.body))
      case 'refusal':
        if (message.tab !== this.#deps.tab) return
        return this.#settle(message.id, (done) => done.reject(errorOf(message.error)))
      case 'signedOut':
        return this.#set({ name: 'signedOut', error: undefined })
      default:
    }
  }

  #follow(message: TabMessage & { type: 'state' }): void {
    this.#answer?.cancel()
    this.#answer = undefined
    const state = stateOf(message.state)
    const isNews = message.leader !== this.#leader || state.name !== this.#state.name
    this.#told = { serverMs: message.serverNowMs, atMs: this.#deps.clock.monotonicMs() }
    if (message.leader !== this.#leader) {
      this.#leader = message.leader
      this.#failCalls()
      this.#set({ name: 'connecting' })
    }
    if (isNews) this.#set(state)
  }

  #settle(id: number, act: (done: Deferred<Uint8Array>) => void): void {
    const call = this.#calls.get(id)
    if (call === undefined) return
    this.#calls.delete(id)
    call.timer.cancel()
    act(call.done)
  }

  #failCalls(): void {
    for (const id of [...this.#calls.keys()])
      this.#settle(id, (done) => done.reject(new IMError('OFFLINE')))
  }

  /** Whether the leader still lives. */
  #ask(): void {
    this.#deps.channel.post({ type: 'ask', tab: this.#deps.tab })
    this.#expectAnswer()
  }

  #expectAnswer(): void {
    if (this.#answer !== undefined || this.#live !== undefined || this.#isTakingOver) return
    this.#answer = this.#deps.clock.after(answerTimeoutMs, () => {
      this.#answer = undefined
      this.#failCalls()
      this.#queueForLead(true)
    })
  }

  /** A session has one set of presence subscriptions: that of all tabs together. */
  #united(tab: string, command: number, body: Uint8Array): Uint8Array {
    if (command !== presenceCommands.subscribePresence.id) return body
    this.#watched.set(tab, wire.SubscribePresenceRequest.decode(body).accounts)
    const accounts = [...new Set([...this.#watched.values()].flat())]
    return wire.SubscribePresenceRequest.encode({
      accounts: accounts.slice(-presenceSubscriptionsMax),
    }).finish()
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}

function plainError(error: IMError): PlainError {
  const { code, message, retry, retryAfterMs } = error
  return { code, message, retry, retryAfterMs }
}

const errorOf = ({ code, message, retry, retryAfterMs }: PlainError): IMError =>
  new IMError(code, message, { retry, retryAfterMs })

function plain(state: SessionState): PlainState {
  return 'error' in state
    ? { ...state, error: state.error === undefined ? undefined : plainError(state.error) }
    : state
}

function stateOf(state: PlainState): SessionState {
  if (!('error' in state)) return state
  const error = state.error === undefined ? undefined : errorOf(state.error)
  if (state.name !== 'kicked') return { name: state.name, error }
  return { name: 'kicked', reason: (state.reason ?? 'INTERNAL') as CloseName, error }
}
