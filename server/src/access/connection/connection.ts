import {
  capabilities,
  commands,
  FrameFault,
  frameFlags,
  frameHeaderBytes,
  frameKinds,
} from '@parley/protocol'
import type { CloseName, ErrorName, Frame } from '@parley/protocol'
import { TokenBucket } from '../../base/token-bucket.ts'
import { Waiter } from '../../base/timing-wheel.ts'
import { refusalAnswer } from '../../commands/error-answer.ts'
import type { Answer, Opened } from '../../commands/port.ts'
import type { Transport } from '../stats.ts'
import type { ByteStream, StreamListener } from '../stream.ts'
import { closeFrame, pongFrame } from './close-frame.ts'
import type { ConnectionHost } from './connection-host.ts'
import { closedState, type ConnectionState } from './connection-state.ts'
import { FrameIntake } from './frame-intake.ts'
import { Outbox } from './outbox.ts'
import { PushLedger } from './push-ledger.ts'
import { routeFrame, type RoutingView } from './routing.ts'

const syncCommand = commands.sync.id
const greetingView: RoutingView = { phase: 'greeting', compression: false }
const plainView: RoutingView = { phase: 'session', compression: false }
const compressingView: RoutingView = { phase: 'session', compression: true }

type Open = ConnectionState & { name: 'open' }
type Greeting = ConnectionState & { name: 'greeting' }

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
  readonly #outbox: Outbox
  readonly #frames = new TokenBucket()
  #excess: TokenBucket | undefined = undefined
  #pushes: PushLedger | undefined = undefined
  #state: ConnectionState
  #inFlight = 0
  #heardMs: number
  #wakeAtMs = 0
  /** When reading was stopped, or the full outbox last moved; −1: reading goes on. */
  #pausedMs = -1

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
    this.#outbox = new Outbox(stream)
    this.#heardMs = host.clock.monotonicMs()
    this.#state = { name: 'greeting', deadlineMs: this.#heardMs + host.settings.loginDeadlineMs }
    this.#waitUntil(this.#state.deadlineMs, this.#heardMs)
  }

  get stateName(): ConnectionState['name'] {
    return this.#state.name
  }

  get outboxBytes(): number {
    return this.#outbox.bytes
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
    if (this.#pausedMs >= 0) this.#pausedMs = this.#host.clock.monotonicMs()
    this.#host.touch(this)
  }

  closed(): void {
    const state = this.#state
    if (state.name === 'closed') return
    this.#state = closedState
    this.#outbox.clear()
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
    const waitMs = this.#frames.take(this.#host.settings.frameRate, nowMs)
    if (waitMs > 0 && this.#isFloodedBy(frame, waitMs, nowMs)) return
    const route = routeFrame(frame, this.#view(state))
    switch (route.to) {
      case 'handle':
        return state.name === 'open' ? this.#handle(state, frame) : this.#refuse(frame, 'BUSY')
      case 'note':
        return state.name === 'open' ? this.#note(state, frame) : this.#ignore()
      case 'greet':
        return state.name === 'greeting'
          ? this.#greet(state, frame, nowMs)
          : this.#refuse(frame, 'BUSY')
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

  #view(state: ConnectionState): RoutingView {
    const opened = 'opened' in state ? state.opened : undefined
    if (opened === undefined) return greetingView
    return compresses(opened) ? compressingView : plainView
  }

  /** The peer sends more than it may. @returns whether the frame is dealt with. */
  #isFloodedBy(frame: Frame, waitMs: number, nowMs: number): boolean {
    this.#excess ??= new TokenBucket()
    if (this.#excess.take(this.#host.settings.excessRate, nowMs) > 0)
      this.close('RATE_LIMITED', waitMs)
    // NOTE a ping is answered all the same: it acknowledges, and the excess rate bounds it.
    else if (frame.kind === frameKinds.ping) return false
    else if (frame.kind === frameKinds.request) this.#refuse(frame, 'RATE_LIMITED', waitMs)
    else this.#ignore()
    return true
  }

  #ignore(): void {
    this.#host.counts.framesIgnored += 1
  }

  #refuse(frame: Frame, error: ErrorName, retryAfterMs = 0): void {
    this.#host.counts.requestsRefused += 1
    const answer = refusalAnswer(error, undefined, Math.ceil(retryAfterMs))
    this.#respond(frame.command, frame.number, answer, false)
  }

  #ping(lastReceived: number, nowMs: number): void {
    this.#pushes?.acknowledge(lastReceived, nowMs)
    const flags = this.#pushes?.behind === true ? frameFlags.behind : 0
    this.#outbox.addLive(pongFrame(this.#pushes?.sent ?? 0, flags))
    this.#queued()
  }

  // ---- greeting

  #greet(state: Greeting, frame: Frame, nowMs: number): void {
    const { commands: port, outlet } = this.#host
    const { command, number, body } = frame
    const held = { pushes: [], dropped: 0 }
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
    this.#respond(command, number, answer, false)
    if (state.name === 'opening' && opened !== undefined) this.#pushHeld(state)
    this.#closeIfDrained()
  }

  #greetAgain(state: ConnectionState & { name: 'opening' }): void {
    const nowMs = this.#host.clock.monotonicMs()
    const deadlineMs = state.deadlineMs + nowMs - state.sinceMs
    this.#state = { name: 'greeting', deadlineMs }
    this.#waitUntil(deadlineMs, nowMs)
  }

  #pushHeld(state: ConnectionState & { name: 'opening' }): void {
    const nowMs = this.#host.clock.monotonicMs()
    this.#waitUntil(nowMs + 2 * this.#host.settings.heartbeatMs, nowMs)
    for (const { command, body, lossy } of state.held.pushes) this.push(command, body, lossy, nowMs)
    for (let dropped = 0; dropped < state.held.dropped; dropped += 1) this.#drop(false)
  }

  // ---- commands

  #handle(state: Open, frame: Frame): void {
    const { commands: port, settings } = this.#host
    if (this.#inFlight >= settings.requestsInFlightMax) return this.#refuse(frame, 'BUSY')
    const body = this.#plainBody(frame)
    if (body === undefined) return this.close('BAD_FRAME')
    const { command, number } = frame
    const { session, epoch } = state.opened
    this.#inFlight += 1
    const drops = command === syncCommand ? (this.#pushes?.drops ?? 0) : -1
    void port
      .handle(session, epoch, command, body)
      .then((answer) => this.#handled(command, number, answer, drops))
  }

  #handled(command: number, number: number, answer: Answer, drops: number): void {
    this.#inFlight -= 1
    const opened = 'opened' in this.#state ? this.#state.opened : undefined
    if (opened === undefined) return
    if (drops >= 0 && answer.ok) this.#pushes?.synced(drops)
    this.#respond(command, number, answer, compresses(opened))
    this.#closeIfDrained()
  }

  #note(state: Open, frame: Frame): void {
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

  #respond(command: number, number: number, answer: Answer, mayCompress: boolean): void {
    const flags = answer.ok ? 0 : frameFlags.error
    const isBulk = answer.body.length > this.#host.settings.bulkBytesMin
    if (isBulk && 'opened' in this.#state) {
      this.#outbox.addBulk(command, number, flags, answer.body, mayCompress)
      return this.#queued()
    }
    const small = mayCompress ? this.#host.compressed(answer.body) : undefined
    const body = small ?? answer.body
    const compressed = small === undefined ? 0 : frameFlags.compressed
    this.#outbox.addLive({
      kind: frameKinds.response,
      flags: flags | compressed,
      command,
      number,
      body,
    })
    this.#queued()
  }

  /** One push; see Outlet. Before the answer to a login it waits for that. */
  push(command: number, body: Uint8Array, lossy: boolean, nowMs: number): void {
    const state = this.#state
    const { settings } = this.#host
    if (state.name === 'opening') {
      if (state.held.pushes.length < settings.heldPushesMax)
        state.held.pushes.push({ command, body, lossy })
      else if (!lossy) state.held.dropped += 1
      return
    }
    if (state.name !== 'open') return
    if (this.#outbox.liveBytes + frameHeaderBytes + body.length > settings.outboxBytesMax)
      return this.#drop(lossy)
    let number = 0
    if (!lossy) {
      this.#pushes ??= new PushLedger()
      number = this.#pushes.write(nowMs)
      const dueMs = nowMs + settings.pushAckMs + settings.pushAckGraceMs
      if (dueMs < this.#wakeAtMs) this.#waitUntil(dueMs, nowMs)
    }
    this.#outbox.addLive({ kind: frameKinds.push, flags: 0, command, number, body })
    this.#host.touch(this)
  }

  #drop(lossy: boolean): void {
    if (lossy) {
      this.#host.counts.lossyDropped += 1
      return
    }
    this.#host.counts.pushesDropped += 1
    this.#pushes ??= new PushLedger()
    this.#pushes.drop()
  }

  /** A peer that does not take its answers gets no further: reading from it stops, and in the end it is closed. */
  #queued(): void {
    this.#host.touch(this)
    if (this.#isEnding()) return
    const { settings, clock } = this.#host
    const bytes = this.#outbox.bytes
    if (bytes > settings.responsesBytesMax) return this.close('TOO_SLOW')
    if (bytes <= settings.outboxBytesMax || this.#pausedMs >= 0) return
    this.#pausedMs = clock.monotonicMs()
    this.#stream.pause()
    const dueMs = this.#pausedMs + settings.stuckMs
    if (dueMs < this.#wakeAtMs) this.#waitUntil(dueMs, this.#pausedMs)
  }

  /** Writes what waits. Called by the host at the end of a turn in which the connection was touched. */
  flush(): void {
    const { settings } = this.#host
    if (this.#state.name === 'closed') return
    if (this.#outbox.flush(this.#host, settings.bulkBytesMin)) this.#host.touch(this)
    if (this.#pausedMs >= 0 && this.#outbox.bytes <= settings.outboxBytesMax / 2) this.#readOn()
    if (this.#state.name === 'closing' && !this.#state.said && this.#outbox.isEmpty) {
      const { reason, delayMs } = this.#state
      const bytes = closeFrame(reason, delayMs)
      this.#state.said = true
      this.#host.written(1, bytes.length)
      this.#stream.write(bytes)
      this.#stream.end(reason)
    }
  }

  #readOn(): void {
    this.#pausedMs = -1
    this.#heardMs = this.#host.clock.monotonicMs()
    this.#stream.resume()
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
    if (reason !== 'DRAINING') this.#outbox.dropBulk()
    if (reason === 'TOO_SLOW') this.#outbox.clear()
    if (this.#pausedMs >= 0) this.#readOn()
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
    const { settings } = this.#host
    switch (state.name) {
      case 'greeting':
        return nowMs >= state.deadlineMs
          ? this.close('LOGIN_DEADLINE')
          : this.#waitUntil(state.deadlineMs, nowMs)
      case 'opening':
        return this.#waitUntil(nowMs + settings.loginDeadlineMs, nowMs)
      case 'open':
        return this.#wakeOpen(nowMs)
      case 'draining':
        return nowMs >= state.deadlineMs
          ? this.close('DRAINING', state.delayMs)
          : this.#waitUntil(state.deadlineMs, nowMs)
      case 'closing':
        // NOTE the stream's `closed` follows.
        return nowMs >= state.deadlineMs
          ? this.#stream.destroy()
          : this.#waitUntil(state.deadlineMs, nowMs)
      case 'closed':
        return undefined
    }
  }

  #wakeOpen(nowMs: number): void {
    const { settings } = this.#host
    // NOTE while reading is stopped, silence and missing acknowledgements are our doing.
    if (this.#pausedMs >= 0) {
      const stuckMs = this.#pausedMs + settings.stuckMs
      return nowMs >= stuckMs ? this.close('TOO_SLOW') : this.#waitUntil(stuckMs, nowMs)
    }
    const silentMs = this.#heardMs + 2 * settings.heartbeatMs
    if (nowMs >= silentMs) return this.close('HEARTBEAT')
    const ackMs = this.#pushes?.ackDueMs(settings.pushAckMs + settings.pushAckGraceMs)
    if (ackMs !== undefined && nowMs >= ackMs) return this.close('PUSH_UNACKED')
    this.#waitUntil(Math.min(silentMs, ackMs ?? silentMs), nowMs)
  }

  #waitUntil(dueMs: number, nowMs: number): void {
    this.#wakeAtMs = dueMs
    this.#host.wheel.wait(this, dueMs - nowMs)
  }
}

function compresses(opened: Opened): boolean {
  return (opened.capabilities & capabilities.compression) !== 0
}
