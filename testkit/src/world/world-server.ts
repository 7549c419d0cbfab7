import { createAccess, type Access } from '../../../server/src/access/create-access.ts'
import type { AccessSettings } from '../../../server/src/access/settings.ts'
import { compose, type Composed, type RuleSettings } from '../../../server/src/app/compose.ts'
import { settingFallbacks } from '../../../server/src/app/settings.ts'
import { composeFiles, type ComposedFiles } from '../../../server/src/app/compose-files.ts'
import { startWebhooks } from '../../../server/src/app/webhooks/start-webhooks.ts'
import type { WebhookPumpDeps } from '../../../server/src/app/webhooks/webhook-pump.ts'
import { silentLog, type Log } from '../../../server/src/base/log.ts'
import { openDiskBlobs } from '../../../server/src/data/disk/disk-blobs.ts'
import { DriverFault } from '../../../server/src/data/sqlite/driver.ts'
import { sqliteFull } from '../../../server/src/data/testing/faulty-driver.ts'
import type { Store } from '../../../server/src/data/store.ts'
import type { FilePort } from '../../../server/src/logic/file/file-port.ts'
import type { Line } from '../checker/history.ts'
import { HostClock } from './host-clock.ts'
import type { Network } from './network.ts'
import { worldCompression, worldHashing, worldPasswords } from './plain-ports.ts'
import type { SeededRandom } from './seeded-random.ts'
import type { Timeline } from './timeline.ts'
import type { ToldEntries } from './told-entries.ts'
import { WireWatch } from './wire-watch.ts'
import { worldPost } from './world-endpoint.ts'
import { blobFolder, type CrashKind } from './world-disk.ts'
import type { WorldEngine } from './world-engine.ts'
import { WorldHttp } from './world-http.ts'
import { worldImages } from './world-images.ts'

export const serverHost = 'server'
export const worldHeartbeatMs = 8_000
const httpPort = 5_800
const httpDoor = `${serverHost}:${httpPort}`
const hookId = 1
const hookUrl = 'https://shop.example/events'
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

/** Mostly little: then answers go in pieces that pushes overtake, and who is slow misses pushes. */
const roomOfConnections: readonly Partial<AccessSettings>[] = [
  {},
  { bulkBytesMin: 1_024 },
  { bulkBytesMin: 2_048, outboxBytesMax: 6_144, heldPushesMax: 2 },
]

interface Life {
  clock: HostClock
  /** Its clock was set, and that is not written down yet. */
  isSet: boolean
  store: Store
  access: Access
  composed: Composed
  /** Undefined: their disk is not open yet. */
  files: ComposedFiles | undefined
  stopListening(): void
  stopRules(): void
}

interface WorldServerDeps {
  timeline: Timeline
  network: Network
  random: SeededRandom
  engine: WorldEngine
  /** By which what is told to the endpoint is signed. */
  hookSecret: Uint8Array
  note(what: string): void
  told: ToldEntries
  /** Told what it must never do. */
  problem(what: string): void
  /** Told what the server calls an error or a warning. */
  onError(message: string): void
  emit(line: Line): void
  /** It is gone, in good order or not. */
  ended(): void
}

const isFull = ({ code }: DriverFault): boolean => (code & 0xff) === sqliteFull

/** The production server in a simulated world: it can be killed at any moment and started again. */
export class WorldServer {
  readonly #deps: WorldServerDeps
  #http: WorldHttp | undefined
  #life: Life | undefined
  #wallOffsetMs = 0
  #starts = 0
  #failing = false
  #isTroubled = false
  isClockSet = false
  /** Beside the world's own, from the next start on. */
  settings: Partial<RuleSettings> = {}

  constructor(deps: WorldServerDeps) {
    this.#deps = deps
  }

  get running(): boolean {
    return this.#life !== undefined
  }

  get store(): Store | undefined {
    return this.#life?.store
  }

  /** @throws when it is not there: a request reaches nobody. */
  get files(): FilePort {
    const port = this.#life?.files?.port
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
    this.#http = await WorldHttp.create(() => this.files, { ...silentLog, error })
  }

