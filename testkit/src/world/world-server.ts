import type { RuleSettings } from '../../../server/src/app/compose.ts'
import { settingFallbacks } from '../../../server/src/app/settings.ts'
import { silentLog, type Log } from '../../../server/src/base/log.ts'
import { DriverFault } from '../../../server/src/data/sqlite/driver.ts'
import { sqliteFull } from '../../../server/src/data/testing/faulty-driver.ts'
import type { Store } from '../../../server/src/data/store.ts'
import type { FilePort } from '../../../server/src/logic/file/file-port.ts'
import type { Line } from '../checker/history.ts'
import { AccessProcesses } from './access-processes.ts'
import { serverHost } from './held-connections.ts'
import { HostClock } from './host-clock.ts'
import type { Network } from './network.ts'
import { RulesProcess } from './rules-process.ts'
import { SeededRandom } from './seeded-random.ts'
import { smallPages } from './small-pages.ts'
import type { Timeline } from './timeline.ts'
import type { ToldEntries } from './told-entries.ts'
import type { CrashKind } from './world-disk.ts'
import type { WorldEngine } from './world-engine.ts'
import { WorldFront, WorldHttp } from './world-http.ts'

const worldHeartbeatMs = 8_000
/** Longer than a server takes to notice that its clock was set. */
const clockNoticedMs = 2_500

export const worldRules: RuleSettings = {
  ...settingFallbacks,
  heartbeatMs: worldHeartbeatMs,
  resumableMs: 60_000,
  accountRequestsBurst: 2_000,
  accountRequestsPerSecond: 500,
  registration: true,
  editWithinMs: 86_400_000,
  recallWithinMs: 86_400_000,
  uploadIdleMs: 20_000,
  // NOTE longer than clocks step: what was told to be there is there to the end.
  fileUnsentMs: 7 * 86_400_000,
}

interface WorldServerDeps {
  timeline: Timeline
  network: Network
  random: SeededRandom
  engine: WorldEngine
  /** By which what is told to the endpoint is signed. */
  hookSecret: Uint8Array
  /** Processes that hold its connections; 0: it does so itself. */
  accessProcesses: number
  note(what: string): void
  told: ToldEntries
  /** Told what it must never do. */
  problem(what: string): void
  /** Told what the server calls an error or a warning. */
  onError(message: string): void
  emit(line: Line): void
  /** A process of it is gone, in good order or not. */
  ended(): void
}

const isFull = ({ code }: DriverFault): boolean => (code & 0xff) === sqliteFull

/**
 * The production server in a simulated world: it can be killed at any moment and started again. It is one process, or one with
 * the rules and several with connections on one machine.
 */
export class WorldServer {
  readonly #deps: WorldServerDeps
  readonly processes: AccessProcesses | undefined
  #http: WorldHttp | undefined
  #openFront: WorldFront | undefined
  #rules: RulesProcess | undefined
  #wallOffsetMs = 0
  #starts = 0
  #failing = false
  #isTroubled = false
  isClockSet = false
  /** Beside the world's own, from the next start on. */
  settings: Partial<RuleSettings> = {}

