import { compose, type Composed, type RuleSettings } from '../../../server/src/app/compose.ts'
import { composeFiles, type ComposedFiles } from '../../../server/src/app/compose-files.ts'
import { startWebhooks } from '../../../server/src/app/webhooks/start-webhooks.ts'
import { silentLog, type Log } from '../../../server/src/base/log.ts'
import { openDiskBlobs } from '../../../server/src/data/disk/disk-blobs.ts'
import type { Store } from '../../../server/src/data/store.ts'
import { LogicLinks } from '../../../server/src/link/logic-links.ts'
import { restoreSessions } from '../../../server/src/logic/account/restore-sessions.ts'
import type { FilePort } from '../../../server/src/logic/file/file-port.ts'
import type { AccessProcesses } from './access-processes.ts'
import { HeldConnections, serverHost } from './held-connections.ts'
import type { HostClock } from './host-clock.ts'
import type { Network } from './network.ts'
import { worldHashing, worldPasswords } from './plain-ports.ts'
import type { SeededRandom } from './seeded-random.ts'
import type { ToldEntries } from './told-entries.ts'
import { worldPost } from './world-endpoint.ts'
import { blobFolder, type WorldDisk } from './world-disk.ts'
import { httpDoor, httpPort, type WorldHttp } from './world-http.ts'
import { worldImages } from './world-images.ts'

const hookId = 1
const hookUrl = 'https://shop.example/events'
const drainMs = 2_000

export interface RulesProcessDeps {
  clock: HostClock
  random: SeededRandom
  store: Store
  settings: RuleSettings
  log: Log
  network: Network
  disk: WorldDisk
  http: WorldHttp | undefined
  /** By which what is told to the endpoint is signed. */
  hookSecret: Uint8Array
  /** Nobody has told it of the endpoint before. */
  isFirst: boolean
  /** Those that hold its connections; undefined: it does so itself. */
  processes: AccessProcesses | undefined
  isHealthy(): boolean
  told: ToldEntries
  problem(what: string): void
}

/** The process with the rules and the data, from its start to its end, made as production makes it. */
export class RulesProcess {
  readonly clock: HostClock
  readonly store: Store
  /** Its clock was set, and that is not written down yet. */
  isSet = false
  readonly #deps: RulesProcessDeps
  readonly #composed: Composed
  readonly #stopHooks: () => void
  readonly #held: HeldConnections | undefined
  readonly #links: LogicLinks | undefined
  readonly #random: SeededRandom
  /** Undefined: their disk is not open yet. */
  #files: ComposedFiles | undefined
  #stopListening = (): void => {}

  constructor(deps: RulesProcessDeps) {
    this.#deps = deps
    this.clock = deps.clock
    this.store = deps.store
    const { clock, random, store, settings, log, processes } = deps
    const httpAddress = () => ({ publicUrl: '', port: httpPort, secure: false })
    const ports = { clock, random, hashing: worldHashing, log, store, httpAddress }
    this.#composed = compose({ ...ports, passwords: worldPasswords(clock) }, settings)
    this.#stopHooks = this.#tellHooks()
    if (processes === undefined) this.#held = this.#holdConnections()
    else this.#links = this.#linkTo(processes)
    this.#random = random.fork('files')
  }

  get files(): FilePort | undefined {
    return this.#files?.port
  }

  /** Opens the disk of files, and then the doors. @throws what that disk answers */
  async open(): Promise<void> {
    const { network, disk, http, processes } = this.#deps
    const { clock, store } = this
    const blobs = await openDiskBlobs(blobFolder, disk.files(clock, this.#random))
    this.#files = composeFiles(this.#composed, { store, blobs, images: worldImages(clock) })
    this.#held?.listen()
    const closers = [
      processes === undefined
        ? network.listen(httpDoor, (stream, from) => http?.attach(stream, from, clock))
        : processes.listenInner((stream) => http?.attach(stream, '', clock)),
      processes?.listen((stream) => this.#links?.attach(stream)),
      () => this.#held?.stopListening(),
    ]
    this.#stopListening = () => closers.forEach((close) => close?.())
  }

  /** Sends its own connections away. */
  async drain(): Promise<void> {
    await this.#held?.access.drain(drainMs)
  }

  /** R15: nothing more is answered, and its own connections are told that the disk has failed. */
  async close(): Promise<void> {
    if (this.#links !== undefined) this.#abandon(this.#links)
    await this.#held?.access.close('STORAGE_FAILED', drainMs)
  }

  /** Answers what it was asked, commits and lets go of the data. */
  async stop(): Promise<void> {
    await this.#links?.leave()
    this.#stopListening()
    this.#cutHttp()
    this.#composed.stop()
    this.#stopHooks()
    await this.#files?.stop()
    await this.store.close()
  }

  /** As a process does that has only them. */
  #abandon(links: LogicLinks): void {
    links.close()
    this.#stopListening()
    this.#cutHttp()
  }

  #cutHttp(): void {
    this.#deps.http?.cutAll(this.clock)
  }

  #holdConnections(): HeldConnections {
    const { clock, random, log, network, told, problem, settings } = this.#deps
    return new HeldConnections({
      ...{ clock, random, log, network, told, problem, process: serverHost },
      heartbeatMs: settings.heartbeatMs,
      commands: this.#composed.commands,
    })
  }

  #linkTo(processes: AccessProcesses): LogicLinks {
    const { clock, log, isHealthy: healthy } = this.#deps
    const { commands, registry, deps } = this.#composed
    const restore = restoreSessions.bind(undefined, deps)
    const options = { expected: processes.count, healthy, settings: processes.roomOfLinks() }
    return new LogicLinks({ clock, log, commands, registry, restore }, options)
  }

  /** @returns what ends it. */
  #tellHooks(): () => void {
    const { clock, random, store, network, hookSecret: secret, isFirst } = this.#deps
    const post = worldPost(network, serverHost, clock)
    // NOTE that an endpoint fails is no trouble of the server.
    const ports = { clock, random, store, hashing: worldHashing, log: silentLog, post }
    const hooks = startWebhooks(ports)
    if (isFirst) {
      const made = { id: hookId, url: hookUrl, secret, createdMs: clock.wallMs() }
      const hook = { ...made, isPaused: false, fromMs: 0, stamp: 0 }
      void store.webhooks.create(hook).then(() => hooks.changed(hookId))
    }
    return () => hooks.stop()
  }
}
