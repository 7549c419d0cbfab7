import {
  closes,
  commands,
  notes,
  pushes,
  uuidV7Minter,
  wire,
  type CloseName,
  type CommandName,
  type ErrorName,
  type NoteInit,
  type NoteName,
  type PushName,
  type ReplyRead,
  type RequestInit,
} from '@parley/protocol'
import { nodeHashing } from '../../base/node/node-hashing.ts'
import { nodeRandom } from '../../base/node/node-random.ts'
import { silentLog } from '../../base/log.ts'
import { ManualClock } from '../../base/testing/manual-clock.ts'
import { createMemoryStore } from '../../data/memory/memory-store.ts'
import { compose, type RuleSettings } from '../../app/compose.ts'
import { settingFallbacks } from '../../app/settings.ts'
import type { Outlet } from '../../session/outlet.ts'
import type { Answer, CommandPort } from '../port.ts'

export interface ReceivedPush {
  name: PushName
  body: Record<string, unknown>
}

/** What a request came to: the reply, or the refusal's name. */
export type Outcome<N extends CommandName> =
  | { reply: ReplyRead<N> }
  | { error: ErrorName; retryAfterMs: number }

const settingsDefault: RuleSettings = {
  ...settingFallbacks,
  resumableMs: 60_000,
  accountRequestsBurst: 10_000,
  accountRequestsPerSecond: 10_000,
  registration: true,
  editWithinMs: 600_000,
  recallWithinMs: 600_000,
}
/** Quick, and as easy to tell apart as the real ones. */
export const testPasswords = {
  hash: async (password: string) => `hash of ${password}`,
  verify: async (password: string, phc: string | undefined) => phc === `hash of ${password}`,
}
export const password = 'a good long password'
export const webDevice = { deviceClass: wire.DeviceClass.DEVICE_CLASS_WEB, name: 'Chrome' }

/** The rules over a memory store, driven through the command port as access would, with no wire between. */
export class RulesWorld implements Outlet {
  readonly node = 'test'
  readonly clock: ManualClock
  readonly store
  readonly settings: RuleSettings
  port: CommandPort
  readonly composed
  readonly pushed = new Map<number, ReceivedPush[]>()
  readonly closed = new Map<number, CloseName>()
  readonly mint = uuidV7Minter({
    nowMs: () => this.clock.wallMs(),
    fill: (bytes) => nodeRandom.fill(bytes),
  })
  #connections = 0

  constructor(settings: Partial<RuleSettings> = {}, clock: ManualClock = new ManualClock()) {
    this.clock = clock
    this.store = createMemoryStore({ clock, random: nodeRandom })
    this.settings = { ...settingsDefault, ...settings }
    const ports = {
      clock: this.clock,
      random: nodeRandom,
      hashing: nodeHashing,
      passwords: testPasswords,
      log: silentLog,
    }
    this.composed = compose({ ...ports, store: this.store }, this.settings)
    this.port = this.composed.commands
  }

  push(connections: readonly number[], command: number, body: Uint8Array): void {
    for (const [name, row] of Object.entries(pushes)) {
      if (row.id !== command) continue
      const push = {
        name: name as PushName,
        body: row.body.decode(body) as unknown as Record<string, unknown>,
      }
      for (const connection of connections) this.pushed.get(connection)?.push(push)
    }
  }

  close(connection: number, reason: CloseName): void {
    this.closed.set(connection, reason)
    if (!(reason in closes)) throw new Error(`no close ${reason}`)
  }

  /** Lets the store commit and answer. */
  async settled<T>(promise: Promise<T>): Promise<T> {
    let done = false
    void promise.then(
      () => (done = true),
      () => (done = true),
    )
    for (let turn = 0; turn < 100 && !done; turn += 1) await this.clock.advance(1)
    return promise
  }

  async greet<N extends 'register' | 'signIn' | 'refresh' | 'login' | 'resume'>(
    name: N,
    request: RequestInit<N>,
    address = '203.0.113.1',
  ) {
    this.#connections += 1
    const connection = this.#connections
    this.pushed.set(connection, [])
    const origin = { address, transport: 'tcp', outlet: this, connection } as const
    const body = encode(commands[name].request, request)
    const { answer, opened } = await this.settled(this.port.greet(origin, commands[name].id, body))
    return { connection, opened, outcome: outcomeOf(name, answer) }
  }