  /** Starts it where it is not running. */
  start(): void {
    if (this.#life !== undefined) return
    const { timeline, network, note } = this.#deps
    this.#starts += 1
    note(`server starts (${this.#starts})`)
    network.back(serverHost)
    const clock = new HostClock(timeline, this.#wallOffsetMs)
    const random = this.#deps.random.fork(`life-${this.#starts}`)
    const store = this.#open(clock, random)
    if (store === undefined) return
    const log = this.#log()
    const ports = {
      clock,
      random,
      hashing: worldHashing,
      passwords: worldPasswords(clock),
      log,
      store,
    }
    const settings = { ...worldRules, ...this.settings }
    const httpAddress = () => ({ publicUrl: '', port: httpPort, secure: false })
    const composed = compose({ ...ports, httpAddress }, settings)
    const stopHooks = this.#tellHooks({ clock, random, store })
    const stopRules = (): void => {
      composed.stop()
      stopHooks()
    }
    const { commands } = composed
    const access = createAccess({
      ...{ clock, random, compression: worldCompression, log, commands },
      settings: {
        ...{ heartbeatMs: settings.heartbeatMs, frameRate: { perSecond: 500, burst: 2_000 } },
        ...random.fork('access').pick(roomOfConnections),
      },
    })
    const life: Life = {
      ...{ clock, isSet: false, store, access, composed, files: undefined, stopRules },
      stopListening() {},
    }
    this.#life = life
    void this.#openDoors(life, random.fork('files'))
    this.#failing = false
    this.#isTroubled = false
    store.onTrouble((trouble) => {
      note(`store is ${trouble}`)
      this.#isTroubled = trouble !== 'recovered'
      if (trouble === 'failed' && this.#life === life) void this.#endAfterFailure(life)
    })
  }

  /** When the disk of files is open, too. */
  async #openDoors(life: Life, random: SeededRandom): Promise<void> {
    const { network, engine, note, told, problem } = this.#deps
    const { clock, composed, store, access } = life
    try {
      const blobs = await openDiskBlobs(blobFolder, engine.disk.files(clock, random))
      life.files = composeFiles(composed, { store, blobs, images: worldImages(clock) })
    } catch (fault) {
      note(`server cannot start: ${String(fault)}`)
      if (this.#life === life) this.kill('process')
      return
    }
    const closers = [
      network.listen(serverHost, (stream, from) => {
        const pushed = (command: number, body: Uint8Array): void => told.take(from, command, body)
        access.attach(new WireWatch({ problem, pushed }).on(stream), from, 'tcp')
      }),
      network.listen(httpDoor, (stream, from) => this.#http?.attach(stream, from, clock)),
    ]
    life.stopListening = () => closers.forEach((close) => close())
  }

  /** @returns what ends it. */
  #tellHooks(ports: Pick<WebhookPumpDeps, 'clock' | 'random'> & { store: Store }): () => void {
    const { network, hookSecret: secret } = this.#deps
    const post = worldPost(network, serverHost, ports.clock)
    // NOTE that an endpoint fails is no trouble of the server.
    const hooks = startWebhooks({ ...ports, hashing: worldHashing, log: silentLog, post })
    if (this.#starts === 1) {
      const made = { id: hookId, url: hookUrl, secret, createdMs: ports.clock.wallMs() }
      const hook = { ...made, isPaused: false, fromMs: 0, stamp: 0 }
      void ports.store.webhooks.create(hook).then(() => hooks.changed(hookId))
    }
    return () => hooks.stop()
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

  /** Without a word: kill -9, or the end of the machine's power. */
  kill(kind: CrashKind): void {
    const life = this.#life
    if (life === undefined) return
    this.#life = undefined
    this.#deps.note(`server is killed (${kind})`)
    this.#ended(life)
    this.#deps.network.kill(serverHost, kind === 'power' ? 'silent' : 'reset')
    this.#deps.engine.crash(kind)
  }

  /** In the middle of something that the disk does. */
  killWithin(acts: number, kind: CrashKind): void {
    const { engine, timeline } = this.#deps
    engine.disk.crashWithin(acts, kind, () => {
      this.#life?.clock.kill()
      timeline.soon(() => this.kill(kind))
    })
  }

  /** Sends everybody away, commits what was given and ends. */
  async stopCleanly(): Promise<void> {
    const life = this.#life
    if (life === undefined) return
    this.#deps.note('server drains')
    await life.access.drain(2_000)
    life.stopListening()
    this.#http?.cutAll()
    life.stopRules()
    await life.files?.stop()
    await life.store.close()
    if (this.#life !== life) return
    this.#life = undefined
    this.#ended(life)
    this.#deps.network.kill(serverHost, 'reset')
    this.#deps.engine.crash('process')
    this.#deps.note('server has stopped')
  }

  /** The wall clock of the machine is set. */
  stepClock(byMs: number): void {
    this.#deps.note(`server's clock steps by ${byMs}`)
    this.#wallOffsetMs += byMs
    this.isClockSet = true
    const life = this.#life
    if (life === undefined) return this.#setUnnoticed()
    life.clock.step(byMs)
    life.isSet = true
    this.#noticeLater(life)
  }

  /** With its disk it notices soon; without, nobody knows. */
  #noticeLater(life: Life): void {
    life.clock.after(clockNoticedMs, () => {
      if (this.#isTroubled) this.#noticeLater(life)
      else life.isSet = false
    })
  }

  #ended(life: Life): void {
    life.clock.kill()
    if (life.isSet) this.#setUnnoticed()
    this.#deps.ended()
  }

  #setUnnoticed(): void {
    const { emit, timeline } = this.#deps
    emit({ event: 'clock', at: timeline.nowMs })
  }

  /** R15: close all with a reconnect code, and end. */
  async #endAfterFailure(life: Life): Promise<void> {
    if (this.#failing) return
    this.#failing = true
    await life.access.close('STORAGE_FAILED', 2_000)
    if (this.#life === life) this.kill('process')
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
