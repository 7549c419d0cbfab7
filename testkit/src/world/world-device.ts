import {
  accountClient,
  createCore,
  deviceTokens,
  type AccountId,
  type Conversation,
  type IM,
  type Message,
} from '@parley/client'
import { DeviceRecorder } from '../recorder/device-recorder.ts'
import type { Line } from '../checker/history.ts'
import { DeviceStorage } from './device-storage.ts'
import type { HttpFetch } from '../../../client/src/transport/http-fetch.ts'
import { deviceTransport } from './device-transport.ts'
import { serverHost } from './held-connections.ts'
import { HostClock } from './host-clock.ts'
import type { Network } from './network.ts'
import { Person } from './person.ts'
import type { Board, Hands } from './place.ts'
import type { SeededRandom } from './seeded-random.ts'
import type { Timeline } from './timeline.ts'
import { searchSomething, type Searching } from './search-acts.ts'
import { fetchBytes, worldFetch } from './world-fetch.ts'

const url = `world://${serverHost}`
const client = 'world/0.1.0'
const password = 'open sesame 7'
/** A device that is awake does something at least every two seconds. */
const actEveryMs = { low: 1_500, high: 2_000 }

/** After its start a program goes on with uploads. */
const goOnMs = { low: 300, high: 4_000 }
/** Connections of files: bytes a second. */
const rateMin = 3_000
const rateMean = 25_000
const rateMax = 1_000_000
const searchEveryMs = 12_000
const fileEveryMs = 15_000

export interface DeviceDeps {
  timeline: Timeline
  network: Network
  random: SeededRandom
  board: Board
  withoutActs: readonly string[]
  /** Undefined: nobody searches. */
  searching: Searching | undefined
  /** By which files are used more than by the others; undefined: they are not. */
  filing: SeededRandom | undefined
  emit(line: Line): void
  note(what: string): void
  /** Gets every page that it read. */
  page(device: WorldDevice, conversation: number, messages: readonly Message[]): void
  /** Its program begins, ends, sleeps or wakes, or its connection does. */
  changed(): void
}

interface Life {
  clock: HostClock
  im: IM
  fetch: HttpFetch
  /** What it has begun and is not done with. */
  doing: Set<{ what: string }>
  /** It was told to end: nobody uses it any more. */
  isEnding: boolean
}

