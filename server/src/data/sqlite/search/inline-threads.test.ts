import assert from 'node:assert/strict'
import test from 'node:test'
import { wire } from '@parley/protocol'
import { ManualClock } from '../../../base/testing/manual-clock.ts'
import { FaultyDriver, sqliteFull } from '../../testing/faulty-driver.ts'
import { InlineWorld, temporaryFolder } from '../../testing/sqlite-worlds.ts'
import { Cast, seededRandom } from '../../testing/store-world.ts'
import { createSqliteStore } from '../sqlite-store.ts'
import { syncLog } from '../thread/files.ts'
import { indexFile } from '../thread/index-file.ts'
import { openNodeDriver } from '../thread/node-driver.ts'
import { searchTimeoutMs } from './search-over-threads.ts'
import { followDelayMs, newsDelayMs, searchRestartMs } from './search-times.ts'

const diskError = 10
const notADatabase = 26
const constraint = 19
const question = {
  ...{ reader: 1, text: 'bicycle', conversation: undefined, sender: undefined, kinds: [] },
  ...{ fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, after: undefined, limit: 20 },
}
const body = wire.EntryBody.encode({ text: 'a bicycle, hardly used' }).finish()

/** A store whose index says no on demand. */
async function indexing() {
  const folder = temporaryFolder()
  const path = `${folder.path}/parley.db`
  const file = indexFile(`${folder.path}/search.db`)
  const disk = { fault: undefined as number | undefined, removed: 0 }
  const faults: unknown[] = []
  const kill = { search: () => {}, find: () => {} }
  /** Pieces of work after which the one that follows dies; whether nothing comes from one thread to the other. */
  const fate = { work: Number.POSITIVE_INFINITY, isStill: false, held: [] as (() => void)[] }
  const clock = new ManualClock()
  const store = createSqliteStore({
    ...{ clock, random: seededRandom(7), driver: openNodeDriver(path) },
    openReader: () => openNodeDriver(path, { readOnly: true }),
    syncLog: () => syncLog(path),
    index: {
      onFault: (thrown) => faults.push(thrown),
      carrier: () => (deliver) => (fate.isStill ? fate.held.push(deliver) : clock.soon(deliver)),
      rest: () => {
        fate.work -= 1
        if (fate.work === 0) throw new Error('in the midst of its work')
      },
      started: (name, end) => {
        kill[name] = end
      },
      open: () => {
        const driver = new FaultyDriver(file.open())
        driver.fault = () => disk.fault
        return driver
      },
      remove: () => {
        disk.removed += 1
        disk.fault = undefined
        file.remove()
      },
    },
  })
  const world = { clock, store, restart: async () => {}, [Symbol.asyncDispose]: async () => {} }
  const cast = new Cast(world)
  await cast.people(1, 2)
  return {
    ...{ store, clock, disk, folder, faults, kill, fate, cast },
    say: () => cast.sent(1, 2, { body }),
    found: async () => {
      const { found, behind } = await store.search.find(question)
      return [found.map(({ seq }) => seq), behind]
    },
    [Symbol.asyncDispose]: async () => {
      await store.close()
      folder[Symbol.dispose]()
    },
  }
}

test('what is said is in the index after a while, and until then it says that it is behind', async () => {
  await using world = await indexing()
  await world.clock.advance(0)
  await world.say()
  await world.clock.advance(newsDelayMs)
  assert.deepEqual(await world.found(), [[], true])
  await world.clock.advance(followDelayMs)
  assert.deepEqual(await world.found(), [[1], false])
})

test('an index whose disk is full goes on once there is room', async () => {
  await using world = await indexing()
  await world.say()
  await world.store.search.caughtUp()
  world.disk.fault = sqliteFull
  await world.say()
  await world.clock.advance(3_000)
  world.disk.fault = undefined
  assert.deepEqual(await world.found(), [[1], true])
  await world.clock.advance(1_000)
  assert.deepEqual(await world.found(), [[2, 1], false])
})

