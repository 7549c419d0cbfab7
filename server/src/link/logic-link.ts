import { Buffer } from 'node:buffer'
import { closeName, commands as commandTable, errors } from '@parley/protocol'
import type { ByteStream, StreamListener } from '../access/stream.ts'
import type { Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import { refusalAnswer } from '../commands/error-answer.ts'
import type { Answer, CommandPort, Opened } from '../commands/port.ts'
import type { RestoreOutcome } from '../logic/account/restore-sessions.ts'
import type { SessionRegistry } from '../session/registry.ts'
import type { Session } from '../session/session.ts'
import { LinkFault, linkTransports, linkTypes, linkVersion } from './format.ts'
import { FrameCutter, type Fields } from './frame-cutter.ts'
import { FrameWriter } from './frame-writer.ts'
import { LinkOutlet } from './link-outlet.ts'
import { decodeIdentity, encodeIdentity } from './session-identity.ts'
import type { LinkSettings } from './settings.ts'

export interface LogicLinkDeps {
  clock: Clock
  log: Log
  commands: CommandPort
  registry: Pick<SessionRegistry, 'get' | 'ofAccount' | 'eachConnected'>
  /** Takes in sessions that lived before this process did. */
  restore(sessions: readonly Session[]): Promise<RestoreOutcome[]>
}

export interface LogicLinkEvents {
  /** Its sessions are registered. `subscribe` says again what they watch, of those who have not said so themselves by then. */
  ready(subscribe: () => void): void
  /** After `leave`: no call follows, and none is open. */
  idle(): void
  over(): void
}

type Restoring = { session: Session; subscription: Uint8Array }

/** One process with connections, as the rules see it. Its end is the end of its connections, and of nothing else. */
export class LogicLink {
  readonly #deps: LogicLinkDeps
  readonly #settings: LinkSettings
  readonly #events: LogicLinkEvents
  readonly #stream: ByteStream
  readonly #writer: FrameWriter
  #outlet: LinkOutlet | undefined
  #restoring: Restoring[] = []
  /** What restored sessions watch and have not said again. */
  readonly #subscriptions = new Map<number, { epoch: number; body: Uint8Array }>()
  /** Sessions that ended while they were being restored. */
  #leftEarly: (() => void)[] | undefined = []
  #calls = 0
  #paused = false
  #heldBack = false
  #isOver = false

  constructor(
    deps: LogicLinkDeps,
    settings: LinkSettings,
    stream: ByteStream,
    events: LogicLinkEvents,
  ) {
    this.#deps = deps
    this.#settings = settings
    this.#events = events
    this.#stream = stream
    this.#writer = new FrameWriter(stream, deps.clock)
    const cutter = new FrameCutter(settings.frameBytesMax)
    const listener: StreamListener = {
      data: (bytes) => {
        try {
          cutter.read(bytes, (type, fields) => this.#take(type, fields))
        } catch (fault) {
          if (!(fault instanceof LinkFault)) throw fault
          deps.log.error({ node: this.node, message: fault.message }, 'the link is cut')
          stream.destroy()
        }
      },
      drained: () => this.#drained(),
      fault: () => stream.destroy(),
      closed: () => this.#closed(),
    }
    stream.listen(listener)
  }

  /** Empty before it has said its name. */
  get node(): string {
    return this.#outlet?.node ?? ''
  }

  get queuedBytes(): number {
    return this.#writer.queuedBytes
  }

  get dropped(): number {
    return this.#outlet?.dropped ?? 0
  }

  pulse(healthy: boolean): void {
    this.#outlet?.tellBehind()
    this.#writer
      .begin(linkTypes.pulse, 1)
      .u8(healthy ? 1 : 0)
      .end()
  }

  /** Asks that no more calls are given. */
  leave(): void {
    this.#writer.begin(linkTypes.leaving, 0).end()
  }

  /** Sends what is written, then ends the stream. */
  end(): void {
    this.#writer.flush()
    this.#stream.end()
  }

  destroy(): void {
    this.#stream.destroy()
  }

  #take(type: number, fields: Fields): void {
    if (type === linkTypes.hello) return this.#hello(fields)
    const outlet = this.#outlet
    if (outlet === undefined) throw new LinkFault('a frame before the first')
    switch (type) {
      case linkTypes.session:
        return this.#session(outlet, fields)
      case linkTypes.registered:
        return void this.#restore(outlet)
      case linkTypes.greet:
        return this.#greet(outlet, fields)
      case linkTypes.handle:
        return this.#handle(outlet, fields)
      case linkTypes.note:
        return this.#deps.commands.note(fields.id(), fields.u32(), fields.u16(), fields.rest())
      case linkTypes.left:
        return this.#left(outlet, fields)
      case linkTypes.stands:
        return outlet.stands(fields.id())
      case linkTypes.paused:
        this.#paused = true
        return this.#idleWhenDone()
      default:
        throw new LinkFault(`a frame of type ${type} from access`)
    }
  }

  #hello(fields: Fields): void {
    const version = fields.u16()
    this.#writer.begin(linkTypes.welcome, 2).u16(linkVersion).end()
    if (version !== linkVersion) {
      this.#writer.flush()
      this.#stream.end()
      return
    }
    const node = Buffer.from(fields.rest()).toString()
    this.#outlet = new LinkOutlet(node, this.#writer, this.#settings)
  }

  // ---- sessions that lived before

  #session(outlet: LinkOutlet, fields: Fields): void {
    const [id, epoch] = [fields.id(), fields.u32()]
    const route = { outlet, connection: fields.u32() }
    const capabilities = fields.u32()
    const identity = decodeIdentity(fields.bytes(fields.u8()))
    const session: Session = { id, epoch, capabilities, route, resumableUntilMs: 0, ...identity }
    this.#restoring.push({ session, subscription: fields.rest().slice() })
  }

  async #restore(outlet: LinkOutlet): Promise<void> {
    const { restore, clock, log } = this.#deps
    const all = this.#restoring
    this.#restoring = []
    const slice = this.#settings.restoreSliceMax
    try {
      for (let at = 0; at < all.length && !this.#isOver; at += slice) {
        const sessions = all.slice(at, at + slice).map(({ session }) => session)
        const outcomes = await restore(sessions)
        sessions.forEach(({ route }, index) => {
          const reason = closeOf[outcomes[index] ?? 'ended']
          if (route !== undefined && reason !== undefined) outlet.close(route.connection, reason)
        })
        // NOTE between two slices others get their turn.
        await new Promise<void>((resolve) => clock.soon(resolve))
      }
    } catch (fault) {
      const message = fault instanceof Error ? fault.message : String(fault)
      log.error({ node: this.node, message }, 'sessions could not be restored')
      return this.#stream.destroy()
    }
    for (const { session, subscription: body } of all)
      if (body.length > 0) this.#subscriptions.set(session.id, { epoch: session.epoch, body })
    for (const left of this.#leftEarly ?? []) left()
    this.#leftEarly = undefined
    // NOTE the link ended meanwhile: what was restored has no connection.
    if (this.#isOver) return this.#leaveAll()
    this.#writer.begin(linkTypes.ready, 0).end()
    this.#events.ready(() => this.#subscribe())
  }

  #subscribe(): void {
    for (const [id, { epoch, body }] of this.#subscriptions)
      void this.#deps.commands.handle(id, epoch, subscribeCommand, body)
    this.#subscriptions.clear()
  }

  #left(outlet: LinkOutlet, fields: Fields): void {
    const [session, epoch] = [fields.id(), fields.u32()]
    // NOTE nothing of it follows: who resumes here is not in doubt.
    outlet.gone(session)
    const reason = closeName(fields.u8()) ?? 'lost'
    const left = () => this.#deps.commands.left(session, epoch, reason)
    if (this.#leftEarly === undefined) left()
    else this.#leftEarly.push(left)
  }

  // ---- calls

  #greet(outlet: LinkOutlet, fields: Fields): void {
    const [call, connection] = [fields.u32(), fields.u32()]
    const transport = linkTransports[fields.u8()]
    if (transport === undefined) throw new LinkFault('an unknown transport')
    const command = fields.u16()
    const address = Buffer.from(fields.bytes(fields.u8())).toString()
    this.#calls += 1
    void this.#deps.commands
      .greet({ address, transport, outlet, connection }, command, fields.rest())
      .then(({ answer, opened }) => this.#greeted(call, answer, opened))
  }

  #greeted(call: number, answer: Answer, opened: Opened | undefined): void {
    if (opened === undefined) return this.#answer(call, answer)
    const { session, epoch, capabilities } = opened
    const known = this.#deps.registry.get(session)
    if (this.#isOver) {
      this.#calls -= 1
      return this.#deps.commands.left(session, epoch, 'lost')
    }
    if (known !== undefined) this.#doubtOthers(known)
    // NOTE it was ended while it was being opened; the close that ended it has been written by now.
    const identity = known === undefined ? new Uint8Array(0) : encodeIdentity(known)
    this.#writer
      .begin(linkTypes.opened, 4 + 8 + 4 + 4 + 1 + identity.length + answer.body.length)
      .u32(call)
      .id(session)
      .u32(epoch)
      .u32(capabilities)
      .u8(identity.length)
      .bytes(identity)
      .bytes(answer.body)
      .end()
    this.#done()
  }

  /** Sessions of the same device on other links: these may stand still, with something of it in them. */
  #doubtOthers({ id, account, device }: Session): void {
    for (const { id: other, epoch, device: its, route } of this.#deps.registry.ofAccount(account)) {
      const outlet = route?.outlet
      const isElsewhere = outlet instanceof LinkOutlet && outlet !== this.#outlet
      if (other !== id && its === device && isElsewhere) outlet.doubt(other, epoch)
    }
  }

  #handle(outlet: LinkOutlet, fields: Fields): void {
    const call = fields.u32()
    const [session, epoch, command] = [fields.id(), fields.u32(), fields.u16()]
    if (outlet.isDoubted(session)) {
      this.#calls += 1
      return this.#answer(call, refusalAnswer('RESTARTED', undefined, doubtedRetryMs))
    }
    // NOTE an older one after it would take the place of what it says, and with its answer, which goes nowhere, what is new.
    if (command === subscribeCommand) this.#subscriptions.delete(session)
    this.#calls += 1
    void this.#deps.commands
      .handle(session, epoch, command, fields.rest())
      .then((answer) => this.#answer(call, answer))
  }

  #answer(call: number, answer: Answer): void {
    if (!this.#isOver)
      this.#writer
        .begin(linkTypes.answer, 4 + 2 + answer.body.length)
        .u32(call)
        .u16(answer.ok ? 0 : errors[answer.error].code)
        .bytes(answer.body)
        .end()
    this.#done()
  }

  #done(): void {
    this.#calls -= 1
    this.#idleWhenDone()
    const { answerBytesMax, linkBytesMax } = this.#settings
    const queued = this.#writer.queuedBytes
    if (this.#isOver || queued <= answerBytesMax) return
    if (queued > linkBytesMax) {
      this.#deps.log.error({ node: this.node, queued }, 'a process with connections does not read')
      return this.#stream.destroy()
    }
    if (this.#heldBack) return
    this.#heldBack = true
    this.#stream.pause()
  }

  #idleWhenDone(): void {
    if (this.#paused && this.#calls === 0) this.#events.idle()
  }

  #drained(): void {
    this.#outlet?.tellBehind()
    if (!this.#heldBack || this.#writer.queuedBytes > this.#settings.answerBytesMax / 2) return
    this.#heldBack = false
    this.#stream.resume()
  }

  // ---- the end

  #closed(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#outlet?.end()
    this.#writer.close()
    this.#leaveAll()
    this.#events.over()
  }

  #leaveAll(): void {
    const gone: { id: number; epoch: number }[] = []
    this.#deps.registry.eachConnected(({ id, epoch, route }) => {
      if (route?.outlet === this.#outlet) gone.push({ id, epoch })
    })
    for (const { id, epoch } of gone) this.#deps.commands.left(id, epoch, 'lost')
  }
}

/** Who is asked about answers within this time, unless its link stands still. */
const doubtedRetryMs = 200
const subscribeCommand = commandTable.subscribePresence.id
const closeOf = {
  restored: undefined,
  superseded: 'TAKEN_OVER',
  ended: 'SIGNED_OUT',
} as const satisfies Record<RestoreOutcome, unknown>
