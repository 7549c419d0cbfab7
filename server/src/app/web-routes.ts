import type { FastifyInstance } from 'fastify'
import { authRoutes } from '../access/http/auth-routes.ts'
import type { HttpEdge } from '../access/http/listen-http.ts'
import { signOutByRefresh } from '../logic/account/sign-out-by-refresh.ts'
import type { Composed } from './compose.ts'
import { metricsRoute, type MetricsText } from './metrics-route.ts'

/** What the web app needs of the rules besides its connection: accounts by cookie; and /metrics. */
export function ruleRoutes(
  { commands, deps }: Composed,
  { metrics, token }: { metrics: MetricsText; token: string },
) {
  return async (app: FastifyInstance, edge: HttpEdge): Promise<void> => {
    const signOut = (address: string, shown: Uint8Array) => signOutByRefresh(deps, address, shown)
    await app.register(authRoutes, { ...edge, commands, signOut })
    const { addressOf } = edge
    metricsRoute(app, { addressOf, metrics, token, hashing: deps.hashing })
  }
}
