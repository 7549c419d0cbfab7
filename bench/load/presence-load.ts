import { setTimeout as sleep } from 'node:timers/promises'
import { pushes, wire } from '@parley/protocol'
import { accountId } from '../lab/accounts.ts'
import { cpuBetween, sampleCpu } from '../lab/proc.ts'
import { Crowd } from './crowd.ts'
import type { Endpoint } from './endpoint.ts'
import type { Peer } from './peer.ts'
import { Samples, type Percentiles } from './samples.ts'
import { Screens } from './screens.ts'
import { spanSince, type Span } from './timed-samples.ts'

export interface PresenceArrival {
  endpoint: Endpoint
  firstUser: number
  users: number
  /** Each has so many others of these on its screen, all of whom are online. */
  watched: number
}

export interface PresenceWork {
  serverPid: number
  flipsPerSecond: number
  /** Nothing happens before it is measured: a server to which many have come still compiles and collects. */
  calmMs: number
  measureMs: number
}

export interface PresenceResult {
  flips: number
  /** One account told to one session; several in one frame. */
  told: number
  frames: number
  /** CPU of the server while they were made and told, and what the same crowd costs at rest in as much time. */
  flippingUs: number
  restUs: number
  /** From the intended time of a flip. */
  seenMs: Percentiles
  spans: { rest: Span; churn: Span }
  faults: string[]
}

const openingMax = 64
const settleMsMax = 120_000
const lookEveryMs = 250
const faultsMax = 20
const { PRESENCE_STATUS_BUSY: busy, PRESENCE_STATUS_ONLINE: online } = wire.PresenceStatus

let churn: Churn | undefined

/** Everybody comes online and looks at some others, until all see all of them there. */
export function presenceArrive(input: PresenceArrival): Promise<void> {
  churn = new Churn(input)
  return churn.arrive()
}

/** At first nothing happens; then some change what they show, until everybody has seen it. Then they go. */
export async function presenceWork(input: PresenceWork): Promise<PresenceResult> {
  if (churn === undefined) throw new Error('nobody has arrived')
  try {
    return await churn.run(input)
  } finally {
    churn.leave()
    churn = undefined
  }
}

class Churn {
  readonly #input: PresenceArrival
  readonly #crowd = new Crowd()
  readonly #screens: Screens
  /** What an account shows when it is not `online`, and since when it shows what it does. */
  readonly #flipped = new Map<number, { status: number; atMs: number }>()
  readonly #running = new Map<number, Promise<void>>()
  readonly #seen = new Samples()
  readonly #faults: string[] = []
  #told = 0
  #frames = 0

  constructor(input: PresenceArrival) {
    this.#input = input
    this.#screens = new Screens(input.firstUser, input.users, input.watched)
  }

  async arrive(): Promise<void> {
    const { endpoint, firstUser, users } = this.#input
    await this.#crowd.join({ endpoint, firstUser, users, openingMax })
    const waiting = [...this.#crowd.peers]
    const work = async () => {
      for (let peer = waiting.pop(); peer !== undefined; peer = waiting.pop())
        await this.#look(peer)
    }
    await Promise.all(Array.from({ length: openingMax }, work))
    await this.#allSeen()
  }

  async run(input: PresenceWork): Promise<PresenceResult> {
    const { serverPid, flipsPerSecond, calmMs, measureMs } = input
    await sleep(calmMs)
    const before = await spent(serverPid, () => sleep(measureMs / 2))
    this.#told = 0
    this.#frames = 0
    let flips = 0
    const all = await spent(serverPid, async () => {
      flips = await this.#flipFor(measureMs, 1_000 / flipsPerSecond)
      await this.#allSeen()
    })
    // NOTE half of it after: whatever gets dearer or cheaper by itself is not counted for the flips.
    const after = await spent(serverPid, () => sleep(measureMs / 2))
    const restUs = ((before.us + after.us) * all.tookMs) / (before.tookMs + after.tookMs)
    const faults = this.#faults
    const [told, frames] = [this.#told, this.#frames]
    if (told > flips * this.#input.watched) this.#fault(`told ${told} times of ${flips} flips`)
    if (this.#crowd.lost > 0) this.#fault(`${this.#crowd.lost} connections were lost`)
    const seenMs = this.#seen.percentiles()
    const spans = { rest: before.span, churn: all.span }
    return { flips, told, frames, flippingUs: all.us, restUs, seenMs, spans, faults }
  }

  leave(): void {
    this.#crowd.leave()
  }

  async #look(peer: Peer): Promise<void> {
    const viewer = peer.user
    peer.onPush = (command, body) => {
      if (command === pushes.presence.id) this.#tell(viewer, wire.PresencePush.decode(body))
    }
    const accounts = this.#screens.accountsOf(viewer)
    const { presences } = await peer.ask('subscribePresence', { accounts })
    for (const { account, status } of presences)
      this.#screens.showAtFirst(viewer, account ?? 0, status ?? 0)
  }

  #tell(viewer: number, { presences }: wire.PresencePush): void {
    this.#frames += 1
    for (const { account, status } of presences) {
      this.#told += 1
      if (!this.#screens.show(viewer, account ?? 0, status ?? 0))
        this.#fault(`user ${viewer} was told of account ${account}`)
      const flip = this.#flipped.get(account ?? 0)
      if (flip !== undefined && flip.status === status)
        this.#seen.add(performance.now() - flip.atMs)
    }
  }

  /** As by the clock, whatever became of the former ones. @returns how many. */
  async #flipFor(forMs: number, everyMs: number): Promise<number> {
    const { peers } = this.#crowd
    let flips = 0
    const untilMs = performance.now() + forMs
    for (let dueMs = performance.now(); dueMs < untilMs; dueMs += everyMs) {
      await sleep(Math.max(0, dueMs - performance.now()))
      const peer = peers[Math.floor(Math.random() * peers.length)]
      // NOTE two changes of one account at once could end in either order.
      if (peer === undefined || this.#running.has(peer.user)) continue
      flips += 1
      this.#running.set(peer.user, this.#flip(peer, dueMs))
    }
    await Promise.all(this.#running.values())
    return flips
  }

  async #flip(peer: Peer, atMs: number): Promise<void> {
    const account = accountId(peer.user)
    const status = this.#statusOf(account) === busy ? online : busy
    this.#flipped.set(account, { status, atMs })
    try {
      await peer.ask('setAccountSettings', { settings: { status } })
    } catch (thrown) {
      this.#fault(`user ${peer.user} could not change: ${(thrown as Error).message}`)
    } finally {
      this.#running.delete(peer.user)
    }
  }

  #statusOf(account: number): number {
    return this.#flipped.get(account)?.status ?? online
  }

  /** Until every screen shows everybody as they are. */
  async #allSeen(): Promise<void> {
    const statusOf = (account: number) => this.#statusOf(account)
    const untilMs = performance.now() + settleMsMax
    while (performance.now() < untilMs) {
      if (this.#screens.wrong(statusOf, 1).length === 0) return
      await sleep(lookEveryMs)
    }
    for (const wrong of this.#screens.wrong(statusOf, faultsMax)) this.#fault(wrong)
  }

  #fault(text: string): void {
    if (this.#faults.length < faultsMax) this.#faults.push(text)
  }
}

async function spent(pid: number, run: () => Promise<unknown>) {
  const before = sampleCpu(pid)
  const startMs = performance.now()
  await run()
  const tookMs = performance.now() - startMs
  return { us: cpuBetween(before, sampleCpu(pid)).us, tookMs, span: spanSince(startMs) }
}
