import type { AccessProcesses } from './access-processes.ts'
import type { Network } from './network.ts'
import { goodPath, type PathState } from './path-state.ts'
import type { SeededRandom } from './seeded-random.ts'
import type { Timeline } from './timeline.ts'
import type { WorldDevice } from './world-device.ts'
import { endpointHost, type EndpointMood, type WorldEndpoint } from './world-endpoint.ts'
import type { CrashKind } from './world-disk.ts'
import type { WorldEngine } from './world-engine.ts'
import type { WorldServer } from './world-server.ts'
import type { RuleSettings } from '../../../server/src/app/compose.ts'

const clockStepMaxMs = 86_400_000
/** Up to so many devices faults of the server are as many among all as its weight says. */
const serverFaultsTo = 20

const slowPath = { delayMs: 400, jitterMs: 1_500, splitChance: 0.4 } as const

/** What operators change while people talk; none of it may break a promise. */
const otherSettings: readonly Partial<RuleSettings>[] = [
  {},
  { editWithinMs: 3_000, recallWithinMs: 3_000 },
  { groupMembersMax: 3 },
  { strangersMayWrite: false },
  { resumableMs: 0 },
  { contactRequestLifeMs: 5_000, contactRequestsPerTarget: 1 },
  { accountRequestsBurst: 100, accountRequestsPerSecond: 50 },
  { heartbeatMs: 3_000 },
  { fileBytesMax: 30_000, fileUploadsMax: 1 },
  { uploadIdleMs: 3_000 },
  { fileUnsentMs: 5_000 },
]

/** Of their own chance, so that the other faults are what they are without them. */
const ofSearch = 'threads of search'

type Fault = [weight: number, fault: [name: string, act: () => void]]

interface NemesisDeps {
  timeline: Timeline
  random: SeededRandom
  network: Network
  engine: WorldEngine
  server: WorldServer
  endpoint: WorldEndpoint
  devices: readonly WorldDevice[]
  /** The mean time between two of its acts. */
  everyMs: number
  /** Faults that do not happen, by kind or by their place in the row: what is left happens as it did. */
  without: ReadonlySet<string | number>
  note(what: string): void
}

/** Everything that goes wrong in a world, at moments and in places that chance picks. */
export class Nemesis {
  readonly #deps: NemesisDeps
  /** When and what. */
  readonly #schedule: SeededRandom
  /** Of the fault that happens now: of its own, so that one that is left out leaves the others as they are. */
  #random: SeededRandom
  #count = 0
  #active = false
  #steppedMs = 0
  /** Files that no message names had a short time for a while. */
  shortensUnsent = false
  readonly done: Record<string, number> = {}

  /** How many faults the schedule has had, those left out included. */
  get count(): number {
    return this.#count
  }

  constructor(deps: NemesisDeps) {
    this.#deps = deps
    this.#schedule = deps.random
    this.#random = deps.random
  }

  start(): void {
    this.#active = true
    this.#later()
    const { engine, timeline, note, without } = this.#deps
    if (without.has(ofSearch)) return
    engine.search?.trouble(timeline, (what) => {
      this.done[ofSearch] = (this.done[ofSearch] ?? 0) + 1
      note(what)
    })
  }

  /** Nothing goes wrong any more, and what is broken becomes whole. */
  stop(): void {
    this.#active = false
    const { network, engine, server, devices, endpoint } = this.#deps
    engine.condition('good')
    engine.search?.mend()
    server.processes?.mend()
    server.start()
    network.change('server', goodPath)
    network.change(endpointHost, goodPath)
    endpoint.behave('good')
    for (const device of devices) {
      device.thaw()
      network.change(device.name, goodPath)
      device.start()
    }
  }

