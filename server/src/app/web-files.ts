import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { staticFiles } from '../access/http/static-files.ts'

const webFolder = join(import.meta.dirname, '..', '..', '..', 'web', 'dist')

/** The files of the web app. */
export function webFiles(app: FastifyInstance): Promise<void> {
  return staticFiles(app, webFolder)
}
