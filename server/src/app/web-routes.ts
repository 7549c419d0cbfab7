import type { FastifyInstance } from 'fastify'
import { authRoutes } from '../access/http/auth-routes.ts'
import { downloadRoutes } from '../access/http/download-routes.ts'
import type { HttpEdge } from '../access/http/listen-http.ts'
import { uploadRoutes } from '../access/http/upload-routes.ts'
import { signOutByRefresh } from '../logic/account/sign-out-by-refresh.ts'
import type { FilePort } from '../logic/file/file-port.ts'
import type { Composed } from './compose.ts'
import { metricsRoute, type MetricsText } from './metrics-route.ts'

export interface RuleRoutesOptions {
  metrics: MetricsText
  /** Of /metrics. */
  token: string
  files: FilePort
  /** Pages of other sites may connect. */
  isShared: boolean
}

/** What the web app needs of the rules besides its connection: accounts by cookie, files; and /metrics. */
export function ruleRoutes(
  { commands, deps }: Composed,
  { metrics, token, files, isShared }: RuleRoutesOptions,
) {
  return async (app: FastifyInstance, edge: HttpEdge): Promise<void> => {
    const signOut = (address: string, shown: Uint8Array) => signOutByRefresh(deps, address, shown)
    await app.register(authRoutes, { ...edge, commands, signOut })
    await app.register(uploadRoutes, { ...edge, files, isShared })
    await app.register(downloadRoutes, { ...edge, files, isShared })
    const { addressOf } = edge
    metricsRoute(app, { addressOf, metrics, token, hashing: deps.hashing })
  }
}
