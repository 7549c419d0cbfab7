import type { FastifyInstance } from 'fastify'
import { errorDocs, type ErrorName } from '@parley/protocol'
import type { Log } from '../../base/log.ts'

/** The body of a request, unless its route says otherwise. */
export const bodyBytesDefault = 65_536

/** Faults stay opaque; what the client did wrong is said in the same shape everywhere. */
export function answerFaults(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((fault: Error & { statusCode?: number }, request, reply) => {
    const status = fault.statusCode ?? 500
    if (status >= 500)
      log.error({ err: fault, route: request.routeOptions.url }, 'an HTTP request failed')
    const code: ErrorName =
      status >= 500 ? 'INTERNAL' : status === 413 ? 'TOO_LARGE' : 'BAD_REQUEST'
    const message = status >= 500 ? errorDocs.INTERNAL : fault.message
    return reply.status(status).send({ error: { code, message, retryAfterMs: 0 } })
  })
}
