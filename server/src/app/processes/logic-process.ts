import { resolve } from 'node:path'
import { listenRules } from '../../access/http/listen-rules.ts'
import type { AccessSnapshot } from '../../access/stats.ts'
import type { Log } from '../../base/log.ts'
import { nodeClock } from '../../base/node/node-clock.ts'
import { LogicLinks } from '../../link/logic-links.ts'
import { listenLink } from '../../link/unix/listen-link.ts'
import { restoreSessions } from '../../logic/account/restore-sessions.ts'
import { listenControl } from '../control/control-server.ts'
import type { Endpoints } from '../endpoints.ts'
import { createMetrics, type Metrics } from '../metrics.ts'
import type { Settings } from '../settings.ts'
import { probeUnlessFull, startRules, type RunningRules } from '../start-rules.ts'
import { serverStatus } from '../status.ts'
import { ruleRoutes } from '../web-routes.ts'
import { innerRequest } from './inner-request.ts'
import { mergeMetrics } from './merge-metrics.ts'
import { accessSocket, linkSocket, rulesSocket } from './process-sockets.ts'

export interface LogicProcess {
  /** Resolves when the disk has failed (R15). */
  readonly failed: Promise<void>
  /** Resolves when the operator asked for a restart. */
  readonly restartAsked: Promise<void>
  /** How clients reach the server, for those who ask this process. */
  serving(endpoints: Endpoints): void
  /** Takes no more calls, answers what it has, commits, and lets go of the data folder. */
  stop(): Promise<void>
  /** After the disk has failed: nothing more is answered. */
  abandon(): Promise<void>
}

/** The process with the rules and the data. Processes with connections come to it by the link. */
export async function startLogicProcess(settings: Settings, log: Log): Promise<LogicProcess> {
  const metrics = createMetrics()
  const undo: (() => Promise<void>)[] = [async () => metrics.stop()]
  try {
    return await serve({ settings, log, metrics, undo })
  } catch (fault) {
    for (const step of undo.toReversed()) await step()
    throw fault
  }
}

interface Parts {
  settings: Settings
  log: Log
  metrics: Metrics
  undo: (() => Promise<void>)[]
}

async function serve({ settings, log, metrics, undo }: Parts): Promise<LogicProcess> {
  const rules = await startRules(settings, { log, metrics })
  undo.push(() => rules.close())
  const { composed, store, health } = rules
  await probeUnlessFull(store, log)
  const folder = resolve(settings.data)
  const startedMs = nodeClock.monotonicMs()
  let endpoints: Endpoints = { pid: process.ppid, http: '', tcp: '' }
  const links = createLinks(rules, settings, log)
  metrics.watchLinks(links)

  const asked = Promise.withResolvers<void>()
  const status = async () => {
    const nodes = await accessStats(settings)
    const figures = serverStatus({ stats: sum(nodes), composed, health, endpoints, startedMs })
    return { ...figures, accessProcesses: nodes.length }
  }
  const restart = () => void nodeClock.after(0, () => asked.resolve())
  const control = await listenControl(folder, { store, composed, status, restart })
  undo.push(() => control.close())
  const text = async () => {
    const own = { process: 'logic', text: await metrics.text() }
    return mergeMetrics([own, ...(await accessMetrics(settings))])
  }
  const { contentType } = metrics
  const tls = settings.tlsCert !== ''
  const routes = ruleRoutes(rules, {
    metrics: { contentType, text },
    token: settings.metricsToken,
    isShared: settings.allowedOrigins.length > 0,
  })
  const http = await listenRules(log, {
    ...{ socketPath: rulesSocket(folder), tls, secure: tls || settings.behindProxy, routes },
  })
  undo.push(() => http.close())
  const listener = await listenLink(linkSocket(folder), (stream) => links.attach(stream))

  let stopping: Promise<void> | undefined
  async function close(): Promise<void> {
    metrics.stop()
    await Promise.all([listener.close(), http.close(), control.close()])
    await rules.close()
  }
  return {
    failed: rules.failed,
    restartAsked: asked.promise,
    serving(told) {
      endpoints = told
      rules.reachedBy(portOf(told.http))
    },
    stop: () =>
      (stopping ??= (async () => {
        health.stop()
        await links.leave()
        await close()
      })()),
    abandon: () =>
      (stopping ??= (async () => {
        health.stop()
        links.close()
        await close()
      })()),
  }
}

/** Of a URL that may leave out the usual one. */
function portOf(url: string): number {
  const { port, protocol } = new URL(url)
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port)
}

function createLinks({ composed, health }: RunningRules, settings: Settings, log: Log): LogicLinks {
  const { commands, registry, deps } = composed
  return new LogicLinks(
    {
      ...{ clock: nodeClock, log, commands, registry },
      restore: (sessions) => restoreSessions(deps, sessions),
    },
    { expected: settings.accessProcesses, healthy: () => health.healthy() },
  )
}

const slotsOf = ({ accessProcesses }: Settings): number[] =>
  Array.from({ length: accessProcesses }, (_, index) => index + 1)

async function accessMetrics(settings: Settings) {
  const asked = slotsOf(settings).map(async (slot) => {
    const text = await innerRequest(accessSocket(settings.data, slot), '/inner/metrics')
    return text === undefined ? [] : [{ process: `access-${slot}`, text }]
  })
  return (await Promise.all(asked)).flat()
}

type Snapshot = Omit<AccessSnapshot, 'closes'>

async function accessStats(settings: Settings): Promise<Snapshot[]> {
  const asked = slotsOf(settings).map(async (slot) => {
    const text = await innerRequest(accessSocket(settings.data, slot), '/inner/stats')
    return text === undefined ? [] : [JSON.parse(text) as Snapshot]
  })
  return (await Promise.all(asked)).flat()
}

function sum(nodes: readonly Snapshot[]) {
  const total = (of: (node: Snapshot) => number) => nodes.reduce((all, node) => all + of(node), 0)
  return {
    connections: {
      tcp: total(({ connections }) => connections.tcp),
      websocket: total(({ connections }) => connections.websocket),
      longPoll: total(({ connections }) => connections.longPoll),
    },
    framesIn: total(({ framesIn }) => framesIn),
    framesOut: total(({ framesOut }) => framesOut),
    outboxBytes: total(({ outboxBytes }) => outboxBytes),
    pushesDropped: total(({ pushesDropped }) => pushesDropped),
  }
}
