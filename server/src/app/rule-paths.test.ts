import assert from 'node:assert/strict'
import { test } from 'node:test'
import fastify from 'fastify'
import { RulesWorld } from '../commands/testing/rules-world.ts'
import { createMemoryBlobs } from '../data/memory/memory-blobs.ts'
import { composeFiles } from './compose-files.ts'
import { rulePaths } from './rule-paths.ts'
import { ruleRoutes, type RouteRules } from './web-routes.ts'
import { startWebhooks } from './webhooks/start-webhooks.ts'

test('a process with connections passes on every route that needs rules', async () => {
  const app = fastify()
  const urls = new Set<string>()
  app.addHook('onRoute', ({ url }) => void urls.add(url))
  const { composed, store } = new RulesWorld()
  const metrics = { contentType: 'text/plain', text: async () => '' }
  const edge = { addressOf: () => '', originAllowed: () => true, secure: false }
  const images = { clean: async () => ({ status: 'unreadable', reason: '' }) as const }
  const files = composeFiles(composed, { store, blobs: createMemoryBlobs(), images })
  const { clock, random, hashing, log } = composed.deps
  const post = async () => 204
  const webhooks = startWebhooks({ clock, random, hashing, log, store, post })
  const rules: RouteRules = { composed, store, webhooks, files: files.port }
  await ruleRoutes(rules, { metrics, token: '', isShared: false })(app, edge)
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
