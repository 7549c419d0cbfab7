import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tcpEndpoint } from '../lab/bench.ts'
import { quietPlan, removeFolder, seededFolder } from '../lab/seed.ts'
import { startBenchServer } from '../lab/server.ts'
import { presenceArrive, presenceWork } from './presence-load.ts'

const users = 12
const watched = 5

test('changes of status are told to those who watch, and everybody sees all as they are in the end', async () => {
  const data = await seededFolder({ ...quietPlan, users }, () => {})
  const server = await startBenchServer({ data })
  try {
    await presenceArrive({ endpoint: tcpEndpoint(server), firstUser: 2, users: 10, watched })
    const result = await presenceWork({
      ...{ serverPid: server.pid, flipsPerSecond: 10, calmMs: 0, measureMs: 1_000 },
    })
    assert.deepEqual(result.faults, [])
    assert.ok(result.flips > 0)
    assert.ok(result.told <= result.flips * watched)
    // NOTE who changed twice within a round is told once, or not at all.
    assert.equal(result.told % watched, 0)
    assert.ok(result.seenMs.count <= result.told)
  } finally {
    await server.stop()
    removeFolder(data)
  }
})