test('an index whose disk fails is opened again, and takes up what was said meanwhile', async () => {
  await using world = await indexing()
  await world.say()
  await world.store.search.caughtUp()
  world.disk.fault = diskError
  await world.say()
  await world.clock.advance(newsDelayMs + followDelayMs)
  await world.say()
  await assert.rejects(world.found(), { code: 'BUSY' })
  await assert.rejects(world.store.search.caughtUp(), { code: 'BUSY' })
  await world.clock.advance(searchRestartMs)
  await assert.rejects(world.found(), { code: 'BUSY' })
  world.disk.fault = undefined
  await world.clock.advance(searchRestartMs)
  assert.deepEqual(await world.found(), [[3, 2, 1], false])
  assert.deepEqual([world.disk.removed, world.faults], [0, []])
})

test('a fault that is neither of the index nor of its disk is told', async () => {
  await using world = await indexing()
  await world.say()
  await world.store.search.caughtUp()
  world.disk.fault = constraint
  await world.say()
  await world.clock.advance(newsDelayMs + followDelayMs)
  assert.equal(world.faults.length, 1)
})

test('an index that is none is made anew', async () => {
  await using world = await indexing()
  await world.say()
  await world.store.search.caughtUp()
  world.disk.fault = notADatabase
  await world.say()
  await world.clock.advance(newsDelayMs + followDelayMs)
  await world.clock.advance(searchRestartMs)
  assert.equal(world.disk.removed, 1)
  assert.deepEqual(await world.found(), [[2, 1], false])
})

test('an index that a killed process left behind takes up what it lacks', async () => {
  await using world = new InlineWorld()
  const cast = new Cast(world)
  await cast.people(1, 2)
  await cast.sent(1, 2, { body })
  await world.store.search.caughtUp()
  await cast.sent(1, 2, { body })
  await world.restart()
  await world.clock.advance(0)
  const { found, behind } = await world.store.search.find(question)
  assert.deepEqual([found.map(({ seq }) => seq), behind], [[2, 1], false])
})

for (const name of ['search', 'find'] as const)
  test(`after the thread ${name} has died, search is refused, and is there again after a while`, async () => {
    await using world = await indexing()
    await world.say()
    await world.store.search.caughtUp()
    world.kill[name]()
    await world.say()
    await world.clock.advance(0)
    await assert.rejects(world.found(), { code: 'BUSY' })
    await assert.rejects(world.store.search.caughtUp(), { code: 'BUSY' })
    await world.clock.advance(searchRestartMs)
    await world.clock.advance(0)
    assert.deepEqual(await world.found(), [[2, 1], false])
  })

test('a question that is asked when the thread dies is refused', async () => {
  await using world = await indexing()
  await world.store.search.caughtUp()
  const asked = world.found()
  world.kill.find()
  await assert.rejects(asked, { code: 'BUSY' })
})

test('a thread that dies in the midst of its work loses nothing', async () => {
  await using world = await indexing()
  await world.store.search.caughtUp()
  await world.say()
  await world.say()
  world.fate.work = 2
  await world.clock.advance(newsDelayMs + followDelayMs)
  await world.say()
  assert.equal(world.faults.length, 1)
  await world.clock.advance(searchRestartMs)
  await world.clock.advance(0)
  assert.deepEqual(await world.found(), [[3, 2, 1], false])
})

test('[R14] a question that gets no answer is refused after a while', async () => {
  await using world = await indexing()
  await world.store.search.caughtUp()
  world.fate.isStill = true
  const asked = assert.rejects(world.found(), { code: 'BUSY' })
  await world.clock.advance(searchTimeoutMs)
  await asked
  world.fate.isStill = false
  for (const deliver of world.fate.held) deliver()
  assert.deepEqual(await world.found(), [[], false])
})

test('of many conversations that gained something at once all are taken up', async () => {
  await using world = await indexing()
  const others = Array.from({ length: 8 }, (_, index) => index + 3)
  await world.cast.people(...others)
  await world.store.search.caughtUp()
  for (const other of others) await world.cast.sent(1, other, { body })
  await world.clock.advance(newsDelayMs + followDelayMs)
  const { found } = await world.store.search.find(question)
  assert.equal(found.length, others.length)
})
