import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { assertSafeBinding, type Binding } from '../access/binding.ts'
import { createAccess, type Access } from '../access/create-access.ts'
import type { AccessSettings } from '../access/settings.ts'
import { listenHttp, type HttpListener } from '../access/http/listen-http.ts'
import { listenTcp, type TcpListener } from '../access/tcp/listen-tcp.ts'
import type { Log } from '../base/log.ts'
import { nodeClock } from '../base/node/node-clock.ts'
import { nodeCompression } from '../base/node/node-compression.ts'
import { nodeHashing } from '../base/node/node-hashing.ts'
import { createNodeLog, type LogLevel } from '../base/node/node-log.ts'
import { createNodePasswords } from '../base/node/node-passwords.ts'
import { nodeRandom } from '../base/node/node-random.ts'
import { Refusal } from '../base/refusal.ts'
import { databasePath } from '../data/sqlite/thread/files.ts'
import { openSqliteStore, type SqliteStore } from '../data/sqlite/thread/open-sqlite-store.ts'
import type { Store } from '../data/store.ts'
import { compose, type Composed } from './compose.ts'
import { listenControl } from './control/control-server.ts'
import { removeEndpoints, writeEndpointsPatiently, type Endpoints } from './endpoints.ts'
import { watchHealth } from './health.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import type { Settings } from './settings.ts'
import { webRoutes } from './web-routes.ts'
import { serverStatus } from './status.ts'

export interface RunningServer {
  readonly endpoints: Endpoints
  readonly settings: Settings
  readonly composed: Composed
  readonly access: Access
  readonly store: Store
  /** Resolves when the disk has failed (R15): stop without draining and end the process. */
  readonly failed: Promise<void>
  /** Sends the connections away, commits what was given, and frees ports, lock and files. Repeating it is harmless. */
  stop(options?: { drain: boolean }): Promise<void>
}

/** The server cannot be started as asked. The message says what to do. */
export class StartFault extends Error {}

/** Starts one process that does everything, on SQLite. @throws StartFault */
export async function startServer(settings: Settings): Promise<RunningServer> {
  const log = createNodeLog({ level: settings.logLevel as LogLevel })
  const tls = readTls(settings)
  checkBinding(settings, tls)
  const metrics = createMetrics()
  const undo: (() => Promise<void>)[] = [async () => metrics.stop()]
  try {
    const store = await openStore(settings, log, metrics)
    undo.push(() => store.close())
    return await serve({ settings, log, store, metrics, tls, undo })
  } catch (fault) {
    for (const step of undo.toReversed()) await step()
    throw asStartFault(fault)
  }
}

interface Parts {
  settings: Settings
  log: Log
  store: SqliteStore
  metrics: Metrics
  tls: Binding['tls']
  /** What has to be closed again, in reverse order, when the start fails. */
  undo: (() => Promise<void>)[]
}

async function serve({ settings, log, store, metrics, tls, undo }: Parts): Promise<RunningServer> {
  const folder = resolve(settings.data)
  const failed = new Promise<void>((fail) => {
    store.onTrouble((trouble) => {
      if (trouble === 'failed') fail()
    })
  })
  const ports = { clock: nodeClock, random: nodeRandom, hashing: nodeHashing, log, store }
  const composed = compose({ ...ports, passwords: createNodePasswords() }, settings)
  const { commands } = composed
  const access = createAccess({
    ...{ clock: nodeClock, random: nodeRandom, compression: nodeCompression, log, commands },
    settings: accessSettings(settings),
  })
  const health = watchHealth(nodeClock, () => store.probe())
  undo.push(async () => health.stop())
  metrics.watch({
    ...{ access, health, registry: composed.registry },
    waitingOperations: () => store.waitingOperations(),
    logPath: `${databasePath(folder)}-wal`,
  })

  const binding = { host: settings.host, tls, behindProxy: settings.behindProxy }
  const tcp = await listenTcp(access, { ...binding, port: settings.tcpPort })
  undo.push(() => tcp.stop())
  const web = await listenHttp(
    { access, clock: nodeClock, random: nodeRandom, hashing: nodeHashing, log },
    {
      ...binding,
      port: settings.port,
      allowedOrigins: settings.allowedOrigins,
      trustedProxies: settings.trustedProxies,
      health: () => health.healthy(),
      routes: webRoutes(composed, { metrics, token: settings.metricsToken }),
    },
  )
  undo.push(() => web.stop())
  const startedMs = nodeClock.monotonicMs()
  const status = () => serverStatus({ access, composed, health, endpoints, startedMs })
  const control = await listenControl(folder, { store, composed, status })
  undo.push(() => control.close())

  const endpoints = endpointsOf(settings, tls !== undefined, web, tcp)
  await probeUnlessFull(store, log)
  const written = writeEndpointsPatiently(folder, endpoints, nodeClock)
  log.info({ http: endpoints.http, tcp: endpoints.tcp }, 'serving')

  let stopping: Promise<void> | undefined
  async function stop(drain: boolean): Promise<void> {
    written.stop()
    removeEndpoints(folder)
    health.stop()
    metrics.stop()
    const stopped = [tcp.stop(), control.close()]
    await (drain
      ? access.drain(settings.drainMs)
      : access.close('STORAGE_FAILED', settings.drainMs))
    // NOTE not before: polls are requests of the HTTP server, and fetch their last batch from it.
    await Promise.all([...stopped, web.stop()])
    await store.close()
    log.info({}, 'stopped')
  }
  return {
    ...{ endpoints, settings, composed, access, store, failed },
    stop: (options) => (stopping ??= stop(options?.drain ?? true)),
  }
}

