import { commands, FrameFault, frameFlags, frameKinds } from '@parley/protocol'
import type { CloseName, ErrorName, Frame } from '@parley/protocol'
import { Waiter } from '../../base/timing-wheel.ts'
import { refusalAnswer } from '../../commands/error-answer.ts'
import type { Answer, Opened } from '../../commands/port.ts'
import type { Transport } from '../stats.ts'
import type { ByteStream, StreamListener } from '../stream.ts'
import { closeFrame } from './close-frame.ts'
import type { ConnectionHost } from './connection-host.ts'
import { closedState, type ConnectionState } from './connection-state.ts'
import { Downlink, type AnswerStyle } from './downlink.ts'
import { FloodGuard } from './flood-guard.ts'
import { FrameIntake } from './frame-intake.ts'
import { HeldPushes } from './held-pushes.ts'
import { compresses, routeFrame, viewOf } from './routing.ts'

const syncCommand = commands.sync.id

type In<Name extends ConnectionState['name']> = ConnectionState & { name: Name }

/**
 * One peer: its bytes become commands, answers and pushes become its bytes. Looks at headers only.
 * Every command of an open session goes to `commands` in arrival order; what was pushed and answered goes out in one write
 * at the end of the turn. After the connection has begun to end nothing more of it runs.
 */
export class Connection extends Waiter implements StreamListener {
  readonly number: number
  readonly address: string
  readonly transport: Transport
  /** Belongs to the host: it is among those to be flushed. */
  touched = false
  /** Belongs to the host: it has logged in. */
  hasGreeted = false
  readonly #host: ConnectionHost
  readonly #stream: ByteStream
  readonly #intake: FrameIntake
  readonly #downlink: Downlink
  readonly #flood = new FloodGuard()
  #state: ConnectionState
  #inFlight = 0
  #heardMs: number
  #wakeAtMs = 0

  constructor(
    host: ConnectionHost,
    stream: ByteStream,
    number: number,
    address: string,
    transport: Transport,
  ) {
    super()
    this.#host = host
    this.#stream = stream
    this.number = number
    this.address = address
    this.transport = transport
    this.#intake = new FrameIntake(transport === 'tcp')
    this.#downlink = new Downlink(host, stream)
    this.#heardMs = host.clock.monotonicMs()
    this.#state = { name: 'greeting', deadlineMs: this.#heardMs + host.settings.loginDeadlineMs }
    this.#waitUntil(this.#state.deadlineMs, this.#heardMs)
  }

  get outboxBytes(): number {
    return this.#downlink.bytes
  }

  // ---- from the peer

  data(bytes: Uint8Array): void {
    const { settings, counts, clock } = this.#host
    const isGreeting = this.#state.name === 'greeting' || this.#state.name === 'opening'
    if (this.#isEnding()) return
    counts.bytesIn += bytes.length
    const nowMs = clock.monotonicMs()
    const bodyBytesMax = isGreeting ? settings.greetingBodyBytesMax : settings.frameBodyBytesMax
    try {
      this.#intake.read(bytes, bodyBytesMax, (frame) => this.#take(frame, nowMs))
    } catch (fault) {
      if (!(fault instanceof FrameFault)) throw fault
      this.close(fault.close)
    }
  }

  drained(): void {
    this.#downlink.moved(this.#host.clock.monotonicMs())
    this.#host.touch(this)
  }

  closed(): void {
    const state = this.#state
    if (state.name === 'closed') return
    this.#state = closedState
    this.#downlink.clear()
    this.#host.wheel.cancel(this)
    if (state.name !== 'closing') this.#leave(state, 'lost')
    this.#host.gone(this)
  }

  fault(reason: CloseName): void {
    this.close(reason)
  }

  #take(frame: Frame, nowMs: number): void {
    const state = this.#state
    if (state.name === 'closing' || state.name === 'closed') return
    this.#heardMs = nowMs
    this.#host.counts.framesIn += 1
    if (this.#isTooMuch(frame, nowMs)) return
    const route = routeFrame(frame, viewOf('opened' in state ? state.opened : undefined))
    switch (route.to) {
      case 'handle':
        return state.name === 'open' ? this.#handle(state, frame) : this.#refuse(frame, 'BUSY')
      case 'note':
        return state.name === 'open' ? this.#note(state, frame) : this.#ignore()
      case 'greet':
        if (state.name === 'greeting') return this.#greet(state, frame, nowMs)
        return this.#refuse(frame, 'BUSY')
      case 'ping':
        return this.#ping(frame.number, nowMs)
      case 'refuse':
        return this.#refuse(frame, route.error)
      case 'bye':
        return this.close('BYE')
      case 'close':
        return this.close(route.reason)
      case 'nowhere':
        return this.#ignore()
    }
  }

  /** @returns whether the frame is dealt with, because the peer sends more than it may. */
  #isTooMuch(frame: Frame, nowMs: number): boolean {
    const verdict = this.#flood.judge(this.#host.settings, nowMs)
    if (verdict === 'fits') return false
    if (verdict === 'flood') this.close('RATE_LIMITED', this.#flood.waitMs)
    // NOTE a ping is answered all the same: it acknowledges, and the flood verdict bounds it.
    else if (frame.kind === frameKinds.ping) return false
    else if (frame.kind === frameKinds.request)
      this.#refuse(frame, 'RATE_LIMITED', this.#flood.waitMs)
    else this.#ignore()
    return true
  }

  #ignore(): void {
    this.#host.counts.framesIgnored += 1
  }

