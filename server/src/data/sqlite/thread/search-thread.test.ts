import assert from 'node:assert/strict'
import test from 'node:test'
import type { MessagePort } from 'node:worker_threads'
import { join } from 'node:path'
import { wire } from '@parley/protocol'
import { silentLog } from '../../../base/log.ts'
import type { Refusal } from '../../../base/refusal.ts'
import { ManualClock } from '../../../base/testing/manual-clock.ts'
import { InlineWorld, temporaryFolder } from '../../testing/sqlite-worlds.ts'
import { Cast } from '../../testing/store-world.ts'
import { searchRestartMs } from '../search/search-times.ts'
import { searchesWaitingMax } from '../search/search-over-threads.ts'
import { startSearchThread } from './search-thread.ts'

const question = {
  ...{ reader: 1, text: 'bicycle', conversation: undefined, sender: undefined, kinds: [] },
  ...{ fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, after: undefined, limit: 20 },
}
const busy = { code: 'BUSY' }

/** A store without threads in which somebody said something, and the threads of search beside it. */
async function searching() {
  const world = new InlineWorld()
  const cast = new Cast(world)
  await cast.people(1, 2)
  const body = wire.EntryBody.encode({ text: 'a bicycle, hardly used' }).finish()
  const { conversation } = await cast.sent(1, 2, { body })
  const folder = temporaryFolder()
  const clock = new ManualClock()
  const ports: MessagePort[] = []
  const search = startSearchThread({
    ...{ path: world.path, indexPath: join(folder.path, 'search.db'), clock, log: silentLog },
    generation: world.store.generation,
    listen: (port) => {
      ports.push(port)
      const tell = () => port.postMessage({ stamp: 0, conversations: [] })
      port.on('message', tell)
      tell()
    },
  })
  return {
    ...{ search, clock, ports, found: [{ conversation, seq: 1 }] },
    async [Symbol.asyncDispose]() {
      await search.close()
      await world[Symbol.asyncDispose]()
      folder[Symbol.dispose]()
    },
  }
}

test('a question that comes before the index is open is answered', async () => {
  await using world = await searching()
  const asked = world.search.find(question)
  assert.ok(Array.isArray((await asked).found))
  await world.search.caughtUp()
  const page = await world.search.find(question)
  assert.deepEqual([page.found, page.behind], [world.found, false])
})

test('the index is behind until it has looked for what it lacks', async () => {
  await using world = await searching()
  await world.clock.advance(7)
  assert.equal(world.search.behindMs(), 7)
  await world.search.caughtUp()
  await world.search.find(question)
  assert.equal(world.search.behindMs(), 0)
})

test('after the thread that takes up has died, search is refused, and is there again after a while', async () => {
  await using world = await searching()
  await world.search.caughtUp()
  // NOTE no such thing is ever told: whatever it is that a thread dies of.
  world.ports[0]?.postMessage('nonsense')
  const refused = async () => {
    for (;;) {
      try {
        await world.search.find(question)
      } catch (fault) {
        return fault
      }
    }
  }
  assert.equal(((await refused()) as Refusal).code, busy.code)
  while (world.ports.length === 1) {
    await world.clock.advance(searchRestartMs)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await world.search.caughtUp()
  assert.deepEqual((await world.search.find(question)).found, world.found)
})

test('[R14] more questions than may wait are refused at once', async () => {
  await using world = await searching()
  const asked = Array.from({ length: searchesWaitingMax + 1 }, () =>
    world.search.find(question).then(
      () => 'answered',
      ({ code }: { code: string }) => code,
    ),
  )
  const answers = await Promise.all(asked)
  assert.deepEqual(
    [answers.filter((answer) => answer === 'answered').length, answers.at(-1)],
    [searchesWaitingMax, 'BUSY'],
  )
})

test('a closed search leaves no channel behind', async () => {
  const world = await searching()
  const ended = new Promise((resolve) => world.ports[0]?.on('close', resolve))
  await world[Symbol.asyncDispose]()
  await ended
  await assert.rejects(world.search.find(question), busy)
})
