import { deflateRawSync } from 'node:zlib'
import { commands, uuidV7Minter, wire } from '@parley/protocol'
import { createAccess, type Access } from '../../../server/src/access/create-access.ts'
import { compose } from '../../../server/src/app/compose.ts'
import { nodeCompression } from '../../../server/src/base/node/node-compression.ts'
import { nodeHashing } from '../../../server/src/base/node/node-hashing.ts'
import { silentLog } from '../../../server/src/base/log.ts'
import type { Answer, Origin } from '../../../server/src/commands/port.ts'
import { createMemoryStore } from '../../../server/src/data/memory/memory-store.ts'
import { worldRules } from '../world/world-server.ts'
import type { RoundDeps } from './decoder.ts'
import { password, type KnownFacts } from './honest-bodies.ts'
import { PumpClock } from './pump-clock.ts'

const accountCount = 4
const entriesEach = 12
/** No limit on how much comes: it is what comes that is tried. */
const freely = { perSecond: 1e9, burst: 1e9 }
/** The last one takes longer than a frame may, where somebody inflates it whole. */
const bombBytes = [300_000, 4_000_000, 96_000_000]

/** Nothing of what argon2 makes of a password is tried here: it takes its time on purpose. */
const passwords = {
  hash: async (text: string) => `hash of ${text}`,
  verify: async (text: string, phc: string | undefined) => phc === `hash of ${text}`,
}

let made: readonly Uint8Array[] | undefined

/** Bodies that grow when they are inflated. */
export function bombs(): readonly Uint8Array[] {
  made ??= bombBytes.map((bytes) => deflateRawSync(new Uint8Array(bytes)))
  return made
}

/** The production access, commands, logic, session and data code over a memory engine, with people who talk. */
export class HostileServer {
  readonly clock = new PumpClock()
  readonly access: Access
  readonly #deps: RoundDeps
  readonly #composed
  readonly #mint: () => Uint8Array
  facts: KnownFacts
  #newcomers = 0

  constructor(deps: RoundDeps) {
    this.#deps = deps
    const { clock } = this
    const { random } = deps
    const failed = (fields: Readonly<Record<string, unknown>>, message: string) =>
      deps.violation(`the server says: ${message} ${JSON.stringify(fields)}`)
    const log = { ...silentLog, error: failed }
    const store = createMemoryStore({ clock, random })
    const ports = { clock, random, hashing: nodeHashing, passwords, log, store }
    const limits = { accountRequestsBurst: 1e9, accountRequestsPerSecond: 1e9, resumableMs: 2_000 }
    this.#composed = compose(ports, { ...worldRules, ...limits })
    const { commands: port } = this.#composed
    this.access = createAccess({
      ...{ clock, random, compression: nodeCompression, log, commands: port },
      settings: { frameRate: freely, excessRate: freely, lingerMs: 50 },
    })
    this.#mint = uuidV7Minter({ nowMs: () => clock.wallMs(), fill: (bytes) => random.fill(bytes) })
    this.facts = {
      ...{ accounts: [], conversations: [], handles: [], accessTokens: [], refreshTokens: [] },
      ...{ resumes: [], syncTokens: [], pages: [], mint: this.#mint },
    }
  }

  get hashing() {
    return nodeHashing
  }

  get commands() {
    return this.#composed.commands
  }

  get deps() {
    return this.#composed.deps
  }

  /** Some accounts, and what they have to do with each other. */
  async people(): Promise<void> {
    const people = []
    for (let index = 0; index < accountCount; index += 1) people.push(await this.#person(index))
    const accounts = people.map(({ account }) => account)
    const conversations = new Set<number>()
    const syncTokens: Uint8Array[] = []
    const pages: Uint8Array[] = []
    for (const { session, epoch } of people) {
      for (const account of accounts) {
        for (let entry = 0; entry < entriesEach; entry += 1) {
          const text = `line ${entry}`
          const body = wire.EntryBody.encode({ text }).finish()
          const request = { target: { account }, clientId: this.#mint(), kind: 1, body }
          const sent = wire.SendRequest.encode(request).finish()
          const answer = await this.#ask(session, epoch, commands.send.id, sent)
          if (answer.ok) conversations.add(wire.SendReply.decode(answer.body).conversation)
        }
      }
      for (const conversationsMax of [0, 1]) {
        const request = wire.SyncRequest.encode({ conversationsMax }).finish()
        const answer = await this.#ask(session, epoch, commands.sync.id, request)
        const reply = wire.SyncReply.decode(answer.body)
        if (reply.token.length > 0) syncTokens.push(reply.token.slice())
        if (reply.nextPage.length > 0) pages.push(reply.nextPage.slice())
      }
    }
    this.facts = {
      ...{ accounts, conversations: [...conversations], syncTokens, pages, mint: this.#mint },
      handles: people.map(({ handle }) => handle),
      accessTokens: people.map(({ accessToken }) => accessToken),
      refreshTokens: people.map(({ refreshToken }) => refreshToken),
      resumes: people.map(({ session, resumeKey }) => ({ session, resumeKey })),
    }
  }

  async #person(index: number) {
    const handle = `person${index}`
    const device = { deviceClass: 1 + index, name: 'here' }
    const registered = wire.RegisterRequest.encode({
      ...{ handle, password, device, requestKey: this.#mint() },
    }).finish()
    const made = await this.#greet(commands.register.id, registered)
    const { account, accessToken, refreshToken } = wire.Credentials.decode(made.answer.body)
    const login = wire.LoginRequest.encode({ accessToken, client: 'hostile/1.0.0' }).finish()
    const { answer, opened } = await this.#greet(commands.login.id, login)
    if (opened === undefined) throw new Error('no session')
    const { resumeKey } = wire.LoginReply.decode(answer.body)
    const { session, epoch } = opened
    return { handle, account, accessToken, refreshToken, session, epoch, resumeKey }
  }

  /** The device of this person has ended: somebody else comes. */
  async replace(index: number): Promise<void> {
    const { accessToken, refreshToken } = await this.newcomer(1 + index)
    const { accessTokens, refreshTokens } = this.facts
    this.facts = {
      ...this.facts,
      accessTokens: accessTokens.with(index, accessToken),
      refreshTokens: refreshTokens.with(index, refreshToken),
    }
  }

  /** A new account with one device. */
  async newcomer(deviceClass: number) {
    this.#newcomers += 1
    const device = { deviceClass, name: 'here' }
    const request = { handle: `newcomer${this.#newcomers}`, password, device }
    const body = wire.RegisterRequest.encode({ ...request, requestKey: this.#mint() }).finish()
    const { answer } = await this.#greet(commands.register.id, body)
    if (!answer.ok) throw new Error(`an honest registration is refused: ${answer.error}`)
    return wire.Credentials.decode(answer.body)
  }

  async #greet(command: number, body: Uint8Array) {
    const outlet = { node: 'hostile', push() {}, close() {} }
    const origin: Origin = { address: '127.0.0.1', transport: 'tcp', outlet, connection: 0 }
    return this.#settled(this.commands.greet(origin, command, body))
  }

  #ask(session: number, epoch: number, command: number, body: Uint8Array): Promise<Answer> {
    return this.#settled(this.commands.handle(session, epoch, command, body))
  }

  async #settled<T>(promise: Promise<T>): Promise<T> {
    await this.clock.settle()
    return promise
  }

  violation(what: string, bytes?: Uint8Array): void {
    this.#deps.violation(what, bytes)
  }
}
