import type { RequestListener } from 'node:http'
import fastify, { type FastifyInstance } from 'fastify'
import type { Log } from '../../base/log.ts'
import { answerFaults, bodyBytesDefault } from './answer-faults.ts'
import { passedOn } from './forward-request.ts'
import type { HttpEdge } from './listen-http.ts'
import { listenInner, type InnerListener } from './listen-inner.ts'
import { securityHeaders } from './security-headers.ts'

export interface RulesHttpOptions {
  socketPath: string
  /** Whether clients reach this server by TLS. */
  tls: boolean
  /** Whether browsers reach this server by https. */
  secure: boolean
  routes(app: FastifyInstance, edge: HttpEdge): Promise<void>
}

/** Takes the requests that processes with connections pass on to the one with the rules. */
export async function listenRules(log: Log, options: RulesHttpOptions): Promise<InnerListener> {
  const { handle, close } = await answerPassedOn(log, options)
  const listener = await listenInner(options.socketPath, handle)
  return {
    async close() {
      await Promise.all([listener.close(), close()])
    },
  }
}

/** What answers such requests, on whatever connections they come. */
export async function answerPassedOn(
  log: Log,
  options: Omit<RulesHttpOptions, 'socketPath'>,
): Promise<{ handle: RequestListener; close(): Promise<void> }> {
  const app = fastify({ bodyLimit: bodyBytesDefault, forceCloseConnections: true })
  securityHeaders(app, options.tls)
  answerFaults(app, log)
  await options.routes(app, {
    addressOf: ({ headers }) => String(headers[passedOn.address]),
    originAllowed: ({ headers }) => headers[passedOn.originAllowed] === '1',
    secure: options.secure,
  })
  await app.ready()
  return {
    handle: (request, reply) => app.routing(request, reply),
    close: () => app.close(),
  }
}
