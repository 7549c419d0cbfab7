import { resolve } from 'node:path'
import { mkdirSync, rmSync } from 'node:fs'
import type { Log } from '../../base/log.ts'
import { createNodeLog, type LogLevel } from '../../base/node/node-log.ts'
import { nodeClock } from '../../base/node/node-clock.ts'
import { nodeRandom } from '../../base/node/node-random.ts'
import {
  endpointsOf,
  removeEndpoints,
  writeEndpointsPatiently,
  type Endpoints,
} from '../endpoints.ts'
import { readBinding } from '../read-binding.ts'
import type { Settings } from '../settings.ts'
import { asStartFault, StartFault } from '../start-fault.ts'
import type { Assignment, StopReason } from './messages.ts'
import { assertFree, waitForOrphans } from './wait-for-orphans.ts'
import { accessSocket } from './process-sockets.ts'
import { SupervisedProcess } from './supervised-process.ts'

export interface RunningProcesses {
  readonly endpoints: Endpoints
  readonly settings: Settings
  /** Resolves when the disk has failed (R15): stop without draining and end the process. */
  readonly failed: Promise<void>
  /** The process with the rules, and those with connections, by their process ids; undefined while one is started again. */
  pids(): { logic: number | undefined; access: (number | undefined)[] }
  /** Sends the connections away, commits what was given, ends every process. Repeating it is harmless. */
  stop(options?: { drain: boolean }): Promise<void>
}

const ticketKeyBytes = 48
const holdEveryMs = 3_600_000

/**
 * Starts one process with the rules and several that hold connections on the same ports, and starts each again that ends.
 * This process does nothing else. @throws StartFault
 */
export async function startProcesses(settings: Settings): Promise<RunningProcesses> {
  const log = createNodeLog({ level: settings.logLevel as LogLevel, name: 'parent' })
  if (process.platform !== 'linux')
    throw new StartFault('--access-processes needs Linux, where processes can share a port')
  const binding = readBinding(settings)
  mkdirSync(resolve(settings.data), { recursive: true, mode: 0o700 })
  const family = new Family(settings, log)
  try {
    await waitForOrphans(settings)
    for (const port of [settings.port, settings.tcpPort]) await assertFree(settings.host, port)
    const ports = await family.start()
    const endpoints = endpointsOf(settings, binding.tls !== undefined, ports)
    const written = writeEndpointsPatiently(resolve(settings.data), endpoints, nodeClock)
    family.serving(endpoints)
    log.info({ http: endpoints.http, tcp: endpoints.tcp }, 'serving')
    return running({ family, endpoints, settings, written })
  } catch (fault) {
    await family.stop('drain')
    throw asStartFault(fault)
  }
}

interface Parts {
  family: Family
  endpoints: Endpoints
  settings: Settings
  written: { stop(): void }
}

function running({ family, endpoints, settings, written }: Parts): RunningProcesses {
  let stopping: Promise<void> | undefined
  async function stop(drain: boolean): Promise<void> {
    written.stop()
    removeEndpoints(resolve(settings.data))
    await family.stop(drain ? 'drain' : 'storage')
  }
  return {
    ...{ endpoints, settings, failed: family.failed.promise },
    pids: () => family.pids(),
    stop: (options) => (stopping ??= stop(options?.drain ?? true)),
  }
}

/** The children of this process. */
class Family {
  readonly failed = Promise.withResolvers<void>()
  readonly #settings: Settings
  readonly #log: Log
  readonly #logic: SupervisedProcess
  readonly #access: SupervisedProcess[]
  readonly #ticketKeys = nodeRandom.fill(new Uint8Array(ticketKeyBytes))
  // NOTE while every child is down, nothing else keeps this process: their restarts are timers that hold nothing.
  readonly #hold = setInterval(() => {}, holdEveryMs)
  #ports: { http: number; tcp: number }
  #endpoints: Endpoints | undefined

  constructor(settings: Settings, log: Log) {
    this.#settings = settings
    this.#log = log
    this.#ports = { http: settings.port, tcp: settings.tcpPort }
    this.#logic = this.#child('logic', 'logic', 0)
    this.#access = Array.from({ length: settings.accessProcesses }, (_, index) =>
      this.#child('access', `access-${index + 1}`, index + 1),
    )
  }

  #child(role: Assignment['role'], name: string, slot: number): SupervisedProcess {
    const assignment = (): Assignment => ({
      ...{ type: 'start', role, name, slot, settings: this.#settings, ports: this.#ports },
      ticketKeys: Buffer.from(this.#ticketKeys).toString('base64'),
    })
    const child = new SupervisedProcess(name, assignment, this.#log, {
      ready: (ports) => {
        if (ports !== undefined) this.#ports = ports
        if (this.#endpoints !== undefined) child.tell({ type: 'serving', ...this.#endpoints })
      },
      storageFailed: () => this.failed.resolve(),
    })
    return child
  }

  /** @returns the ports: the first process with connections finds them, the others join it. */
  async start(): Promise<{ http: number; tcp: number }> {
    const [first, ...others] = this.#access
    await Promise.all([this.#logic.start(), first?.start()])
    await Promise.all(others.map((child) => child.start()))
    return this.#ports
  }

  serving(endpoints: Endpoints): void {
    this.#endpoints = endpoints
    this.#logic.tell({ type: 'serving', ...endpoints })
  }

  pids() {
    return { logic: this.#logic.pid, access: this.#access.map(({ pid }) => pid) }
  }

  /** Connections first: their answers come from the rules. */
  async stop(reason: StopReason): Promise<void> {
    const { drainMs, data } = this.#settings
    await Promise.all(this.#access.map((child) => child.stop(reason, drainMs)))
    await this.#logic.stop(reason, 0)
    clearInterval(this.#hold)
    this.#access.forEach((_, index) => rmSync(accessSocket(data, index + 1), { force: true }))
  }
}
