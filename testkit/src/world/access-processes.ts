import type { ByteStream } from '../../../server/src/access/stream.ts'
import type { LinkSettings } from '../../../server/src/link/settings.ts'
import { AccessProcess, logicHost, type AccessProcessDeps } from './access-process.ts'
import { HostClock } from './host-clock.ts'
import { Network } from './network.ts'
import { goodPath, isGood, type PathState } from './path-state.ts'
import type { SeededRandom } from './seeded-random.ts'
import type { Timeline } from './timeline.ts'
import type { WorldFront } from './world-http.ts'

/** A socket within one machine. */
const localPath: Readonly<PathState> = {
  ...goodPath,
  delayMs: 0.1,
  jitterMs: 0.2,
  splitChance: 0.1,
}

/** Some links have so little room that pushes to them are dropped, calls are refused, and their streams stand still. */
const roomOfLinks: readonly Partial<LinkSettings>[] = [
  {},
  { pushBytesMax: 2_048, answerBytesMax: 8_192, behindPerSecond: 20 },
  { callsMax: 6, heldMax: 6, heldMs: 2_000, restoreSliceMax: 2 },
]

/** What has much to do, or too little room, is slow. */
const slowPath: Readonly<PathState> = {
  ...goodPath,
  delayMs: 20,
  jitterMs: 200,
  splitChance: 0.4,
  bytesPerSecond: 20_000,
}
const slow = 0.3

type Given = 'network' | 'told' | 'log' | 'problem'

export interface AccessProcessesDeps extends Pick<AccessProcessDeps, Given> {
  timeline: Timeline
  random: SeededRandom
  /** Of the sockets over which HTTP is passed on. */
  innerRandom: SeededRandom
  count: number
  front(): WorldFront
  note(what: string): void
  /** One of them is gone. */
  changed(): void
}

/** The processes with connections of a server, and the sockets by which they reach its rules. */
export class AccessProcesses {
  readonly #deps: AccessProcessesDeps
  readonly #local: Network
  readonly #inner: Network
  readonly #running = new Map<string, AccessProcess>()
  readonly #random: SeededRandom
  #starts = 0

  constructor(deps: AccessProcessesDeps) {
    this.#deps = deps
    this.#random = deps.random
    this.#local = new Network(deps.timeline, deps.random.fork('local'))
    this.#inner = new Network(deps.timeline, deps.innerRandom)
    for (const host of [logicHost, ...this.#names]) this.#change(host, localPath)
  }

  get #names(): string[] {
    return Array.from({ length: this.#deps.count }, (_, index) => `access-${index + 1}`)
  }

  get count(): number {
    return this.#deps.count
  }

  /** Each is there, and reaches the rules. */
  get areWhole(): boolean {
    return this.#names.every((name) => this.#running.has(name) && this.#isGood(name))
  }

  #isGood(name: string): boolean {
    return isGood(this.#local.path(name)) && isGood(this.#inner.path(name))
  }

  /** How much of it there is in one life of the rules, at their end. */
  roomOfLinks(): Partial<LinkSettings> {
    return this.#random.pick(roomOfLinks)
  }

  /** Starts those that do not run. */
  start(heartbeatMs: number, wallOffsetMs: number): void {
    const { timeline, note, network, told, log, problem, front } = this.#deps
    for (const name of this.#names) {
      if (this.#running.has(name)) continue
      this.#starts += 1
      note(`${name} starts (${this.#starts})`)
      const random = this.#random.fork(`process-${this.#starts}`)
      const process = new AccessProcess({
        ...{ network, told, log, problem, random, heartbeatMs, process: name },
        ...{ local: this.#local, inner: this.#inner, front: front() },
        clock: new HostClock(timeline, wallOffsetMs),
        link: random.pick(roomOfLinks),
      })
      this.#running.set(name, process)
    }
  }

  /** The rules take links. @returns what stops it again. */
  listen(attach: (stream: ByteStream) => void): () => void {
    return this.#local.listen(logicHost, attach)
  }

  /** And what is passed on to them. @returns what stops it again. */
  listenInner(attach: (stream: ByteStream) => void): () => void {
    return this.#inner.listen(logicHost, attach)
  }

  /** The process with the rules is gone. */
  rulesGone(): void {
    this.#local.kill(logicHost, 'reset')
    this.#inner.kill(logicHost, 'reset')
  }

  step(byMs: number): void {
    for (const process of this.#running.values()) process.step(byMs)
  }

  kill(how: 'reset' | 'silent'): void {
    for (const process of this.#running.values()) process.kill(how)
    this.#running.clear()
  }

  /** Sends all connections away, and ends. */
  async stop(): Promise<void> {
    await Promise.all([...this.#running.values()].map((process) => this.#stop(process)))
  }

  /** R15: the disk has failed. */
  async close(): Promise<void> {
    const closing = [...this.#running.values()].map(async (process) => {
      await process.close()
      this.#gone(process)
    })
    await Promise.all(closing)
  }

  // ---- faults

  killOne(random: SeededRandom): void {
    const process = this.#one(random)
    if (process === undefined) return
    this.#deps.note(`${process.name} is killed`)
    this.#gone(process)
  }

  /** As one does that gives way to a newer one. */
  async stopOne(random: SeededRandom): Promise<void> {
    const process = this.#one(random)
    if (process === undefined) return
    this.#deps.note(`${process.name} drains`)
    await this.#stop(process)
  }

  /** Nothing goes over one link, in one direction or both, or little does, until the returned is called. */
  blockOne(random: SeededRandom): () => void {
    const name = random.pick(this.#names)
    const how = random.below(3)
    const isSlow = random.chance(slow)
    this.#deps.note(`the link of ${name} ${isSlow ? 'is slow' : 'stands still'}`)
    if (isSlow) this.#change(name, slowPath)
    else this.#change(name, { upBlocked: how !== 1, downBlocked: how !== 0 })
    return () => this.#change(name, localPath)
  }

  cutOne(random: SeededRandom): void {
    const name = random.pick(this.#names)
    this.#deps.note(`the link of ${name} is cut`)
    this.#local.cut(name)
    this.#inner.cut(name)
  }

  /** Every link is as it should be. */
  mend(): void {
    for (const name of this.#names) this.#change(name, localPath)
  }

  #change(host: string, to: Partial<PathState>): void {
    for (const network of [this.#local, this.#inner]) network.change(host, to)
  }

  #one(random: SeededRandom): AccessProcess | undefined {
    const running = [...this.#running.values()]
    return running.length === 0 ? undefined : random.pick(running)
  }

  async #stop(process: AccessProcess): Promise<void> {
    await process.stop()
    this.#gone(process)
  }

  #gone(process: AccessProcess): void {
    if (this.#running.get(process.name) !== process) return
    this.#running.delete(process.name)
    process.kill('reset')
    this.#deps.changed()
  }
}
