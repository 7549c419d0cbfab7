import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { authRoutes } from '../access/http/auth-routes.ts'
import type { HttpEdge } from '../access/http/listen-http.ts'
import { staticFiles } from '../access/http/static-files.ts'
import { signOutByRefresh } from '../logic/account/sign-out-by-refresh.ts'
import type { Composed } from './compose.ts'
import type { Metrics } from './metrics.ts'
import { metricsRoute } from './metrics-route.ts'

const webFolder = join(import.meta.dirname, '..', '..', '..', 'web', 'dist')

/** What the web app needs of the server besides its connection: accounts by cookie, and its own files; and /metrics. */
export function webRoutes(
  { commands, deps }: Composed,
  { metrics, token }: { metrics: Metrics; token: string },
) {
  return async (app: FastifyInstance, edge: HttpEdge): Promise<void> => {
    const signOut = (address: string, token: Uint8Array) => signOutByRefresh(deps, address, token)
    await app.register(authRoutes, { ...edge, commands, signOut })
    const { addressOf } = edge
    metricsRoute(app, { addressOf, metrics, token, hashing: deps.hashing })
    await staticFiles(app, webFolder)
  }
}
