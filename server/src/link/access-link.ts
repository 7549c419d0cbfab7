import { closeName, commands, errorName, type CloseName } from '@parley/protocol'
import type { ByteStream, StreamListener } from '../access/stream.ts'
import type { Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Random } from '../base/random.ts'
import { refusalAnswer } from '../commands/error-answer.ts'
import type { Answer, CommandPort, Opened, Origin } from '../commands/port.ts'
import type { Outlet } from '../session/outlet.ts'
import { BehindPacer } from './behind-pacer.ts'
import { CallWriter } from './call-writer.ts'
import { LinkFault, linkTypes, linkVersion } from './format.ts'
import { FrameCutter, type Fields } from './frame-cutter.ts'
import { FrameWriter } from './frame-writer.ts'
import { HeldCalls } from './held-calls.ts'
import { SessionBook } from './session-book.ts'
import { linkDefaults, type LinkSettings } from './settings.ts'

export interface AccessLinkDeps {
  clock: Clock
  random: Pick<Random, 'unit'>
  log: Log
  /** Names this node among those of the same logic process. */
  node: string
  settings?: Partial<LinkSettings>
}

/** The connections of this node, as the link acts on them. */
export interface LinkedConnections {
  readonly outlet: Pick<Outlet, 'push' | 'close'>
  /** Numbered pushes to these were dropped elsewhere (R6). */
  markBehind(connections: readonly number[]): void
}

/** Why a stream to logic is over; `newer`, `older`: logic was started from other sources. */
export type LinkEnd = 'gone' | 'newer' | 'older'

type Greeted = Awaited<ReturnType<CommandPort['greet']>>

/** What waits for its answer. */
type Call =
  | { kind: 'greet'; connection: number; resolve: (greeted: Greeted) => void }
  | { kind: 'handle'; resolve: (answer: Answer) => void }
  | {
      kind: 'subscribe'
      session: number
      epoch: number
      body: Uint8Array
      resolve: (answer: Answer) => void
    }

type LinkState =
  /** No logic process: what comes waits. */
  | { name: 'away' }
  /** The sessions of this node are being made known to it. */
  | { name: 'registering'; writer: FrameWriter; calls: CallWriter }
  | { name: 'ready'; writer: FrameWriter; calls: CallWriter }
  /** It goes: answers still come, what is new waits for the next one. */
  | { name: 'leaving'; writer: FrameWriter; calls: CallWriter }

const subscribeCommand = commands.subscribePresence.id

/**
 * The rules, as a process with connections has them: on the other side of the link. When that goes, not one connection
 * does: what was given and not answered is answered RESTARTED and never repeated, what comes waits a bounded time, and
 * the next logic process is told every session that lives here before it gets anything else (R6.f).
 */
export class AccessLink implements CommandPort {
  readonly settings: LinkSettings
  readonly #deps: AccessLinkDeps
  readonly #book = new SessionBook()
  readonly #held: HeldCalls
  readonly #pacer: BehindPacer
  readonly #calls = new Map<number, Call>()
  #connections: LinkedConnections | undefined
  #state: LinkState = { name: 'away' }
  #lastCall = 0
  #healthyMs = Number.NEGATIVE_INFINITY
  readonly #welcome = Promise.withResolvers<void>()

