import {
  accountClient,
  createCore,
  deviceTokens,
  type AccountId,
  type Conversation,
  type IM,
} from '@parley/client'
import { DeviceRecorder } from '../recorder/device-recorder.ts'
import type { Line } from '../checker/history.ts'
import { DeviceStorage } from './device-storage.ts'
import { deviceTransport } from './device-transport.ts'
import { HostClock } from './host-clock.ts'
import type { Network } from './network.ts'
import type { SeededRandom } from './seeded-random.ts'
import type { Timeline } from './timeline.ts'
import { serverHost } from './world-server.ts'

const url = `world://${serverHost}`
const client = 'world/0.1.0'
const password = 'open sesame 7'
/** A device that is awake does something at least this often. */
const actEveryMs = 2_000

export interface DeviceDeps {
  timeline: Timeline
  network: Network
  random: SeededRandom
  emit(line: Line): void
  note(what: string): void
}

interface Life {
  clock: HostClock
  im: IM
}

/** One device of one person: the production client on a host of its own, and somebody who uses it. */
export class WorldDevice {
  readonly name: string
  readonly handle: string
  account: AccountId = 0
  /** Accounts that this person writes to. */
  peers: readonly AccountId[] = []
  acting = false
  readonly #deps: DeviceDeps
  readonly #random: SeededRandom
  readonly #recorder: DeviceRecorder
  readonly #storage = new DeviceStorage()
  #life: Life | undefined
  #wallOffsetMs: number
  #sent = 0
  #lives = 0
  actions = 0

  constructor(name: string, handle: string, deps: DeviceDeps) {
    this.name = name
    this.handle = handle
    this.#deps = deps
    this.#random = deps.random
    this.#wallOffsetMs = Math.round(this.#random.between(-3_000, 3_000))
    this.#recorder = new DeviceRecorder({
      device: name,
      nowMs: () => deps.timeline.nowMs,
      emit: (line) => deps.emit(line),
    })
  }

  get running(): boolean {
    return this.#life !== undefined
  }

  get im(): IM | undefined {
    return this.#life?.im
  }

  get recorder(): DeviceRecorder {
    return this.#recorder
  }

  /** Makes the account, or signs in to it. */
  async signUp(first: boolean): Promise<void> {
    const { tokens } = this.#parts(new HostClock(this.#deps.timeline, this.#wallOffsetMs))
    const device = { deviceClass: 1, name: this.name }
    const { handle } = this
    const signedIn = await (first
      ? tokens.register({ handle, password, device })
      : tokens.signIn({ handle, password, device }))
    this.account = signedIn.account
    this.#recorder.declare(this.account)
  }

  #parts(clock: HostClock) {
    const { network } = this.#deps
    const transport = deviceTransport(network, this.name)
    const storage = this.#storage.open(clock)
    this.#lives += 1
    const random = this.#random.fork(`life-${this.#lives}`)
    const limits = { urls: [url], attemptTimeoutMs: 15_000, attemptsMax: 20 }
    const accounts = accountClient({ clock, random, transport }, limits)
    const tokens = deviceTokens({ client: accounts, storage, clock })
    return { transport, storage, random, tokens }
  }

  start(): void {
    if (this.#life !== undefined) return
    this.#deps.network.back(this.name)
    const clock = new HostClock(this.#deps.timeline, this.#wallOffsetMs)
    const { transport, storage, random, tokens } = this.#parts(clock)
    const limits = {
      windowEntriesMax: 120,
      cachedEntriesMax: 60,
      gapEntriesMax: 40,
      backoffMaxMs: 8_000,
    }
    const im = createCore(
      { clock, random, transport, client },
      { url, token: tokens.token, storage, limits },
    )
    const life = { clock, im }
    this.#life = life
    this.#deps.note(`${this.name} starts`)
    this.#recorder.attach(im)
    im.on('state', (state) => this.#deps.note(`${this.name} is ${state.name}`))
    im.start().catch((fault: unknown) => this.#deps.note(`${this.name}: ${String(fault)}`))
    this.#actLater(life)
  }

  /** The program is killed, or the machine loses power; what it had stored stays. */
  kill(how: 'reset' | 'silent'): void {
    const life = this.#life
    if (life === undefined) return
    this.#deps.note(`${this.name} is killed (${how})`)
    this.#life = undefined
    life.clock.kill()
    this.#deps.network.kill(this.name, how)
    this.#recorder.detach(false)
  }

  async stopCleanly(): Promise<void> {
    const life = this.#life
    if (life === undefined) return
    this.#deps.note(`${this.name} stops`)
    await life.im.stop()
    if (this.#life !== life) return
    this.#life = undefined
    life.clock.kill()
    this.#deps.network.kill(this.name, 'reset')
    this.#recorder.detach(true)
  }

  freeze(): void {
    this.#deps.note(`${this.name} sleeps`)
    this.#life?.clock.freeze()
    this.#deps.network.change(this.name, { upBlocked: true, downBlocked: true })
  }

  thaw(): void {
    this.#deps.note(`${this.name} wakes`)
    this.#deps.network.change(this.name, { upBlocked: false, downBlocked: false })
    this.#life?.clock.thaw()
  }

  stepClock(byMs: number): void {
    this.#wallOffsetMs += byMs
    this.#life?.clock.step(byMs)
  }

  conversations(): Conversation[] {
    const { im } = this
    if (im === undefined) return []
    return im.conversations
      .getSnapshot()
      .filter(({ id }) => id !== 0)
      .map(({ id }) => im.conversation(id))
  }

  #actLater(life: Life): void {
    const waitMs = this.#random.between(200, actEveryMs)
    life.clock.after(waitMs, () => {
      if (this.#life !== life) return
      if (this.acting) this.#act(life.im)
      this.#actLater(life)
    })
  }

  #act(im: IM): void {
    this.actions += 1
    const peer = this.#random.pick(this.peers)
    const conversation = im.conversation({ account: peer })
    this.#recorder.watch(conversation)
    const dice = this.#random.below(100)
    if (dice < 45) this.#send(conversation, peer)
    else if (dice < 50) for (let count = 0; count < 4; count += 1) this.#send(conversation, peer)
    else if (dice < 72) conversation.markRead()
    else if (dice < 84) conversation.typing()
    else if (conversation.id === 0) this.#send(conversation, peer)
    else this.#look(conversation, dice)
  }

  #look(conversation: Conversation, dice: number): void {
    const { headSeq } = conversation.summary.getSnapshot()
    const place = 1 + this.#random.below(Math.max(1, headSeq))
    const limit = 5 + this.#random.below(30)
    if (dice < 88) quietly(conversation.older({ limit }))
    else if (dice < 91) quietly(conversation.openAt(place))
    else if (dice < 95) quietly(conversation.openLatest())
    else if (dice < 98) quietly(this.#recorder.history(conversation, { from: place, limit }))
    else quietly(this.#recorder.history(conversation, { backward: true, limit }))
  }

  #send(conversation: Conversation, peer: AccountId): void {
    this.#sent += 1
    const dice = this.#random.below(200)
    const length = dice === 0 ? 12_000 : dice < 10 ? 2_000 : this.#random.below(120)
    const text = `${this.name}.${this.#sent} ${'lorem '.repeat(1 + length / 6)}`
    try {
      this.#recorder.send(conversation, peer, text)
    } catch (fault) {
      this.#deps.note(`${this.name} cannot send: ${String(fault)}`)
    }
  }
}

/** NOTE what fails because the network is away is tried again by the person some other time. */
function quietly(work: Promise<unknown>): void {
  work.catch(() => {})
}
