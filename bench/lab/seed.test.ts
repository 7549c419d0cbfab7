import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentLog } from '../../server/src/base/log.ts'
import { nodeClock } from '../../server/src/base/node/node-clock.ts'
import { nodeRandom } from '../../server/src/base/node/node-random.ts'
import { openSqliteStore } from '../../server/src/data/sqlite/thread/open-sqlite-store.ts'
import { accountId } from './accounts.ts'
import { quietPlan, removeFolder, seededFolder, seedOf, type SeedPlan } from './seed.ts'

const below: SeedPlan = {
  ...{ ...quietPlan, users: 8 },
  rings: [{ users: 6, firstStep: 1, lastStep: 1, messages: 3 }],
  smallGroups: { groups: 4, members: 3, users: 6 },
}
const above: SeedPlan = {
  ...{ ...quietPlan, on: below, users: 10 },
  rings: [{ users: 6, firstStep: 2, lastStep: 2, messages: 2 }],
  smallGroups: { groups: 6, members: 3, users: 6, ofNeighbours: true },
  away: [{ user: 9, firstFrom: 6, conversations: 2, messages: 5 }],
}

test('a plan on top of another adds to a copy of it, and all of it can be found', async () => {
  const said: string[] = []
  const folder = await seededFolder(above, (text) => said.push(text))
  const seeds = [await seedOf(above, () => {}), await seedOf(below, () => {})]
  try {
    const deps = { clock: nodeClock, random: nodeRandom, log: silentLog }
    const store = await openSqliteStore({ folder, ...deps })
    try {
      const heads = async (user: number) => {
        const { conversations } = await store.sync.sync({
          ...{ account: accountId(user), since: undefined, goOn: undefined },
          ...{ conversationsMax: 100, entriesPerConversation: 0, accountEntriesMax: 100 },
          bytesMax: 1_000_000,
        })
        return conversations.map(({ headSeq }) => headSeq).toSorted()
      }
      for (const user of [0, 3, 5])
        assert.deepEqual(await heads(user), [1, 1, 1, 1, 1, 2, 2, 3, 3], `of ${user}`)
      assert.deepEqual(await heads(9), [2, 3])
      assert.deepEqual(await heads(8), [])
      await store.search.caughtUp()
      const anything = { text: '', conversation: undefined, sender: undefined, kinds: [] }
      const anyTime = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, after: undefined, limit: 100 }
      const { found } = await store.search.find({
        ...{ reader: accountId(0), ...anything, ...anyTime, text: 'xx' },
      })
      assert.equal(found.length, 2 * 3 + 2 * 2)
    } finally {
      await store.close()
    }
  } finally {
    for (const one of [folder, ...seeds]) removeFolder(one)
  }
  const expected = [/^seeded 8 accounts and 18 messages/, /^seeded 2 accounts and 17 messages/]
  assert.equal(said.length, expected.length)
  for (const [at, line] of expected.entries()) assert.match(said[at] ?? '', line)
})
