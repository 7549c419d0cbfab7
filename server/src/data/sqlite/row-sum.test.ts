import assert from 'node:assert/strict'
import test from 'node:test'
import { InlineWorld } from '../testing/sqlite-worlds.ts'
import { Cast, text } from '../testing/store-world.ts'
import { giveSums, haveSums } from './every-row.ts'
import { openNodeDriver } from './thread/node-driver.ts'
import { verifyStore } from './verify-store.ts'

async function populated() {
  const world = new InlineWorld()
  const cast = new Cast(world)
  const tokens = cast.tokens()
  await world.store.accounts.create(cast.newAccount(1, tokens))
  await cast.people(2)
  const entry = cast.entry(1, 2)
  await world.store.entries.append(entry)
  const { conversation } = await cast.sent(2, 1)
  await world.store.sync.putAccountItem(1, 'draft', text('kept'), 5)
  const spoil = (sql: string) => {
    const driver = openNodeDriver(world.path)
    driver.exec(sql)
    driver.close()
  }
  return { world, cast, tokens, entry, conversation, spoil }
}
type Populated = Awaited<ReturnType<typeof populated>>

const damaged = { name: 'RowDamaged' }
const sync = ({ world }: Populated) =>
  world.store.sync.sync({
    ...{ account: 1, since: undefined, goOn: undefined, bytesMax: 1e9 },
    ...{ conversationsMax: 50, entriesPerConversation: 3, accountEntriesMax: 50 },
  })
const members = ({ world, conversation }: Populated) =>
  world.store.conversations.members(conversation)
const byToken = ({ world, tokens }: Populated) =>
  world.store.devices.byAccessHash(tokens.accessHash, 5)

/** What is spoiled, and who would have told it to somebody. */
const cases: readonly [string, (populated: Populated) => Promise<unknown>][] = [
  [
    `UPDATE account SET display_name = 'Nbme 1' WHERE id = 1`,
    ({ world }) => world.store.accounts.byId(1),
  ],
  [
    `UPDATE account SET handle = 'handlf1' WHERE id = 1`,
    ({ world }) => world.store.accounts.listAfter('', 9),
  ],
  ['UPDATE conversation SET head_count = head_count + 1', sync],
  ['UPDATE member SET own_after = own_after + 1 WHERE account = 1', sync],
  ['UPDATE member SET read = 1 WHERE account = 2', sync],
  ['UPDATE member SET from_seq = 2 WHERE account = 1', members],
  [`UPDATE device SET name = 'e10' WHERE id = 10`, ({ world }) => world.store.devices.list(1)],
  ['UPDATE access_token SET expires_ms = 7 WHERE device = 10', byToken],
  ['UPDATE access_token SET device = 20 WHERE device = 10', byToken],
  [`UPDATE account_item SET body = x'6b65707521'`, sync],
  ['UPDATE last_commit SET stamp = stamp - 1', sync],
  ['UPDATE member SET conversation = conversation + 1 WHERE account = 1', sync],
]

for (const [sql, read] of cases) {
  test(`what was written otherwise is not served: ${sql}`, async () => {
    const store = await populated()
    await using _ = store.world
    await read(store)
    store.spoil(sql)
    await assert.rejects(read(store), damaged)
  })
}

for (const seq of [1, 2]) {
  test(`[R15.d] a log whose entry ${seq} is gone is a fault to those who follow it`, async () => {
    const { world, conversation, spoil } = await populated()
    await using _ = world
    const { feed } = world.store
    assert.equal((await feed.read(conversation, 1, 10)).length, 2)
    spoil(`DELETE FROM entry WHERE seq = ${seq}`)
    await assert.rejects(feed.read(conversation, 1, 10), /hole/)
    assert.deepEqual(await feed.read(conversation, 3, 10), [])
  })
}

test('[R2] a remembered id that names another entry is no answer to a retry', async () => {
  const { world, entry, spoil } = await populated()
  await using _ = world
  spoil('UPDATE remembered_id SET seq = 3 - seq')
  await world.restart()
  const retried = await world.store.entries.append(entry).catch(() => 'fault')
  assert.equal(retried, 'fault')
})

test('an identity that was written otherwise keeps a store from being opened', async () => {
  const { world, spoil } = await populated()
  spoil(`UPDATE meta SET server_key = zeroblob(32)`)
  await assert.rejects(world.restart(), { name: 'UnusableStore', message: /identity/ })
  await world.store.close().catch(() => {})
})

test('rows from before there were sums get them once, and damage is found by reading all', async () => {
  const { world, spoil } = await populated()
  await using _ = world
  const tables = ['account', 'member', 'contact']
  for (const table of tables) spoil(`ALTER TABLE ${table} DROP COLUMN sum`)
  const driver = openNodeDriver(world.path)
  assert.match(verifyStore(driver).join(), /no sums yet/)
  await world.store.close()
  await world.restart()
  assert.equal(haveSums(openNodeDriver(world.path)), true)
  assert.equal((await world.store.accounts.byId(1))?.displayName, 'Name 1')
  const now = openNodeDriver(world.path)
  assert.deepEqual(verifyStore(now), [])
  now.exec('UPDATE member SET role = 7 WHERE account = 2')
  assert.match(verifyStore(now).join(), /1 rows of member do not fit/)
  giveSums(now, new Map())
  assert.deepEqual(verifyStore(now), [])
  now.close()
  driver.close()
})
