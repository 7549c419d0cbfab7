import { Type } from 'typebox'
import type { ApiRoute } from './api-route.ts'

const ErrorReply = Type.Object({
  error: Type.Object({
    code: Type.String({ description: 'Stable: see docs/protocol.md.' }),
    message: Type.String(),
    retryAfterMs: Type.Integer(),
  }),
})

/** The API as an OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.0), whose schemas are JSON Schema as ours are. */
export function describeApi(rows: readonly ApiRoute[], prefix: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const row of rows) {
    const path = prefix + row.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [row.method.toLowerCase()]: operation(row) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parley',
      version: '1',
      description: 'For those who add chat to a marketplace.',
    },
    security: [{ apiKey: [] }],
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'A key made by parley admin.' },
      },
    },
  }
}

function operation({ method, path, scope, summary, params, query, body, reply, status }: ApiRoute) {
  const content = (schema: object) => ({ 'application/json': { schema } })
  return {
    operationId:
      method.toLowerCase() +
      path.replaceAll(/\W+(\w?)/g, (_, letter: string) => letter.toUpperCase()),
    summary,
    description: `Needs a key with the scope \`${scope}\`.`,
    tags: [scope],
    parameters: [
      ...parameters('path', params),
      ...parameters('query', query),
      ...(method === 'POST' ? [idempotencyKey] : []),
    ],
    ...(body && { requestBody: { required: true, content: content(body) } }),
    responses: {
      [status]: { description: 'Done.', content: content(reply) },
      default: { description: 'Refused; nothing has changed.', content: content(ErrorReply) },
    },
  }
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', format: 'uuid' },
  description: 'A UUIDv7: the same request again has no second effect.',
}

function parameters(place: 'path' | 'query', schema: ApiRoute['params']) {
  return Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: schema?.required?.includes(name) ?? false,
    schema: property,
  }))
}
