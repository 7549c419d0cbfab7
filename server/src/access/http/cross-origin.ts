import type { FastifyReply, FastifyRequest } from 'fastify'

/** What pages of allowed other sites may send and read. */
export interface CrossOrigin {
  methods: string
  requestHeaders: string
  responseHeaders: string | undefined
}

const keptSeconds = 600

/** Lets pages of allowed other sites read the replies. The caller has checked that the origin is allowed. */
export function allowOrigin(
  request: FastifyRequest,
  reply: FastifyReply,
  sharing: CrossOrigin,
): void {
  const { origin } = request.headers
  if (origin === undefined) return
  reply.header('access-control-allow-origin', origin).header('vary', 'origin')
  if (sharing.responseHeaders !== undefined)
    reply.header('access-control-expose-headers', sharing.responseHeaders)
  if (request.method !== 'OPTIONS') return
  reply.header('access-control-allow-methods', sharing.methods)
  reply.header('access-control-allow-headers', sharing.requestHeaders)
  reply.header('access-control-max-age', `${keptSeconds}`)
}
