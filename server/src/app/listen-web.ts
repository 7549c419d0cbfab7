import { join } from 'node:path'
import fastify from 'fastify'
import type { Binding } from '../access/binding.ts'
import type { Access } from '../access/create-access.ts'
import { authRoutes } from '../access/http/auth-routes.ts'
import { staticFiles } from '../access/http/static-files.ts'
import { signOutByRefresh } from '../logic/account/sign-out-by-refresh.ts'
import type { Composed } from './compose.ts'
import type { Health } from './health.ts'
import type { Settings } from './settings.ts'

export interface WebServer {
  port: number
  stop(): Promise<void>
}

const webFolder = join(import.meta.dirname, '..', '..', '..', 'web', 'dist')

export async function listenWeb(options: {
  access: Access
  composed: Composed
  health: Health
  settings: Settings
  binding: Binding
}): Promise<WebServer> {
  const { composed, health, binding } = options
  const app = fastify({ forceCloseConnections: true })
  app.get('/healthz', async (_request, reply) =>
    reply.status(health.healthy() ? 200 : 503).send({ ok: health.healthy() }),
  )
  await app.register(authRoutes, {
    commands: composed.commands,
    addressOf: (request) => request.ip,
    originAllowed: () => true,
    secure: binding.tls !== undefined,
    signOut: (address, token) => signOutByRefresh(composed.deps, address, token),
  })
  await staticFiles(app, webFolder)
  await app.listen({ host: binding.host, port: binding.port })
  const address = app.server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    stop: () => app.close(),
  }
}
