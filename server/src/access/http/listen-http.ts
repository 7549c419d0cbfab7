import type { AddressInfo } from 'node:net'
import type { IncomingMessage, ServerResponse } from 'node:http'
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import type { Clock } from '../../base/clock.ts'
import type { Hashing } from '../../base/crypto.ts'
import type { Log } from '../../base/log.ts'
import type { Random } from '../../base/random.ts'
import { assertSafeBinding, type Binding } from '../binding.ts'
import type { Access } from '../create-access.ts'
import { upgradeWebSockets } from '../websocket/upgrade-web-sockets.ts'
import { answerFaults, bodyBytesDefault } from './answer-faults.ts'
import { passedOn, type Forwarder } from './forward-request.ts'
import { isInner, listenInner, type InnerListener } from './listen-inner.ts'
import { longPollRoutes, type ChannelOwners } from './long-poll-routes.ts'
import { createOriginCheck } from './origin-check.ts'
import { clientAddress, createProxyTrust } from './proxy-trust.ts'
import { securityHeaders } from './security-headers.ts'

export interface HttpDeps {
  access: Access
  clock: Clock
  random: Pick<Random, 'fill'>
  hashing: Pick<Hashing, 'sha256'>
  log: Log
}

export interface HttpOptions extends Binding {
  /** Origins of other sites whose pages may connect. */
  allowedOrigins?: readonly string[]
  /** Addresses or ranges of proxies whose X-Forwarded-… headers are believed. */
  trustedProxies?: readonly string[]
  /** Whether the server does its work: `GET /healthz` answers 200 or 503. */
  health(): boolean | Promise<boolean>
  /** Passes requests on to other processes of this server. */
  forwarder?: Forwarder
  /** Which process a long-poll channel belongs to, where there are several. */
  owners?: ChannelOwners
  /** Where other processes of this server pass requests on to this one; what `answer` takes is for this process itself. */
  inner?: {
    socketPath: string
    answer?(request: IncomingMessage, reply: ServerResponse): boolean
  }
  /** Adds further routes. */
  routes?(app: FastifyInstance, edge: HttpEdge): void | Promise<void>
}

/** What routes of others need to know of who asks. */
export interface HttpEdge {
  /** The client's address, after declared proxies. */
  addressOf(request: FastifyRequest): string
  /** Whether the page that asks is ours or an allowed one; true for what is no browser. */
  originAllowed(request: FastifyRequest): boolean
  /** Whether browsers reach us by https. */
  secure: boolean
}

export interface HttpListener {
  readonly app: FastifyInstance
  /** The port that was chosen. */
  readonly port: number
  /**
   * Gives access a bounded time to send away its connections (WebSockets and polls are among them; drain it meanwhile),
   * then ends what stands. Resolves when the port is free.
   */
  stop(): Promise<void>
}

const requestTimeoutMs = 30_000
/** Longer than a poll waits, so that polls come on one connection. */
const keepAliveTimeoutMs = 72_000
/** Sockets beyond what access takes: pages, and posts beside polls. */
const socketsSpare = 1_024

/**
 * The HTTP server: health, WebSocket at /wire, long-poll below it, and the routes of others.
 * @throws Error when listening so is unsafe, a setting cannot be used, or the port is taken.
 */
export async function listenHttp(deps: HttpDeps, options: HttpOptions): Promise<HttpListener> {
  assertSafeBinding(options)
  const { access, log } = deps
  const trusts = createProxyTrust(options.trustedProxies ?? [])
  const checkOrigin = createOriginCheck(options.allowedOrigins ?? [], trusts)
  const originOf = (request: IncomingMessage): boolean =>
    isInner(request) ? request.headers[passedOn.originAllowed] === '1' : checkOrigin(request)
  const addressOf = (request: IncomingMessage): string => {
    if (isInner(request)) return String(request.headers[passedOn.address])
    const forwarded = request.headers['x-forwarded-for']
    const text = Array.isArray(forwarded) ? forwarded.join(',') : forwarded
    return clientAddress(request.socket.remoteAddress ?? '', text, trusts)
  }
  const edge: HttpEdge = {
    addressOf: (request) => addressOf(request.raw),
    originAllowed: (request) => originOf(request.raw),
    secure: options.tls !== undefined || options.behindProxy === true,
  }

  const app = createApp(options, trusts)
  app.server.maxConnections = access.settings.connectionsMax + socketsSpare
  securityHeaders(app, options.tls !== undefined)
  answerFaults(app, log)
  app.get('/healthz', async (_request, reply) => {
    const isWell = await options.health()
    return reply
      .status(isWell ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok: isWell })
  })
  app.get('/wire', async (_request, reply) =>
    reply.status(426).header('upgrade', 'websocket').send(),
  )
  await app.register(longPollRoutes, { ...deps, ...edge, owners: options.owners })
  if (options.routes !== undefined) await options.routes(app, edge)
  upgradeWebSockets(access, app.server, { path: '/wire', addressOf, originAllowed: originOf })

  const inner = await innerListener(app, options.inner)
  const where = { host: options.host, port: options.port, reusePort: options.shared ?? false }
  await app.listen(where)
  const { port } = app.server.address() as AddressInfo
  const closeInner = async () => inner?.close()
  return { app, port, stop: () => stop(app, deps, options, closeInner) }
}

function innerListener(
  app: FastifyInstance,
  inner: HttpOptions['inner'],
): Promise<InnerListener> | undefined {
  if (inner === undefined) return undefined
  return listenInner(inner.socketPath, (request, reply) => {
    if (inner.answer?.(request, reply) === true) return
    app.routing(request, reply)
  })
}

/** Nothing that began goes on any more, or the time that it has is over. */
export function untilQuiet({ access, clock, forwarder }: Quieted): Promise<void> {
  const { drainAnswersMs, lingerMs } = access.settings
  return new Promise((resolve) => {
    const timer = clock.after(drainAnswersMs + 2 * lingerMs, resolve)
    void Promise.all([access.emptied(), forwarder?.idle()]).then(() => {
      timer.cancel()
      resolve()
    })
  })
}

interface Quieted extends Pick<HttpDeps, 'access' | 'clock'> {
  forwarder: Pick<Forwarder, 'idle'> | undefined
}

async function stop(
  app: FastifyInstance,
  { access, clock }: HttpDeps,
  { forwarder }: HttpOptions,
  closeInner: () => Promise<void>,
): Promise<void> {
  await untilQuiet({ access, clock, forwarder })
  await Promise.all([app.close(), closeInner()])
  forwarder?.close()
}

function createApp(options: HttpOptions, trusts: (address: string) => boolean): FastifyInstance {
  const common = {
    trustProxy: (address: string | undefined) => address !== undefined && trusts(address),
    bodyLimit: bodyBytesDefault,
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: keepAliveTimeoutMs,
    forceCloseConnections: true,
  }
  if (options.tls === undefined) return fastify(common)
  const { cert, key, ticketKeys } = options.tls
  return fastify({
    ...common,
    https: { cert, key, ticketKeys, minVersion: 'TLSv1.3' },
  }) as unknown as FastifyInstance
}
