import { resolve } from 'node:path'
import { createAccess, type Access } from '../access/create-access.ts'
import { listenHttp } from '../access/http/listen-http.ts'
import { listenTcp } from '../access/tcp/listen-tcp.ts'
import type { Log } from '../base/log.ts'
import { nodeClock } from '../base/node/node-clock.ts'
import { nodeCompression } from '../base/node/node-compression.ts'
import { nodeHashing } from '../base/node/node-hashing.ts'
import { createNodeLog, type LogLevel } from '../base/node/node-log.ts'
import { nodeRandom } from '../base/node/node-random.ts'
import type { Store } from '../data/store.ts'
import { accessSettings } from './access-settings.ts'
import type { Composed } from './compose.ts'
import { listenControl } from './control/control-server.ts'
import {
  endpointsOf,
  removeEndpoints,
  writeEndpointsPatiently,
  type Endpoints,
} from './endpoints.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { readBinding } from './read-binding.ts'
import type { Settings } from './settings.ts'
import { asStartFault } from './start-fault.ts'
import { probeUnlessFull, startRules } from './start-rules.ts'
import { serverStatus } from './status.ts'
import { webFiles } from './web-files.ts'
import { ruleRoutes } from './web-routes.ts'

export { StartFault } from './start-fault.ts'

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

/** Starts one process that does everything, on SQLite. @throws StartFault */
export async function startServer(settings: Settings): Promise<RunningServer> {
  const log = createNodeLog({ level: settings.logLevel as LogLevel })
  const metrics = createMetrics()
  const undo: (() => Promise<void>)[] = [async () => metrics.stop()]
  try {
    return await serve({ settings, log, metrics, undo })
  } catch (fault) {
    for (const step of undo.toReversed()) await step()
    throw asStartFault(fault)
  }
}

interface Parts {
  settings: Settings
  log: Log
  metrics: Metrics
  /** What has to be closed again, in reverse order, when the start fails. */
  undo: (() => Promise<void>)[]
}

async function serve({ settings, log, metrics, undo }: Parts): Promise<RunningServer> {
  const binding = readBinding(settings)
  const rules = await startRules(settings, { log, metrics })
  undo.push(() => rules.close())
  const { composed, store, health, failed } = rules
  const { commands } = composed
  const ports = { clock: nodeClock, random: nodeRandom, log }
  const access = createAccess({
    ...{ ...ports, compression: nodeCompression, commands },
    settings: accessSettings(settings),
  })
  metrics.watchAccess(access)

  const tcp = await listenTcp(access, { ...binding, port: settings.tcpPort })
  undo.push(() => tcp.stop())
  const web = await listenHttp(
    { ...ports, access, hashing: nodeHashing },
    {
      ...binding,
      port: settings.port,
      allowedOrigins: settings.allowedOrigins,
      trustedProxies: settings.trustedProxies,
      health: () => health.healthy(),
      async routes(app, edge) {
        await ruleRoutes(rules, {
          ...{ metrics, token: settings.metricsToken },
          isShared: settings.allowedOrigins.length > 0,
        })(app, edge)
        await webFiles(app)
      },
    },
  )
  undo.push(() => web.stop())
  rules.reachedBy(web.port)
  const folder = resolve(settings.data)
  const startedMs = nodeClock.monotonicMs()
  const status = () =>
    serverStatus({ stats: access.stats(), composed, health, endpoints, startedMs })
  const control = await listenControl(folder, { store, composed, status })
  undo.push(() => control.close())

  const endpoints = endpointsOf(settings, binding.tls !== undefined, {
    http: web.port,
    tcp: tcp.port,
  })
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
    await rules.close()
    log.info({}, 'stopped')
  }
  return {
    ...{ endpoints, settings, composed, access, store, failed },
    stop: (options) => (stopping ??= stop(options?.drain ?? true)),
  }
}