  #later(): void {
    this.#deps.timeline.after(this.#schedule.waitMs(this.#deps.everyMs), () => {
      if (!this.#active) return
      this.#act()
      this.#later()
    })
  }

  #after(lowMs: number, highMs: number, run: () => void): void {
    this.#deps.timeline.after(this.#random.between(lowMs, highMs), () => {
      if (this.#active) run()
    })
  }

  #act(): void {
    // NOTE more devices fail more often, the one server does not.
    const ofServer = Math.min(1, serverFaultsTo / this.#deps.devices.length)
    const acts: Fault[] = [
      [3 * ofServer, ['server killed', () => this.#killServer('process')]],
      [2 * ofServer, ['server power', () => this.#killServer('power')]],
      [3 * ofServer, ['killed in mid write', () => this.#killInMidWrite()]],
      [ofServer, ['server drained', () => this.#drain()]],
      [2 * ofServer, ['settings changed', () => this.#changeSettings()]],
      [12, ['device cut', () => this.#deps.network.cut(this.#device().name)]],
      [5, ['device moves', () => this.#deps.network.move(this.#device().name)]],
      [5, ['path blocked', () => this.#block()]],
      [5, ['path slow', () => this.#slow()]],
      [2, ['refused', () => this.#path({ refusing: true }, 500, 4_000)]],
      [8, ['device killed', () => this.#killDevice()]],
      [5, ['device stopped', () => this.#stopDevice()]],
      [4, ['device sleeps', () => this.#sleep()]],
      [2 * ofServer, ['server clock', () => this.#stepServer()]],
      [2, ['device clock', () => this.#device().stepClock(this.#step())]],
      [ofServer, ['endpoint fails', () => this.#failEndpoint()]],
      [2 * ofServer, ['disk full', () => this.#disk('full')]],
      [ofServer, ['disk broken', () => this.#disk('broken')]],
      [2 * ofServer, ['disk of files stumbles', () => this.#stumble()]],
      ...this.#ofProcesses(ofServer),
    ]
    const [name, act] = this.#schedule.weighted(acts)
    const place = (this.#count += 1)
    this.#random = this.#schedule.fork(`fault-${place}`)
    const { without } = this.#deps
    if (without.has(name) || without.has(place)) return
    this.done[name] = (this.done[name] ?? 0) + 1
    this.#deps.note(`fault ${place}: ${name}`)
    act()
    // NOTE an operator looks after it: however it went down, it comes up again.
    this.#after(100, 4_000, () => this.#deps.server.start())
  }

  /** Where the rules and the connections are processes of their own. */
  #ofProcesses(weight: number): Fault[] {
    const { server } = this.#deps
    const { processes } = server
    if (processes === undefined) return []
    return [
      [4 * weight, ['rules killed', () => server.killRules()]],
      [3 * weight, ['rules restarted', () => void server.stopRules().catch(() => {})]],
      [4 * weight, ['access killed', () => processes.killOne(this.#random)]],
      [weight, ['access drained', () => void processes.stopOne(this.#random).catch(() => {})]],
      [2 * weight, ['link cut', () => processes.cutOne(this.#random)]],
      [4 * weight, ['link blocked', () => this.#blockLink(processes)]],
    ]
  }

  #blockLink(processes: AccessProcesses): void {
    this.#after(500, 15_000, processes.blockOne(this.#random))
  }

  #device(): WorldDevice {
    const device = this.#random.pick(this.#deps.devices)
    this.#deps.note(`fault at ${device.name}`)
    return device
  }

  #killServer(kind: CrashKind): void {
    this.#deps.server.kill(kind)
  }

  #killInMidWrite(): void {
    const random = this.#random
    this.#deps.server.killWithin(1 + random.below(60), random.pick(['process', 'power']))
  }

  /** An operator thinks otherwise of one thing, and restarts the server in good order. */
  #changeSettings(): void {
    const settings = this.#random.pick(otherSettings)
    if (settings.fileUnsentMs !== undefined) this.shortensUnsent = true
    this.#deps.server.settings = settings
    this.#drain()
  }

  #drain(): void {
    this.#deps.server.stopCleanly().catch(() => {})
  }

  /** Who is told by webhooks answers wrongly or not at all, is down, or far away. */
  #failEndpoint(): void {
    const { endpoint, network } = this.#deps
    const mood = this.#random.pick<EndpointMood>(['failing', 'silent', 'down', 'good'])
    endpoint.behave(mood)
    if (mood === 'good')
      network.change(endpointHost, this.#random.chance(0.5) ? { upBlocked: true } : slowPath)
    this.#after(1_000, 15_000, () => {
      endpoint.behave('good')
      network.change(endpointHost, goodPath)
    })
  }

  #disk(condition: 'full' | 'broken'): void {
    this.#deps.engine.condition(condition)
    this.#after(1_000, 6_000, () => this.#deps.engine.condition('good'))
  }

  #stumble(): void {
    this.#deps.engine.disk.stumbleWithin(1 + this.#random.below(12))
  }

  #block(): void {
    const how = this.#random.below(3)
    this.#path({ upBlocked: how !== 1, downBlocked: how !== 0 }, 1_000, 40_000)
  }

  #slow(): void {
    const bytesPerSecond = this.#random.chance(0.5) ? undefined : this.#random.between(100, 5_000)
    this.#path({ ...slowPath, bytesPerSecond }, 3_000, 20_000)
  }

  #path(state: Partial<PathState>, lowMs: number, highMs: number): void {
    const { network } = this.#deps
    const { name } = this.#device()
    network.change(name, state)
    this.#after(lowMs, highMs, () => network.change(name, goodPath))
  }

  #killDevice(): void {
    const device = this.#device()
    device.kill(this.#random.pick(['reset', 'silent'] as const))
    this.#after(50, 15_000, () => device.start())
  }

  #stopDevice(): void {
    const device = this.#device()
    const again = (): void => this.#after(50, 15_000, () => device.start())
    // NOTE somebody writes a draft where there is no network, and closes the program.
    if (this.#random.chance(0.7)) {
      this.#deps.network.cut(device.name)
      device.jot()
    }
    device.stopCleanly().then(again, again)
  }

  #sleep(): void {
    const device = this.#device()
    device.freeze()
    this.#after(500, 60_000, () => device.thaw())
  }

  #step(): number {
    const size = this.#random.pick([500, 5_000, 120_000, 3_600_000, clockStepMaxMs])
    return Math.round(this.#random.between(-size, size))
  }

  #stepServer(): void {
    const byMs = Math.abs(this.#steppedMs) > 2 * clockStepMaxMs ? -this.#steppedMs : this.#step()
    this.#steppedMs += byMs
    this.#deps.server.stepClock(byMs)
  }
}
