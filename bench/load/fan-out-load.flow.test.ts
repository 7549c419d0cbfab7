import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tcpEndpoint } from '../lab/bench.ts'
import { quietPlan, removeFolder, seededFolder } from '../lab/seed.ts'
import { startBenchServer } from '../lab/server.ts'
import { bystandersCome, bystandersTell } from './bystanders-load.ts'
import { fanOutLoad, type LoadedGroup } from './fan-out-load.ts'

const members = 12
const online = 5
const shape = { members, online }
const groups: readonly LoadedGroup[] = [
  { ...shape, group: 1_000, firstUser: 0, sender: 0 },
  { ...shape, group: 1_001, firstUser: 0, sender: 1 },
  { ...shape, group: 1_002, firstUser: members, sender: members + 2 },
]
const bystander = 2 * members

test('messages to groups, with members in common and without: those online are told, those away find them, bystanders talk on', async () => {
  const data = await seededFolder(
    {
      ...{ ...quietPlan, users: bystander + 2 },
      groups: groups.map(({ group: id, firstUser }) => ({ id, firstUser, members })),
      talks: [{ from: bystander, firstTo: bystander + 1, others: 1, messages: 1 }],
    },
    () => {},
  )
  const server = await startBenchServer({ data })
  try {
    const endpoint = tcpEndpoint(server)
    await bystandersCome({ endpoint, firstUser: bystander })
    const result = await fanOutLoad({
      ...{ endpoint, serverPid: server.pid, groups, window: 2, single: 3 },
      ...{ restMs: 200, warmUpMs: 200, measureMs: 1_000 },
    })
    const told = await bystandersTell({ spans: result.spans })
    assert.deepEqual([...result.faults, ...told.faults], [])
    assert.ok(result.deliveries > 0 && result.messages > 0)
    assert.equal(result.lastMs.count, 3 * groups.length)
    assert.equal(result.cameBack, 10)
    assert.ok((told.endToEndMs.flood?.count ?? 0) > 0)
  } finally {
    await server.stop()
    removeFolder(data)
  }
})
