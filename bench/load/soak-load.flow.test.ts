import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { tcpEndpoint } from '../lab/bench.ts'
import { quietPlan, removeFolder, seededFolder } from '../lab/seed.ts'
import { startBenchServer } from '../lab/server.ts'
import { freePort } from '../peers/private.ts'
import { soakLoad } from './soak-load.ts'

const users = 10
const group = 1_000
/** So that some messages are under way. */
const beforeKillMs = 500

test('a server that is killed loses nothing of what was acked, and everybody comes back by itself', async () => {
  const data = await seededFolder(
    {
      ...quietPlan,
      users: 20,
      messagesPerPair: 1,
      groups: [{ id: group, firstUser: 0, members: users }],
    },
    () => {},
  )
  const settings = { 'tcp-port': String(await freePort()) }
  let server = await startBenchServer({ data, settings })
  try {
    const rates = { messagesPerSecond: 50, postsPerSecond: 5, flipsPerSecond: 2 }
    const begun = Promise.withResolvers<void>()
    const endpoint = tcpEndpoint(server)
    const input = { endpoint, users, group, watchedEach: 3, ...rates, forMs: 4_000 }
    const loaded = soakLoad(input, begun.resolve)
    loaded.catch(begun.reject)
    await begun.promise
    await sleep(beforeKillMs)
    await server.kill()
    server = await startBenchServer({ data, settings })
    const result = await loaded
    assert.deepEqual(result.faults, [])
    assert.equal(result.outages.length, 1)
    assert.ok(result.delivered > 0 && result.posted > 0)
    assert.equal(result.acked, result.delivered + result.posted)
    assert.equal(result.audited, result.acked)
    assert.equal(result.postsDelivered, result.posted * (users - 1))
  } finally {
    await server.stop()
    removeFolder(data)
  }
})