/** One device of one person: the production client on a host of its own, and somebody who uses it. */
export class WorldDevice {
  readonly name: string
  readonly handle: string
  account: AccountId = 0
  acting = false
  /** Its program stands still. */
  asleep = false
  readonly #deps: DeviceDeps
  readonly #random: SeededRandom
  readonly #recorder: DeviceRecorder
  readonly #storage = new DeviceStorage()
  #life: Life | undefined
  #wallOffsetMs: number
  #lives = 0
  /** Who uses it. */
  readonly person: Person

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
      page: (conversation, messages) => deps.page(this, conversation, messages),
    })
    const { random, board, withoutActs } = deps
    this.person = new Person({
      ...{ name, random, board, withoutActs, recorder: this.#recorder },
      note: (what) => deps.note(what),
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
      gapEntriesMax: 15,
      backoffMaxMs: 8_000,
    }
    const { network } = this.#deps
    const fileRandom = random.fork('files')
    const fetch = worldFetch({
      ...{ network, host: this.name, clock },
      unanswered: () => {
        this.#deps.note(`${this.name}: a request is not answered`)
        this.#deps.board.files.figures.unanswered += 1
      },
      bytesPerSecond: () =>
        this.acting ? Math.min(rateMin + fileRandom.waitMs(rateMean), rateMax) : rateMax,
    })
    const im = createCore(
      { clock, random, transport, client, fetch },
      { url, token: tokens.token, storage, limits },
    )
    const life = { clock, im, fetch, doing: new Set<{ what: string }>(), isEnding: false }
    this.#life = life
    this.#deps.note(`${this.name} starts`)
    this.#recorder.attach(im)
    im.on('state', (state) => {
      this.#deps.note(`${this.name} is ${state.name}`)
      this.#deps.changed()
    })
    im.start().catch((fault: unknown) => this.#deps.note(`${this.name}: ${String(fault)}`))
    this.#actLater(life)
    this.#searchLater(life)
    this.#fileLater(life)
    this.#later(life, goOnMs.low, goOnMs.high, () => this.person.goOn(im, this.#hands(life)))
    this.#deps.changed()
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
    this.#deps.changed()
  }

  /** A draft, the last thing that somebody does before the program is closed. */
  jot(): void {
    const { im } = this
    if (im !== undefined && this.acting) this.person.jot(im)
  }

  async stopCleanly(): Promise<void> {
    const life = this.#life
    if (life === undefined) return
    this.#deps.note(`${this.name} stops`)
    life.isEnding = true
    await life.im.stop()
    if (this.#life !== life) return
    this.#life = undefined
    life.clock.kill()
    this.#deps.network.kill(this.name, 'reset')
    this.#recorder.detach(true)
    this.#deps.changed()
  }

  freeze(): void {
    this.#deps.note(`${this.name} sleeps`)
    this.asleep = true
    this.#life?.clock.freeze()
    this.#deps.network.change(this.name, { upBlocked: true, downBlocked: true })
    this.#deps.changed()
  }

  thaw(): void {
    this.#deps.note(`${this.name} wakes`)
    this.#deps.network.change(this.name, { upBlocked: false, downBlocked: false })
    this.asleep = false
    this.#life?.clock.thaw()
    this.#deps.changed()
  }

  stepClock(byMs: number): void {
    this.#wallOffsetMs += byMs
    this.#life?.clock.step(byMs)
  }

  conversations(): Conversation[] {
    const { im } = this
    if (im === undefined) return []
    const listed = im.conversations.getSnapshot().map(({ id }) => id)
    const hidden = [...this.#deps.board.hidden]
      .map((what) => what.split(' ').map(Number))
      .flatMap(([account, id = 0]) => (account === this.account ? [id] : []))
    return [...new Set([...listed, ...hidden])]
      .filter((id) => id !== 0)
      .map((id) => im.conversation(id))
  }

  /** What its program does for its own part, besides messages. */
  get doing(): string[] {
    return [...(this.#life?.doing ?? [])].map(({ what }) => what)
  }

  /** As a page shows an address. */
  fetchBytes(url: string): ReturnType<Hands['fetchBytes']> {
    if (this.#life === undefined) throw new Error(`${this.name} does not run`)
    const { fetch, clock } = this.#life
    return fetchBytes(fetch, clock, url)
  }

  #hands(life: Life): Hands {
    return {
      later: (low, high, run) => this.#later(life, low, high, run),
      fetchBytes: (address) => fetchBytes(life.fetch, life.clock, address),
      doing: (what) => {
        const one = { what }
        life.doing.add(one)
        return () => void life.doing.delete(one)
      },
    }
  }

  #later(life: Life, lowMs: number, highMs: number, run: () => void): void {
    life.clock.after(this.#random.between(lowMs, highMs), () => {
      if (this.#life === life && !life.isEnding) run()
    })
  }

  #searchLater(life: Life): void {
    const { searching } = this.#deps
    if (searching === undefined) return
    life.clock.after(searching.random.waitMs(searchEveryMs), () => {
      if (this.#life !== life || life.isEnding) return
      const { name } = this
      if (this.acting) searchSomething({ name, im: life.im, hands: this.#hands(life) }, searching)
      this.#searchLater(life)
    })
  }

  #fileLater(life: Life): void {
    const { filing } = this.#deps
    if (filing === undefined) return
    life.clock.after(filing.waitMs(fileEveryMs), () => {
      if (this.#life !== life || life.isEnding) return
      if (this.acting) this.person.useFiles(life.im, this.#hands(life), filing)
      this.#fileLater(life)
    })
  }

  #actLater(life: Life): void {
    const waitMs = this.#random.between(actEveryMs.low, actEveryMs.high)
    life.clock.after(waitMs, () => {
      if (this.#life !== life || life.isEnding) return
      if (this.acting) this.person.act(life.im, this.#hands(life))
      this.#actLater(life)
    })
  }
}
