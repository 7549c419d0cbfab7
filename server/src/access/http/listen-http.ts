import type { AddressInfo } from 'node:net'
import type { IncomingMessage } from 'node:http'
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { errors, type ErrorName } from '@parley/protocol'
import type { Clock } from '../../base/clock.ts'
import type { Hashing } from '../../base/crypto.ts'
import type { Log } from '../../base/log.ts'
import type { Random } from '../../base/random.ts'
import { assertSafeBinding, type Binding } from '../binding.ts'
import type { Access } from '../create-access.ts'
import { upgradeWebSockets } from '../websocket/upgrade-web-sockets.ts'
import { longPollRoutes } from './long-poll-routes.ts'
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
const bodyBytesMax = 65_536
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
  const originOf = createOriginCheck(options.allowedOrigins ?? [], trusts)
  const addressOf = (request: IncomingMessage): string => {
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
  await app.register(longPollRoutes, { ...deps, ...edge })
  if (options.routes !== undefined) await options.routes(app, edge)
  upgradeWebSockets(access, app.server, { path: '/wire', addressOf, originAllowed: originOf })

  await app.listen({ host: options.host, port: options.port })
  const { port } = app.server.address() as AddressInfo
  return { app, port, stop: () => stop(app, deps) }
}

async function stop(app: FastifyInstance, { access, clock }: HttpDeps): Promise<void> {
  const { drainAnswersMs, lingerMs } = access.settings
  await new Promise<void>((resolve) => {
    const timer = clock.after(drainAnswersMs + 2 * lingerMs, resolve)
    void access.emptied().then(() => {
      timer.cancel()
      resolve()
    })
  })
  await app.close()
}

function createApp(options: HttpOptions, trusts: (address: string) => boolean): FastifyInstance {
  const common = {
    trustProxy: (address: string) => trusts(address),
    bodyLimit: bodyBytesMax,
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: keepAliveTimeoutMs,
    forceCloseConnections: true,
  }
  if (options.tls === undefined) return fastify(common)
  const { cert, key } = options.tls
  return fastify({
    ...common,
    https: { cert, key, minVersion: 'TLSv1.3' },
  }) as unknown as FastifyInstance
}

/** Faults stay opaque; what the client did wrong is said in the same shape everywhere. */
function answerFaults(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((fault: Error & { statusCode?: number }, request, reply) => {
    const status = fault.statusCode ?? 500
    if (status >= 500)
      log.error({ err: fault, route: request.routeOptions.url }, 'an HTTP request failed')
    const code: ErrorName =
      status >= 500 ? 'INTERNAL' : status === 413 ? 'TOO_LARGE' : 'BAD_REQUEST'
    const message = status >= 500 ? errors.INTERNAL.doc : fault.message
    return reply.status(status).send({ error: { code, message, retryAfterMs: 0 } })
  })
}
