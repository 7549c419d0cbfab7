import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isLoopback } from '../access/address.ts'
import type { HttpEdge } from '../access/http/listen-http.ts'
import type { Hashing } from '../base/crypto.ts'

/** Figures in the text form of Prometheus. */
export interface MetricsText {
  readonly contentType: string
  text(): Promise<string>
}

export interface MetricsRouteOptions extends Pick<HttpEdge, 'addressOf'> {
  metrics: MetricsText
  hashing: Pick<Hashing, 'sha256' | 'equal'>
  /** Who shows it may ask from anywhere; empty: only this machine may. */
  token: string
}

/** GET /metrics: to this machine, or to who has the token; to all others it is not there. */
export function metricsRoute(app: FastifyInstance, options: MetricsRouteOptions): void {
  const { metrics, hashing, token } = options
  const digest = (text: string) => hashing.sha256(Buffer.from(text))

  function hasToken({ headers }: FastifyRequest): boolean {
    const shown = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
    return token !== '' && shown !== undefined && hashing.equal(digest(shown), digest(token))
  }

  /** NOTE a proxy on this machine that nobody declared speaks for the whole world. */
  function isLocal(request: FastifyRequest): boolean {
    const { headers } = request
    const isForwarded = 'x-forwarded-for' in headers || 'forwarded' in headers || 'via' in headers
    return !isForwarded && isLoopback(options.addressOf(request))
  }

  app.get('/metrics', async (request, reply) => {
    if (!isLocal(request) && !hasToken(request)) return reply.callNotFound()
    const text = await metrics.text()
    return reply
      .header('content-type', metrics.contentType)
      .header('cache-control', 'no-store')
      .send(text)
  })
}