  constructor(deps: WorldServerDeps) {
    this.#deps = deps
    const { timeline, network, told, note, problem, ended: changed } = deps
    if (deps.accessProcesses === 0) return
    const seed = deps.random.unit()
    this.processes = new AccessProcesses({
      ...{ timeline, network, told, note, problem, changed, log: this.#log() },
      random: new SeededRandom(`${seed}/processes`),
      innerRandom: new SeededRandom(`${seed}/inner`),
      count: deps.accessProcesses,
      front: () => this.#front,
    })
  }

  /** All of it is there. */
  get isWhole(): boolean {
    return this.#rules !== undefined && this.processes?.areWhole !== false
  }

  get store(): Store | undefined {
    return this.#rules?.store
  }

  /** @throws when it is not there: a request reaches nobody. */
  get files(): FilePort {
    const port = this.#rules?.files
    if (port === undefined) throw new Error('files are asked for where no server runs')
    return port
  }

  get starts(): number {
    return this.#starts
  }

  /** What cannot be made on virtual time; before the first start. */
  async prepare(): Promise<void> {
    // NOTE what it would say are real stacks.
    const error = (): void => this.#deps.onError('an HTTP request failed')
    const log = { ...silentLog, error }
    const files = (): FilePort => this.files
    if (this.processes === undefined) {
      this.#http = await WorldHttp.ofWhole(files, log)
      return
    }
    this.#http = await WorldHttp.ofRules(files, log)
    this.#openFront = await WorldFront.create(log)
  }

  get #front(): WorldFront {
    if (this.#openFront === undefined) throw new Error('nothing is prepared')
    return this.#openFront
  }

  /** Starts what of it is not running. */
  start(): void {
    this.processes?.start(this.#settings.heartbeatMs, this.#wallOffsetMs)
    if (this.#rules === undefined) this.#startRules()
  }

  get #settings(): RuleSettings {
    return { ...worldRules, ...this.settings }
  }

  #startRules(): void {
    const { timeline, network, note, engine, hookSecret, told, problem } = this.#deps
    this.#starts += 1
    note(`server starts (${this.#starts})`)
    network.back(serverHost)
    const clock = new HostClock(timeline, this.#wallOffsetMs)
    const random = this.#deps.random.fork(`life-${this.#starts}`)
    const store = this.#open(clock, random)
    if (store === undefined) return
    const pages = this.#deps.random.fork('pages')
    const hasSmallPages = pages.chance(0.5)
    const served = hasSmallPages ? smallPages(store, pages.fork(`life-${this.#starts}`)) : store
    const rules = new RulesProcess({
      ...{ clock, random, store: served, settings: this.#settings, log: this.#log() },
      ...{ network, disk: engine.disk, http: this.#http, hookSecret, told, problem },
      ...{ processes: this.processes, isFirst: this.#starts === 1 },
      isHealthy: () => !this.#isTroubled,
    })
    this.#rules = rules
    rules.open().catch((fault: unknown) => {
      note(`server cannot start: ${String(fault)}`)
      if (this.#rules === rules) this.killRules()
    })
    this.#failing = false
    this.#isTroubled = false
    store.onTrouble((trouble) => {
      note(`store is ${trouble}`)
      this.#isTroubled = trouble !== 'recovered'
      if (trouble === 'failed' && this.#rules === rules) void this.#endAfterFailure(rules)
    })
  }

  /** Undefined: the disk does not let it start; the operator tries again later. */
  #open(clock: HostClock, random: SeededRandom): Store | undefined {
    const { engine, note } = this.#deps
    try {
      return engine.open(clock, random)
    } catch (fault) {
      // NOTE a full disk is no reason not to start (R15).
      if (!(fault instanceof DriverFault) || isFull(fault)) throw fault
      note(`server cannot start: ${fault.message}`)
      clock.kill()
      engine.crash('process')
      return undefined
    }
  }

  /** Without a word: kill -9 of all of it, or the end of the machine's power. */
  kill(kind: CrashKind): void {
    const rules = this.#rules
    const how = kind === 'power' ? 'silent' : 'reset'
    this.processes?.kill(how)
    if (rules === undefined) return
    this.#rules = undefined
    this.#deps.note(`server is killed (${kind})`)
    this.#ended(rules)
    this.processes?.rulesGone()
    this.#deps.network.kill(serverHost, how)
    this.#deps.engine.crash(kind)
  }

  /** The process with the rules; those with connections go on. */
  killRules(): void {
    if (this.processes === undefined) return this.kill('process')
    const rules = this.#rules
    if (rules === undefined) return
    this.#rules = undefined
    this.#deps.note('the rules are killed')
    this.#rulesGone(rules)
  }

  #rulesGone(rules: RulesProcess): void {
    this.#ended(rules)
    this.processes?.rulesGone()
    this.#deps.network.kill(serverHost, 'reset', serverHost)
    this.#deps.engine.crash('process')
  }

  /** In the middle of something that the disk does. */
  killWithin(acts: number, kind: CrashKind): void {
    const { engine, timeline } = this.#deps
    engine.disk.crashWithin(acts, kind, () => {
      this.#rules?.clock.kill()
      timeline.soon(() => (kind === 'process' ? this.killRules() : this.kill(kind)))
    })
  }

  /** Sends everybody away, commits what was given and ends. */
  async stopCleanly(): Promise<void> {
    const rules = this.#rules
    if (rules === undefined) return this.processes?.stop()
    this.#deps.note('server drains')
    await Promise.all([rules.drain(), this.processes?.stop()])
    await this.#stopRules(rules)
  }

  /** As an operator does who restarts the rules: no connection drops. */
  async stopRules(): Promise<void> {
    const rules = this.#rules
    if (rules === undefined) return
    this.#deps.note('the rules end')
    await this.#stopRules(rules)
  }

  async #stopRules(rules: RulesProcess): Promise<void> {
    await rules.stop()
    if (this.#rules !== rules) return
    this.#rules = undefined
    this.#rulesGone(rules)
    this.#deps.note('server has stopped')
  }

  /** The wall clock of the machine is set. */
  stepClock(byMs: number): void {
    this.#deps.note(`server's clock steps by ${byMs}`)
    this.#wallOffsetMs += byMs
    this.isClockSet = true
    this.processes?.step(byMs)
    const rules = this.#rules
    if (rules === undefined) return this.#setUnnoticed()
    rules.clock.step(byMs)
    rules.isSet = true
    this.#noticeLater(rules)
  }

  /** With its disk it notices soon; without, nobody knows. */
  #noticeLater(rules: RulesProcess): void {
    rules.clock.after(clockNoticedMs, () => {
      if (this.#isTroubled) this.#noticeLater(rules)
      else rules.isSet = false
    })
  }

  #ended(rules: RulesProcess): void {
    rules.clock.kill()
    if (rules.isSet) this.#setUnnoticed()
    this.#deps.ended()
  }

  #setUnnoticed(): void {
    const { emit, timeline } = this.#deps
    emit({ event: 'clock', at: timeline.nowMs })
  }

  /** R15: close all with a reconnect code, and end. */
  async #endAfterFailure(rules: RulesProcess): Promise<void> {
    if (this.#failing) return
    this.#failing = true
    await Promise.all([rules.close(), this.processes?.close()])
    if (this.#rules === rules) this.kill('process')
  }

  #log(): Log {
    const { onError } = this.#deps
    return {
      ...silentLog,
      warn: (fields, message) => onError(`${message} ${JSON.stringify(fields)}`),
      error: (fields, message) => onError(`${message} ${JSON.stringify(fields)}`),
    }
  }
}
