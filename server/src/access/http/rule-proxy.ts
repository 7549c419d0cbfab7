import { errorDocs } from '@parley/protocol'
import type { FastifyInstance } from 'fastify'
import type { Forwarder } from './forward-request.ts'
import type { HttpEdge } from './listen-http.ts'

export interface RuleProxyOptions extends Pick<HttpEdge, 'addressOf' | 'originAllowed'> {
  forwarder: Pick<Forwarder, 'forward'>
  /** The socket of the process that has the rules. */
  socketPath: string
  paths: readonly string[]
}

const retryAfterS = 1

/** Routes that need rules or data, in a process that has none: everything below these paths is passed on. */
export async function ruleProxy(app: FastifyInstance, options: RuleProxyOptions): Promise<void> {
  const { forwarder, socketPath } = options
  app.addHook('onRequest', async (request, reply) => {
    reply.hijack()
    const { raw } = reply
    forwarder.forward(request.raw, raw, {
      socketPath,
      address: options.addressOf(request),
      originAllowed: options.originAllowed(request),
      failed() {
        // NOTE whether it took effect is not known: the same request again is safe (R14.e).
        raw.writeHead(503, {
          'content-type': 'application/json; charset=utf-8',
          'cache-control': 'no-store',
          'retry-after': String(retryAfterS),
        })
        const error = { code: 'RESTARTED', message: errorDocs.RESTARTED }
        raw.end(JSON.stringify({ error: { ...error, retryAfterMs: retryAfterS * 1_000 } }))
      },
    })
    return reply
  })
  for (const path of options.paths) app.all(path, (_request, reply) => reply)
}
