import type { IncomingMessage, ServerResponse } from 'node:http'
import { createAccess, type Access } from '../../access/create-access.ts'
import { Forwarder } from '../../access/http/forward-request.ts'
import { listenHttp, type HttpListener } from '../../access/http/listen-http.ts'
import { ruleProxy } from '../../access/http/rule-proxy.ts'
import { listenTcp } from '../../access/tcp/listen-tcp.ts'
import type { Log } from '../../base/log.ts'
import { nodeClock } from '../../base/node/node-clock.ts'
import { nodeCompression } from '../../base/node/node-compression.ts'
import { nodeHashing } from '../../base/node/node-hashing.ts'
import { nodeRandom } from '../../base/node/node-random.ts'
import { AccessLink } from '../../link/access-link.ts'
import { keepLink } from '../../link/keep-link.ts'
import { connectLink } from '../../link/unix/connect-link.ts'
import { accessSettings } from '../access-settings.ts'
import { healthWindowMs } from '../health.ts'
import { createMetrics, type Metrics } from '../metrics.ts'
import { readBinding } from '../read-binding.ts'
import { rulePaths } from '../rule-paths.ts'
import { webFiles } from '../web-files.ts'
import type { Assignment } from './messages.ts'
import { accessSocket, linkSocket, rulesSocket } from './process-sockets.ts'

export interface AccessProcess {
  readonly ports: { http: number; tcp: number }
  /** Resolves when logic was started from other sources: this process is to be replaced. */
  readonly outdated: Promise<void>
  /** Sends the connections away, and frees the ports. */
  stop(reason: 'DRAINING' | 'STORAGE_FAILED'): Promise<void>
}

/** A process that holds connections, on ports that it shares with others, and knows no rule. */
export async function startAccessProcess(assignment: Assignment, log: Log): Promise<AccessProcess> {
  const { settings, slot, name, ports } = assignment
  const { tls, ...rest } = readBinding(settings)
  const ticketKeys = Buffer.from(assignment.ticketKeys, 'base64')
  const binding = { ...rest, shared: true, ...(tls && { tls: { ...tls, ticketKeys } }) }
  const world = { clock: nodeClock, random: nodeRandom, log }
  const link = new AccessLink({ ...world, node: name })
  const access = createAccess({
    ...{ ...world, node: name, compression: nodeCompression, commands: link },
    settings: accessSettings(settings, settings.accessProcesses),
  })
  link.serve(access)
  const metrics = createMetrics()
  metrics.watchAccess(access)
  metrics.watchLink(link)

  const outdated = Promise.withResolvers<void>()
  const connect = connectLink(linkSocket(settings.data))
  const kept = keepLink({ ...world, link, connect, outdated: () => outdated.resolve() })
  // NOTE one without rules would only be in the way of the others on these ports.
  await Promise.race([link.welcomed, outdated.promise])
  const tcp = await listenTcp(access, { ...binding, port: ports.tcp })
  const web = await listenWeb({ assignment, access, link, metrics, log }, binding)
  log.info({ slot, http: web.port, tcp: tcp.port }, 'holding connections')
  return {
    ports: { http: web.port, tcp: tcp.port },
    outdated: outdated.promise,
    async stop(reason) {
      const stopped = tcp.stop()
      await (reason === 'DRAINING'
        ? access.drain(settings.drainMs)
        : access.close(reason, settings.drainMs))
      // NOTE not before: polls are requests of the HTTP server, and fetch their last batch from it.
      await Promise.all([stopped, web.stop()])
      kept.stop()
      link.close()
      metrics.stop()
    },
  }
}

interface Parts {
  assignment: Assignment
  access: Access
  link: AccessLink
  metrics: Metrics
  log: Log
}

function listenWeb(
  { assignment, access, link, metrics, log }: Parts,
  binding: Omit<Parameters<typeof listenHttp>[1], 'port' | 'health'>,
): Promise<HttpListener> {
  const { settings, slot, ports } = assignment
  const forwarder = new Forwarder()
  const world = { clock: nodeClock, random: nodeRandom, hashing: nodeHashing, log }
  return listenHttp(
    { ...world, access },
    {
      ...binding,
      port: ports.http,
      allowedOrigins: settings.allowedOrigins,
      trustedProxies: settings.trustedProxies,
      health: () => link.healthyAgoMs <= healthWindowMs,
      forwarder,
      owners: {
        own: slot,
        forward(owner, request, reply, failed) {
          if (owner < 1 || owner > settings.accessProcesses) return failed()
          const socketPath = accessSocket(settings.data, owner)
          forwarder.forward(request.raw, reply, {
            ...{ socketPath, address: request.address, originAllowed: true, failed },
          })
        },
      },
      inner: {
        socketPath: accessSocket(settings.data, slot),
        answer: (request, reply) => answerInner(request, reply, { access, metrics }),
      },
      async routes(app, edge) {
        const socketPath = rulesSocket(settings.data)
        await app.register(ruleProxy, { ...edge, forwarder, socketPath, paths: rulePaths })
        await webFiles(app)
      },
    },
  )
}

/** What the other processes want to know of this one. @returns whether it was asked for. */
function answerInner(
  { url }: IncomingMessage,
  reply: ServerResponse,
  { access, metrics }: Pick<Parts, 'access' | 'metrics'>,
): boolean {
  if (url === '/inner/stats') {
    const { closes, ...stats } = access.stats()
    reply.end(JSON.stringify({ ...stats, closed: [...closes.values()].reduce((a, b) => a + b, 0) }))
    return true
  }
  if (url !== '/inner/metrics') return false
  metrics.text().then(
    (text) => reply.end(text),
    () => reply.writeHead(500).end(),
  )
  return true
}