  /** A new account with one device that is logged in. */
  async person(handle: string, address?: string): Promise<Device> {
    const request = { handle, password, device: webDevice, requestKey: this.mint() }
    const { outcome } = await this.greet('register', request, address)
    return this.device(replyOf(outcome), address)
  }

  /** Another device of the account. */
  async otherDevice(handle: string): Promise<Device> {
    const request = { handle, password, device: webDevice, requestKey: this.mint() }
    const { outcome } = await this.greet('signIn', request)
    return this.device(replyOf(outcome))
  }

  async device(credentials: ReplyRead<'register'>, address?: string): Promise<Device> {
    const { accessToken } = credentials
    const login = { accessToken, client: 'test/1' }
    const { connection, opened, outcome } = await this.greet('login', login, address)
    if (opened === undefined) throw new Error('no session')
    return new Device(this, {
      credentials,
      connection,
      session: opened.session,
      epoch: opened.epoch,
      login: replyOf(outcome),
    })
  }
}

interface DeviceFacts {
  credentials: ReplyRead<'register'>
  connection: number
  session: number
  epoch: number
  login: ReplyRead<'login'>
}

/** One logged-in device. */
export class Device {
  readonly world: RulesWorld
  readonly facts: DeviceFacts

  constructor(world: RulesWorld, facts: DeviceFacts) {
    this.world = world
    this.facts = facts
  }

  get account(): number {
    return this.facts.credentials.account
  }

  async ask<N extends CommandName>(name: N, request: RequestInit<N>): Promise<Outcome<N>> {
    return this.world.settled(this.start(name, request))
  }

  /** Gives the request without letting time pass. */
  async start<N extends CommandName>(name: N, request: RequestInit<N>): Promise<Outcome<N>> {
    const { session, epoch } = this.facts
    const body = encode(commands[name].request, request)
    return outcomeOf(name, await this.world.port.handle(session, epoch, commands[name].id, body))
  }

  async get<N extends CommandName>(name: N, request: RequestInit<N>): Promise<ReplyRead<N>> {
    return replyOf(await this.ask(name, request))
  }

  async note<N extends NoteName>(name: N, note: NoteInit<N>): Promise<void> {
    this.startNote(name, note)
    await this.world.clock.advance(200)
  }

  /** Gives the note without letting time pass. */
  startNote<N extends NoteName>(name: N, note: NoteInit<N>): void {
    const { session, epoch } = this.facts
    this.world.port.note(session, epoch, notes[name].id, encode(notes[name].body, note))
  }

  send(
    to: { conversation: number } | { account: number },
    text: string,
    more: Partial<RequestInit<'send'>> = {},
  ) {
    return this.ask('send', this.message(to, text, more))
  }

  message(
    to: { conversation: number } | { account: number },
    text: string,
    more: Partial<RequestInit<'send'>> = {},
  ) {
    const kind = wire.EntryKind.ENTRY_KIND_TEXT
    const body = wire.EntryBody.encode({ text }).finish()
    return { target: to, clientId: this.world.mint(), kind, body, ...more }
  }

  /** What was pushed since the last look. */
  taken(name?: PushName): ReceivedPush[] {
    const pushed = this.world.pushed.get(this.facts.connection) ?? []
    const taken = pushed.filter((push) => name === undefined || push.name === name)
    this.world.pushed.set(
      this.facts.connection,
      pushed.filter((push) => !taken.includes(push)),
    )
    return taken
  }

  get closed(): CloseName | undefined {
    return this.world.closed.get(this.facts.connection)
  }
}

export function replyOf<N extends CommandName>(outcome: Outcome<N>): ReplyRead<N> {
  if ('error' in outcome) throw new Error(`refused: ${outcome.error}`)
  return outcome.reply
}

export function errorOf(outcome: Outcome<CommandName>): ErrorName | undefined {
  return 'error' in outcome ? outcome.error : undefined
}

function outcomeOf<N extends CommandName>(name: N, answer: Answer): Outcome<N> {
  if (answer.ok) return { reply: commands[name].reply.decode(answer.body) as ReplyRead<N> }
  return { error: answer.error, retryAfterMs: wire.ErrorBody.decode(answer.body).retryAfterMs }
}

function encode(codec: unknown, message: unknown): Uint8Array {
  return (codec as { encode(message: unknown): { finish(): Uint8Array } }).encode(message).finish()
}
