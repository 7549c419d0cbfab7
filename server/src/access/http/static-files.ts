import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Vite puts a hash into the names below this path: they never change. */
const hashedPath = '/assets/'

/** Serves the built web app; a page that is not there is the app itself, which knows its own routes. */
export async function staticFiles(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    app.get('/', async (_request, reply) =>
      reply
        .type('text/plain')
        .send('Parley is running. The web app is not built: npm start builds it.\n'),
    )
    return
  }
  await app.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    setHeaders(reply, path) {
      const hashed = path.includes(hashedPath)
      void reply.header(
        'cache-control',
        hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && request.headers.accept?.includes('text/html')
    if (isPage && !request.url.startsWith('/api/')) return reply.sendFile('index.html')
    return reply
      .status(404)
      .send({ error: { code: 'NOT_FOUND', message: 'There is nothing here.', retryAfterMs: 0 } })
  })
}
