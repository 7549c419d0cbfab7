import { errorDocs, type ErrorName } from '@parley/protocol'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { KeyedLimiter, type Rate } from '../../base/keyed-limiter.ts'
import { Refusal } from '../../base/refusal.ts'
import type { ApiKey } from '../../data/api-key-store.ts'
import type { ApiDeps } from './api-deps.ts'
import { describeApi } from './describe-api.ts'
import type { ApiRoute } from './api-route.ts'
import { apiPrefix, apiRows } from './api-rows.ts'
import { uuidOf } from './api-types.ts'

export interface ApiEdge {
  addressOf(request: FastifyRequest): string
}

const keyPrefix = 'pk_'
const requestRate: Rate = { burst: 2_000, everyMs: 2 }
/** Keys that do not work, from one address. */
const badKeyRate: Rate = { burst: 20, everyMs: 3_000 }
const bodyBytesMax = 262_144

const statuses: Partial<Record<ErrorName, number>> = {
  TOKEN_INVALID: 401,
  FORBIDDEN: 403,
  BLOCKED: 403,
  STRANGERS_REFUSED: 403,
  MUTED: 403,
  NOT_FOUND: 404,
  HANDLE_TAKEN: 409,
  ID_REUSED: 409,
  WRONG_STATE: 409,
  LIMIT_REACHED: 409,
  TRIMMED: 410,
  TOO_LARGE: 413,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  BUSY: 503,
  STORAGE_FULL: 503,
  READ_ONLY: 503,
  TIMEOUT: 504,
}

/** The integrators' API, and its description. Answers refusals as `{error: {code, message, retryAfterMs}}`. */
export function apiRoutes(app: FastifyInstance, deps: ApiDeps, { addressOf }: ApiEdge): void {
  const { clock } = deps.rules
  const requests = new KeyedLimiter<number>(clock, requestRate)
  const badKeys = new KeyedLimiter<string>(clock, badKeyRate)
  const description = describeApi(apiRows, apiPrefix)
  app.get(`${apiPrefix}/openapi.json`, async () => description)
  for (const row of apiRows) {
    app.route({
      method: row.method,
      url: apiPrefix + row.path,
      bodyLimit: bodyBytesMax,
      schema: {
        ...(row.params && { params: row.params }),
        ...(row.query && { querystring: row.query }),
        ...(row.body && { body: row.body }),
      },
      handler: (request, reply) => answer(row, request, reply),
    })
  }

  async function answer(row: ApiRoute, request: FastifyRequest, reply: FastifyReply) {
    reply.header('cache-control', 'no-store')
    try {
      const key = await keyOf(request)
      if (!key.scopes.includes(row.scope))
        throw new Refusal('FORBIDDEN', `this key is not made for ${row.scope}`)
      const waitMs = requests.take(key.id)
      if (waitMs > 0) throw new Refusal('RATE_LIMITED', 'too many requests of this key', waitMs)
      const { params, query, body } = request
      const input = { params, query, body, requestKey: requestKeyOf(request) }
      return await reply.status(row.status).send(await row.run(deps, input as never))
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown
      return refuse(reply, thrown)
    }
  }

  /** @throws Refusal TOKEN_INVALID, RATE_LIMITED */
  async function keyOf(request: FastifyRequest): Promise<ApiKey> {
    const secret = secretOf(request.headers.authorization)
    const { hashing } = deps.rules
    const key = secret && (await deps.store.apiKeys.byHash(hashing.sha256(secret)))
    if (key !== undefined) return key
    // NOTE one that works is never kept out by others that do not.
    const waitMs = badKeys.take(addressOf(request))
    if (waitMs > 0) throw new Refusal('RATE_LIMITED', 'too many keys that do not work', waitMs)
    throw new Refusal('TOKEN_INVALID', 'the API key is missing, unknown or revoked')
  }
}

export function apiKeyText(secret: Uint8Array): string {
  return keyPrefix + Buffer.from(secret).toString('base64url')
}

function secretOf(header: string | undefined): Uint8Array | undefined {
  const text = /^Bearer pk_([\w-]{43})$/.exec(header ?? '')?.[1]
  return text === undefined ? undefined : Buffer.from(text, 'base64url')
}

function requestKeyOf({ headers }: FastifyRequest): Uint8Array | undefined {
  const text = headers['idempotency-key']
  return typeof text === 'string' ? uuidOf(text) : undefined
}

function refuse(reply: FastifyReply, { code, message, retryAfterMs }: Refusal) {
  if (retryAfterMs > 0) reply.header('retry-after', Math.ceil(retryAfterMs / 1_000))
  const error = { code, message: message || errorDocs[code], retryAfterMs }
  return reply.status(statuses[code] ?? 400).send({ error })
}
