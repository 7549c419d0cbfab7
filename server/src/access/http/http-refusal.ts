import { errorDocs, type ErrorName } from '@parley/protocol'
import type { FastifyReply } from 'fastify'

/** Routes answer refusals as `{error: {code, message, retryAfterMs}}` with a fitting HTTP status. */
const statuses: Partial<Record<ErrorName, number>> = {
  BAD_CREDENTIALS: 401,
  TOKEN_INVALID: 401,
  REGISTRATION_CLOSED: 403,
  FORBIDDEN: 403,
  QUOTA_EXCEEDED: 403,
  LIMIT_REACHED: 403,
  NOT_FOUND: 404,
  HANDLE_TAKEN: 409,
  ID_REUSED: 409,
  WRONG_STATE: 409,
  TOO_LARGE: 413,
  TYPE_REFUSED: 415,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  BUSY: 503,
  STORAGE_FULL: 503,
  READ_ONLY: 503,
}

export function refuse(
  reply: FastifyReply,
  code: ErrorName,
  message: string = errorDocs[code],
  retryAfterMs = 0,
) {
  if (retryAfterMs > 0) reply.header('retry-after', Math.ceil(retryAfterMs / 1_000))
  return reply.status(statuses[code] ?? 400).send({ error: { code, message, retryAfterMs } })
}