  constructor(deps: AccessLinkDeps) {
    this.settings = { ...linkDefaults, ...deps.settings }
    this.#deps = deps
    this.#held = new HeldCalls(deps.clock, this.settings)
    this.#pacer = new BehindPacer(deps.clock, this.settings.behindPerSecond, (connections) =>
      this.#connections?.markBehind(connections),
    )
  }

  /** Whose sessions these are. Before anything is given or attached. */
  serve(connections: LinkedConnections): void {
    this.#connections = connections
  }

  /** Resolves when there has been a logic process of the same version: from then on connections are of use. */
  get welcomed(): Promise<void> {
    return this.#welcome.promise
  }

  /** How long ago logic last said that its commits succeed. */
  get healthyAgoMs(): number {
    return this.#deps.clock.monotonicMs() - this.#healthyMs
  }

  /** Calls that are not answered, and those that wait for logic to come back. */
  get waiting(): { calls: number; held: number } {
    return { calls: this.#calls.size, held: this.#held.size }
  }

  /** Nothing more will come: what waits is refused. */
  close(): void {
    this.#held.refuse()
    this.#pacer.stop()
  }

  // ---- from the connections

  greet(origin: Origin, command: number, body: Uint8Array): Promise<Greeted> {
    const { connection } = origin
    return new Promise((resolve) => {
      this.#submit(
        body,
        (own, calls) => {
          const call = this.#begin({ kind: 'greet', connection, resolve })
          calls.greet(call, origin, command, own)
        },
        (answer) => resolve({ answer }),
      )
    })
  }

  handle(session: number, epoch: number, command: number, body: Uint8Array): Promise<Answer> {
    return new Promise((resolve) => {
      this.#submit(
        body,
        (own, calls) => {
          const call: Call =
            command === subscribeCommand
              ? { kind: 'subscribe', session, epoch, body: own.slice(), resolve }
              : { kind: 'handle', resolve }
          calls.handle(this.#begin(call), session, epoch, command, own)
        },
        resolve,
      )
    })
  }

  note(session: number, epoch: number, command: number, body: Uint8Array): void {
    // NOTE one that finds no room is dropped: a device repeats what matters until it sees it stored (R8.c).
    this.#submit(body, (own, calls) => calls.note(session, epoch, command, own), ignore)
  }

  left(session: number, epoch: number, reason: CloseName | 'lost'): void {
    this.#book.left(session, epoch)
    if (this.#state.name !== 'away') this.#state.calls.left(session, epoch, reason)
  }

  /** Gives it now, or when logic is back; or refuses it. */
  #submit(
    body: Uint8Array,
    write: (body: Uint8Array, calls: CallWriter) => void,
    refuse: (answer: Answer) => void,
  ): void {
    const state = this.#state
    const { callsMax, callBytesMax } = this.settings
    if (state.name === 'ready') {
      if (this.#calls.size >= callsMax || state.writer.queuedBytes > callBytesMax)
        refuse(this.#refusal('BUSY'))
      else write(body, state.calls)
      return
    }
    // NOTE copied: it may share memory with a large chunk, and it may wait for long.
    const own = body.slice()
    this.#held.hold({
      bytes: own.length + heldCallBytes,
      give: () => this.#submit(own, write, refuse),
      refuse: () => refuse(this.#refusal('BUSY')),
    })
  }

  #begin(call: Call): number {
    do this.#lastCall = (this.#lastCall + 1) >>> 0
    while (this.#calls.has(this.#lastCall))
    this.#calls.set(this.#lastCall, call)
    return this.#lastCall
  }

  #refusal(error: 'BUSY' | 'RESTARTED'): Answer {
    const retryAfterMs = Math.ceil(this.#deps.random.unit() * this.settings.retryMs)
    return refusalAnswer(error, undefined, retryAfterMs)
  }

  // ---- from logic

  /** A stream to a logic process. Calls back when it is over: then a new one is to be attached. */
  attach(stream: ByteStream, over: (why: LinkEnd) => void): void {
    const writer = new FrameWriter(stream, this.#deps.clock)
    const calls = new CallWriter(writer)
    const cutter = new FrameCutter(this.settings.frameBytesMax)
    let why: LinkEnd = 'gone'
    const state: LinkState = { name: 'registering', writer, calls }
    this.#state = state
    const take = (type: number, fields: Fields): void => {
      if (type !== linkTypes.welcome) return this.#take(type, fields)
      const version = fields.u16()
      if (version !== linkVersion) {
        why = version > linkVersion ? 'newer' : 'older'
        throw new LinkFault(`logic speaks version ${version} of the link, not ${linkVersion}`)
      }
      this.#welcome.resolve()
      this.#book.write(writer)
      writer.begin(linkTypes.registered, 0).end()
    }
    const listener: StreamListener = {
      data: (bytes) => {
        try {
          cutter.read(bytes, take)
        } catch (fault) {
          if (!(fault instanceof LinkFault)) throw fault
          this.#deps.log.error({ message: fault.message }, 'the link is cut')
          stream.destroy()
        }
      },
      drained() {},
      fault: () => stream.destroy(),
      closed: () => {
        writer.close()
        this.#gone()
        over(why)
      },
    }
    stream.listen(listener)
    calls.hello(this.#deps.node)
  }

  #take(type: number, fields: Fields): void {
    switch (type) {
      case linkTypes.answer:
        return this.#answered(fields)
      case linkTypes.opened:
        return this.#opened(fields)
      case linkTypes.push:
        return this.#push(fields)
      case linkTypes.behind:
        return this.#connections?.markBehind(numbers(fields, fields.left / 4))
      case linkTypes.close: {
        const connection = fields.u32()
        const reason = closeName(fields.u8()) ?? 'INTERNAL'
        return this.#connections?.outlet.close(connection, reason, fields.u32())
      }
      case linkTypes.ready:
        return this.#ready()
      case linkTypes.leaving:
        if (this.#state.name === 'away') return
        this.#state = { ...this.#state, name: 'leaving' }
        this.#state.writer.begin(linkTypes.paused, 0).end()
        return
      case linkTypes.ask:
        return this.#stands(fields.id(), fields.u32())
      case linkTypes.pulse:
        if (fields.u8() === 1) this.#healthyMs = this.#deps.clock.monotonicMs()
        return
      default:
        throw new LinkFault(`a frame of type ${type} from logic`)
    }
  }

  #stands(session: number, epoch: number): void {
    // NOTE of one that has gone `left` says so, and comes after all that it gave.
    if (this.#state.name !== 'away' && this.#book.has(session, epoch))
      this.#state.calls.stands(session)
  }

  #ready(): void {
    if (this.#state.name !== 'registering') return
    this.#state = { ...this.#state, name: 'ready' }
    this.#pacer.start(this.#book.connections())
    this.#held.release()
  }

  #answered(fields: Fields): void {
    const number = fields.u32()
    const code = fields.u16()
    const body = fields.rest()
    const call = this.#calls.get(number)
    if (call === undefined) return
    this.#calls.delete(number)
    const answer: Answer =
      code === 0 ? { ok: true, body } : { ok: false, error: errorName(code) ?? 'INTERNAL', body }
    if (call.kind === 'greet') return call.resolve({ answer })
    if (call.kind === 'subscribe' && answer.ok)
      this.#book.subscribed(call.session, call.epoch, call.body, number)
    call.resolve(answer)
  }

  #opened(fields: Fields): void {
    const number = fields.u32()
    const opened: Opened = { session: fields.id(), epoch: fields.u32(), capabilities: fields.u32() }
    const identity = fields.bytes(fields.u8())
    const call = this.#calls.get(number)
    if (call?.kind !== 'greet') return
    this.#calls.delete(number)
    this.#book.opened(opened, call.connection, identity)
    call.resolve({ answer: { ok: true, body: fields.rest() }, opened })
  }

  #push(fields: Fields): void {
    const command = fields.u16()
    const lossy = fields.u8() === 1
    const connections = numbers(fields, fields.u32())
    this.#connections?.outlet.push(connections, command, fields.rest(), lossy)
  }

  #gone(): void {
    this.#state = { name: 'away' }
    const open = [...this.#calls.values()]
    this.#calls.clear()
    for (const call of open) {
      const answer = this.#refusal('RESTARTED')
      if (call.kind === 'greet') call.resolve({ answer })
      else call.resolve(answer)
    }
  }
}

/** What a call that waits costs beside its body. */
const heldCallBytes = 512

function numbers(fields: Fields, count: number): number[] {
  if (count * 4 > fields.left) throw new LinkFault('a list longer than its frame')
  return Array.from({ length: count }, () => fields.u32())
}

function ignore(): void {}
