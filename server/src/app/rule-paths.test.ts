import assert from 'node:assert/strict'
import { test } from 'node:test'
import fastify from 'fastify'
import { RulesWorld } from '../commands/testing/rules-world.ts'
import { createMemoryBlobs } from '../data/memory/memory-blobs.ts'
import { composeFiles } from './compose-files.ts'
import { rulePaths } from './rule-paths.ts'
import { ruleRoutes } from './web-routes.ts'

test('a process with connections passes on every route that needs rules', async () => {
  const app = fastify()
  const urls = new Set<string>()
  app.addHook('onRoute', ({ url }) => void urls.add(url))
  const world = new RulesWorld()
  const { composed } = world
  const metrics = { contentType: 'text/plain', text: async () => '' }
  const edge = { addressOf: () => '', originAllowed: () => true, secure: false }
  const images = { clean: async () => ({ status: 'unreadable', reason: '' }) as const }
  const { store } = world
  const files = composeFiles(composed, { store, blobs: createMemoryBlobs(), images })
  const options = { metrics, token: '', files: files.port, isShared: false }
  await ruleRoutes(composed, options)(app, edge)
  await app.ready()
  const isPassedOn = (url: string) =>
    rulePaths.some((path) =>
      path.endsWith('/*') ? url.startsWith(path.slice(0, -1)) : url === path,
    )
  assert.ok(urls.size >= 5)
  assert.deepEqual(
    [...urls].filter((url) => !isPassedOn(url)),
    [],
  )
  await app.close()
})
