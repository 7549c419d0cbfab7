import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { authRoutes } from '../access/http/auth-routes.ts'
import type { HttpEdge } from '../access/http/listen-http.ts'
import { staticFiles } from '../access/http/static-files.ts'
import { signOutByRefresh } from '../logic/account/sign-out-by-refresh.ts'
import type { Composed } from './compose.ts'

const webFolder = join(import.meta.dirname, '..', '..', '..', 'web', 'dist')

/** What the web app needs of the server besides its connection: accounts by cookie, and its own files. */
export function webRoutes({ commands, deps }: Composed) {
  return async (app: FastifyInstance, edge: HttpEdge): Promise<void> => {
    const signOut = (address: string, token: Uint8Array) => signOutByRefresh(deps, address, token)
    await app.register(authRoutes, { ...edge, commands, signOut })
    await staticFiles(app, webFolder)
  }
}