  #refuse(frame: Frame, error: ErrorName, retryAfterMs = 0): void {
    this.#host.counts.requestsRefused += 1
    const answer = refusalAnswer(error, undefined, retryAfterMs)
    this.#respond(frame.command, frame.number, answer, 'plain')
  }

  #ping(lastReceived: number, nowMs: number): void {
    this.#downlink.acknowledge(lastReceived, nowMs)
    this.#downlink.pong()
    this.#queued()
  }

  // ---- greeting

  #greet(state: In<'greeting'>, frame: Frame, nowMs: number): void {
    const { commands: port, outlet, settings } = this.#host
    const { command, number, body } = frame
    const held = new HeldPushes(settings.heldPushesMax)
    this.#state = { name: 'opening', deadlineMs: state.deadlineMs, sinceMs: nowMs, held }
    this.#inFlight += 1
    const { address, transport } = this
    const origin = { address, transport, outlet, connection: this.number }
    void port
      .greet(origin, command, body)
      .then(({ answer, opened }) => this.#greeted(command, number, answer, opened))
  }

  #greeted(command: number, number: number, answer: Answer, opened: Opened | undefined): void {
    const state = this.#state
    this.#inFlight -= 1
    if (state.name === 'opening') {
      if (opened === undefined) this.#greetAgain(state)
      else this.#state = { name: 'open', opened }
    } else if (state.name === 'draining') this.#state = { ...state, opened }
    else {
      // NOTE the peer has gone meanwhile: the session that was opened for it has no connection.
      const reason = state.name === 'closing' ? state.reason : 'lost'
      if (opened !== undefined) this.#host.commands.left(opened.session, opened.epoch, reason)
      return
    }
    if (opened !== undefined) {
      this.#host.greeted(this)
      this.#stream.allowBodies?.(this.#host.settings.frameBodyBytesMax)
    }
    this.#respond(command, number, answer, 'plain')
    if (state.name === 'opening' && opened !== undefined) this.#pushHeld(state)
    this.#closeIfDrained()
  }

  #greetAgain(state: In<'opening'>): void {
    const nowMs = this.#host.clock.monotonicMs()
    const deadlineMs = state.deadlineMs + nowMs - state.sinceMs
    this.#state = { name: 'greeting', deadlineMs }
    this.#waitUntil(deadlineMs, nowMs)
  }

  #pushHeld(state: In<'opening'>): void {
    const nowMs = this.#host.clock.monotonicMs()
    this.#waitUntil(nowMs + 2 * this.#host.settings.heartbeatMs, nowMs)
    state.held.release(
      ({ command, body, lossy }) => this.push(command, body, lossy, nowMs),
      () => this.#downlink.drop(false),
    )
  }

  // ---- commands

  #handle(state: In<'open'>, frame: Frame): void {
    const { commands: port, settings } = this.#host
    if (this.#inFlight >= settings.requestsInFlightMax) return this.#refuse(frame, 'BUSY')
    const body = this.#plainBody(frame)
    if (body === undefined) return this.close('BAD_FRAME')
    const { command, number } = frame
    const { session, epoch } = state.opened
    const drops = command === syncCommand ? this.#downlink.drops : -1
    this.#inFlight += 1
    void port
      .handle(session, epoch, command, body)
      .then((answer) => this.#handled(command, number, answer, drops))
  }

  #handled(command: number, number: number, answer: Answer, drops: number): void {
    this.#inFlight -= 1
    const opened = 'opened' in this.#state ? this.#state.opened : undefined
    if (opened === undefined) return
    if (drops >= 0 && answer.ok) this.#downlink.synced(drops)
    this.#respond(command, number, answer, compresses(opened) ? 'compressedPieces' : 'pieces')
    this.#closeIfDrained()
  }

  #note(state: In<'open'>, frame: Frame): void {
    const body = this.#plainBody(frame)
    if (body === undefined) return this.close('BAD_FRAME')
    this.#host.commands.note(state.opened.session, state.opened.epoch, frame.command, body)
  }

  /** @returns undefined for what does not decompress, or to too much. */
  #plainBody(frame: Frame): Uint8Array | undefined {
    if ((frame.flags & frameFlags.compressed) === 0) return frame.body
    return this.#host.compression.inflate(frame.body, this.#host.settings.frameBodyBytesMax)
  }

  // ---- to the peer

  #respond(command: number, number: number, answer: Answer, style: AnswerStyle): void {
    this.#downlink.respond(command, number, answer, style)
    this.#queued()
  }

  /** One push; see Outlet. Before the answer to a login it waits for that. */
  push(command: number, body: Uint8Array, lossy: boolean, nowMs: number): void {
    const state = this.#state
    if (state.name === 'opening') return state.held.add({ command, body, lossy })
    if (state.name !== 'open' || !this.#downlink.push(command, body, lossy, nowMs)) return
    const dueMs = this.#downlink.ackDueMs
    if (dueMs !== undefined && dueMs < this.#wakeAtMs) this.#waitUntil(dueMs, nowMs)
    this.#host.touch(this)
  }

  /** A numbered push to it was dropped elsewhere. */
  markBehind(): void {
    const state = this.#state
    if (state.name === 'opening') state.held.drop()
    else if (state.name === 'open') this.#downlink.drop(false)
  }

  /** A peer that does not take its answers gets no further: reading from it stops, and in the end it is closed. */
  #queued(): void {
    this.#host.touch(this)
    if (this.#isEnding()) return
    const { settings, clock } = this.#host
    const { bytes } = this.#downlink
    if (bytes > settings.responsesBytesMax) return this.close('TOO_SLOW')
    if (bytes <= settings.outboxBytesMax || this.#downlink.stuckMs !== undefined) return
    const nowMs = clock.monotonicMs()
    this.#downlink.holdBack(nowMs)
    const dueMs = nowMs + settings.stuckMs
    if (dueMs < this.#wakeAtMs) this.#waitUntil(dueMs, nowMs)
  }

  /** Writes what waits. Called by the host at the end of a turn in which the connection was touched. */
  flush(): void {
    const { settings } = this.#host
    if (this.#state.name === 'closed') return
    if (this.#downlink.flush()) this.#host.touch(this)
    if (this.#downlink.stuckMs !== undefined && this.#downlink.bytes <= settings.outboxBytesMax / 2)
      this.#readOn()
    if (this.#state.name === 'closing' && !this.#state.said && this.#downlink.isEmpty) {
      const { reason, delayMs } = this.#state
      const bytes = closeFrame(reason, delayMs)
      this.#state.said = true
      this.#host.written(1, bytes.length)
      this.#stream.write(bytes)
      this.#stream.end(reason)
    }
  }

  #readOn(): void {
    this.#heardMs = this.#host.clock.monotonicMs()
    this.#downlink.readOn()
  }

  // ---- ending

  /** Answers what is in flight, then closes with DRAINING. */
  drain(delayMs: number): void {
    const state = this.#state
    if (this.#isEnding() || state.name === 'draining') return
    if (this.#inFlight === 0) return this.close('DRAINING', delayMs)
    const nowMs = this.#host.clock.monotonicMs()
    const deadlineMs = nowMs + this.#host.settings.drainAnswersMs
    const opened = state.name === 'open' ? state.opened : undefined
    this.#state = { name: 'draining', opened, delayMs, deadlineMs }
    this.#waitUntil(deadlineMs, nowMs)
  }

  #closeIfDrained(): void {
    if (this.#state.name === 'draining' && this.#inFlight === 0)
      this.close('DRAINING', this.#state.delayMs)
  }

  /** Ends the connection: what is queued is sent first, as far as the peer takes it within `lingerMs`. */
  close(reason: CloseName, delayMs = 0): void {
    const state = this.#state
    if (state.name === 'closing' || state.name === 'closed') return
    const nowMs = this.#host.clock.monotonicMs()
    const deadlineMs = nowMs + this.#host.settings.lingerMs
    this.#state = { name: 'closing', reason, delayMs, said: false, deadlineMs }
    if (reason !== 'DRAINING') this.#downlink.dropBulk()
    if (reason === 'TOO_SLOW') this.#downlink.clear()
    this.#downlink.readOn()
    this.#waitUntil(deadlineMs, nowMs)
    this.#leave(state, reason)
    this.#host.touch(this)
  }

  #leave(state: ConnectionState, reason: CloseName | 'lost'): void {
    this.#host.ending(reason)
    const opened = 'opened' in state ? state.opened : undefined
    if (opened !== undefined) this.#host.commands.left(opened.session, opened.epoch, reason)
  }

  #isEnding(): boolean {
    return this.#state.name === 'closing' || this.#state.name === 'closed'
  }

  // ---- time

  /** NOTE what only extends a deadline does not tell the wheel: it is looked at here. */
  override wake(nowMs: number): void {
    const state = this.#state
    switch (state.name) {
      case 'greeting':
        if (this.#isDue(state.deadlineMs, nowMs)) this.close('LOGIN_DEADLINE')
        return
      case 'opening':
        return this.#waitUntil(nowMs + this.#host.settings.loginDeadlineMs, nowMs)
      case 'open':
        return this.#wakeOpen(nowMs)
      case 'draining':
        if (this.#isDue(state.deadlineMs, nowMs)) this.close('DRAINING', state.delayMs)
        return
      case 'closing':
        // NOTE the stream's `closed` follows.
        if (this.#isDue(state.deadlineMs, nowMs)) this.#stream.destroy()
    }
  }

  #wakeOpen(nowMs: number): void {
    // NOTE while reading is stopped, silence and missing acknowledgements are our doing.
    const { stuckMs, ackDueMs } = this.#downlink
    if (stuckMs !== undefined) {
      if (this.#isDue(stuckMs, nowMs)) this.close('TOO_SLOW')
      return
    }
    const silentMs = this.#heardMs + 2 * this.#host.settings.heartbeatMs
    if (nowMs >= silentMs) return this.close('HEARTBEAT')
    if (ackDueMs !== undefined && nowMs >= ackDueMs) return this.close('PUSH_UNACKED')
    this.#waitUntil(Math.min(silentMs, ackDueMs ?? silentMs), nowMs)
  }

  /** Else it is waited for. */
  #isDue(dueMs: number, nowMs: number): boolean {
    if (nowMs < dueMs) this.#waitUntil(dueMs, nowMs)
    return nowMs >= dueMs
  }

  #waitUntil(dueMs: number, nowMs: number): void {
    this.#wakeAtMs = dueMs
    this.#host.wheel.wait(this, dueMs - nowMs)
  }
}
