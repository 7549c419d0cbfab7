import type { FastifyInstance } from 'fastify'
import { authRoutes } from '../access/http/auth-routes.ts'
import { downloadRoutes } from '../access/http/download-routes.ts'
import type { HttpEdge } from '../access/http/listen-http.ts'
import { uploadRoutes } from '../access/http/upload-routes.ts'
import type { Store } from '../data/store.ts'
import { signOutByRefresh } from '../logic/account/sign-out-by-refresh.ts'
import { apiRoutes } from './api/api-routes.ts'
import { metricsRoute, type MetricsText } from './metrics-route.ts'
import type { RunningRules } from './start-rules.ts'

/** What the routes need of the rules. */
export type RouteRules = Pick<RunningRules, 'composed' | 'webhooks' | 'files'> & { store: Store }

export interface RuleRoutesOptions {
  metrics: MetricsText
  /** Of /metrics. */
  token: string
  /** Pages of other sites may connect. */
  isShared: boolean
}

/** What needs rules besides connections: accounts by cookie for the web app, files, the integrators' API; and /metrics. */
export function ruleRoutes(
  { composed: { commands, deps }, store, webhooks, files }: RouteRules,
  { metrics, token, isShared }: RuleRoutesOptions,
) {
  return async (app: FastifyInstance, edge: HttpEdge): Promise<void> => {
    const signOut = (address: string, shown: Uint8Array) => signOutByRefresh(deps, address, shown)
    await app.register(authRoutes, { ...edge, commands, signOut })
    await app.register(uploadRoutes, { ...edge, files, isShared })
    await app.register(downloadRoutes, { ...edge, files, isShared })
    const { addressOf } = edge
    apiRoutes(app, { rules: deps, store, webhooks }, edge)
    metricsRoute(app, { addressOf, metrics, token, hashing: deps.hashing })
  }
}