/** A full disk does not keep the server from being read (R15). @throws what else there is */
async function probeUnlessFull(store: Store, log: Log): Promise<void> {
  try {
    await store.probe()
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.code !== 'STORAGE_FULL') throw fault
    log.warn({}, 'the disk is full: nothing is taken until there is room')
  }
}

function accessSettings(settings: Settings): Partial<AccessSettings> {
  const { connectionRequestsPerSecond: perSecond, connectionRequestsBurst: burst } = settings
  return {
    heartbeatMs: settings.heartbeatMs,
    connectionsMax: settings.connectionsMax,
    connectionsPerAddressMax: settings.connectionsPerAddressMax,
    frameRate: { perSecond, burst },
    excessRate: { perSecond, burst: burst * 3 },
  }
}

function openStore(settings: Settings, log: Log, metrics: Metrics): Promise<SqliteStore> {
  return openSqliteStore({
    folder: resolve(settings.data),
    clock: nodeClock,
    random: nodeRandom,
    log,
    onCommit: (operations, tookMs) => metrics.committed(operations, tookMs),
  })
}

function readTls({ tlsCert, tlsKey }: Settings): Binding['tls'] {
  if (tlsCert === '' && tlsKey === '') return undefined
  if (tlsCert === '' || tlsKey === '') throw new StartFault('--tls-cert and --tls-key go together')
  for (const file of [tlsCert, tlsKey]) {
    if (!existsSync(file)) throw new StartFault(`there is no file ${file}`)
  }
  return { cert: readFileSync(tlsCert, 'utf8'), key: readFileSync(tlsKey, 'utf8') }
}

function checkBinding({ host, behindProxy }: Settings, tls: Binding['tls']): void {
  try {
    assertSafeBinding({ host, port: 0, tls, behindProxy })
  } catch (fault) {
    throw new StartFault(fault instanceof Error ? fault.message : String(fault))
  }
}

function endpointsOf(
  settings: Settings,
  secure: boolean,
  web: HttpListener,
  tcp: TcpListener,
): Endpoints {
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host
  return {
    pid: process.pid,
    http: `${secure ? 'https' : 'http'}://${host}:${web.port}`,
    tcp: `${secure ? 'tls' : 'tcp'}://${host}:${tcp.port}`,
  }
}

/** Faults of the operator's making become a sentence; anything else is ours and stays whole. */
function asStartFault(fault: unknown): unknown {
  if (!(fault instanceof Error) || fault instanceof StartFault) return fault
  const { code, port, path } = fault as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE')
    return new StartFault(`port ${port ?? path} is taken: stop what uses it or choose another`)
  if (code === 'EACCES') return new StartFault(`not allowed: ${fault.message}`)
  if (code === 'EADDRNOTAVAIL')
    return new StartFault(`no such address on this machine: ${fault.message}`)
  if (operatorFaults.has(fault.name)) return new StartFault(fault.message)
  return fault
}

const operatorFaults = new Set(['FolderInUse', 'UnusableStore'])
