import type { Static, TObject, TSchema } from 'typebox'
import type { ApiScope } from '../../data/api-key-store.ts'
import type { ApiDeps } from './api-deps.ts'

type Of<S extends TSchema | undefined> = S extends TSchema ? Static<S> : undefined

export interface ApiRequest<P, Q, B> {
  params: P
  query: Q
  body: B
  /** Idempotency-Key: a UUIDv7, 16 bytes; undefined: none was given. */
  requestKey: Uint8Array | undefined
}

/** One route of the integrators' API: the server, its description and the test of who may all read this row. */
export interface ApiRoute {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Below /api/v1, parameters as :name. */
  path: string
  /** What the key must be made for. */
  scope: ApiScope
  summary: string
  params?: TObject | undefined
  query?: TObject | undefined
  body?: TObject | undefined
  reply: TSchema
  status: number
  /** @throws Refusal */
  run(deps: ApiDeps, request: ApiRequest<never, never, never>): Promise<object>
}

/** Gives `run` the types of its schemas. */
export function apiRoute<
  P extends TObject | undefined = undefined,
  Q extends TObject | undefined = undefined,
  B extends TObject | undefined = undefined,
>(
  row: Omit<ApiRoute, 'params' | 'query' | 'body' | 'run' | 'status'> & {
    params?: P
    query?: Q
    body?: B
    status?: number
    run(deps: ApiDeps, request: ApiRequest<Of<P>, Of<Q>, Of<B>>): Promise<object>
  },
): ApiRoute {
  return { status: 200, ...row } as unknown as ApiRoute
}
