import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import test from 'node:test'
import { groupRoles } from '@parley/protocol'
import type { SyncPoint } from '../sync-store.ts'
import { InlineWorld } from '../testing/sqlite-worlds.ts'
import { Cast } from '../testing/store-world.ts'
import { openNodeDriver } from './thread/node-driver.ts'
import { verifyStore } from './verify-store.ts'

const [low, high] = [300_001, 300_002]
const damaged = { name: 'RowDamaged' }

/** A direct conversation, alone in its store, all of it in the database file. */
async function populated() {
  const world = new InlineWorld()
  const cast = new Cast(world)
  await cast.people(low, high)
  const { conversation } = await cast.sent(low, high)
  const onDisk = (change: (driver: ReturnType<typeof openNodeDriver>) => void) => {
    const driver = openNodeDriver(world.path)
    change(driver)
    driver.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    driver.close()
  }
  onDisk(() => {})
  /**
   * One bit of the first number, where these follow each other in a record. Trees lie in the file in the order in which the
   * schema makes them; `passed` of those that hold these numbers are left alone.
   */
  const turn = async (numbers: readonly number[], passed = 0) => {
    const bytes = Buffer.concat(numbers.map(stored))
    const file = readFileSync(world.path)
    let at = file.indexOf(bytes)
    for (let count = 0; count < passed; count += 1) at = file.indexOf(bytes, at + 1)
    assert.ok(at > 0, 'not found')
    file[at + stored(numbers[0]!).length - 1]! ^= 8
    writeFileSync(world.path, file)
    await world.restart()
  }
  const { store } = world
  const ask = {
    sync: (since?: SyncPoint) =>
      world.store.sync.sync({
        ...{ account: low, since, goOn: undefined, bytesMax: 1e9 },
        ...{ conversationsMax: 50, entriesPerConversation: 3, accountEntriesMax: 50 },
      }),
    members: () => world.store.conversations.members(conversation),
    membersAt: () => world.store.conversations.membersAt(conversation, 1),
    view: () => world.store.conversations.view(low, conversation, 5),
    resolve: () => world.store.conversations.resolve(low, { account: high }),
    names: () => world.store.search.names(low, 'Name', 5),
  }
  return { world, cast, conversation, onDisk, turn, ask, store }
}

/** As SQLite writes an integer into a record. */
function stored(value: number): Buffer {
  const hex = value.toString(16)
  const bytes = [1, 2, 3, 4, 6, 8].find((size) => value < 2 ** (size * 8 - 1)) ?? 8
  return Buffer.from(hex.padStart(bytes * 2, '0'), 'hex')
}

type Question = keyof Awaited<ReturnType<typeof populated>>['ask']

async function rejected(questions: readonly Question[], spoil: Spoil) {
  const store = await populated()
  await using _ = store.world
  for (const name of questions) await store.ask[name]()
  await spoil(store)
  for (const name of questions) await assert.rejects(store.ask[name](), damaged, name)
  const driver = openNodeDriver(store.world.path, { readOnly: true })
  assert.notDeepEqual(verifyStore(driver), [])
  driver.close()
}
type Spoil = (store: Awaited<ReturnType<typeof populated>>) => unknown

test('[R15.d] a member row that its tree no longer leads to is missed by whoever needs it', async () => {
  await rejected(['sync', 'members', 'membersAt', 'view'], ({ turn, conversation }) =>
    turn([low, conversation]),
  )
})

test('[R15.d] a member that the index no longer names is missed', async () => {
  await rejected(['members', 'membersAt'], ({ turn, conversation }) => turn([conversation, low]))
})

test('[R15.d] a direct conversation that the index no longer names is not made a second time', async () => {
  const store = await populated()
  await using _ = store.world
  await store.turn([low, high], 1)
  await assert.rejects(store.ask.resolve(), damaged)
  await assert.rejects(store.cast.send(low, high), /damaged/)
})

test('[R15.d] a conversation or a member that is gone is missed', async () => {
  await rejected(['sync', 'view', 'resolve'], ({ onDisk }) =>
    onDisk((driver) => driver.exec('DELETE FROM conversation')),
  )
  await rejected(['sync', 'members', 'membersAt'], ({ onDisk }) =>
    onDisk((driver) => driver.exec(`DELETE FROM member WHERE account = ${low}`)),
  )
  await rejected(['sync'], ({ onDisk }) =>
    onDisk((driver) => driver.exec(`UPDATE tally SET present = 0 WHERE id = ${low}`)),
  )
})

test('[R15.d] a conversation that changed since the last sync and is gone is a fault, not passed over', async () => {
  const { world, cast, onDisk, ask } = await populated()
  await using _ = world
  const { snapshot } = await ask.sync()
  await cast.sent(high, low)
  const changed = () => ask.sync(snapshot)
  assert.equal((await changed()).conversations.length, 1)
  onDisk((driver) => driver.exec(`DELETE FROM member WHERE account = ${low}`))
  await assert.rejects(changed(), /is not there/)
})

test('strangers, and what is not there, are no damage', async () => {
  const { world, cast, conversation, ask } = await populated()
  await using _ = world
  await cast.people(300_003)
  const { conversations } = world.store
  assert.equal(await conversations.view(300_003, conversation, 5), undefined)
  assert.equal(await conversations.view(low, conversation + 1, 5), undefined)
  assert.equal(await conversations.resolve(low, { account: 300_003 }), undefined)
  await ask.sync()
})

test('a store from before there were tallies is counted when it is opened', async () => {
  const { world, onDisk, ask } = await populated()
  await using _ = world
  onDisk((driver) => {
    driver.exec('DROP TABLE tally')
    driver.exec('PRAGMA user_version = 10')
  })
  await world.restart()
  for (const question of Object.values(ask)) await question()
  const driver = openNodeDriver(world.path, { readOnly: true })
  const found = driver.prepare('SELECT of, members, present FROM tally ORDER BY of, id').all()
  assert.deepEqual(
    found.map(({ of, members, present }) => [of, members, present]),
    [
      [1, 1, 1],
      [1, 1, 1],
      [2, 2, 2],
    ],
  )
  assert.deepEqual(verifyStore(driver), [])
  driver.close()
})

test('[R15.d] a page of members is missed one of, also beyond its end', async () => {
  const group = 77
  const world = new InlineWorld()
  await using _ = world
  const cast = new Cast(world)
  await cast.people(low, high, 300_003)
  const by = { account: low, requestKey: cast.mint(), nowMs: world.clock.wallMs() }
  const settings = {
    ...{ inviteFrom: groupRoles.member, mentionAllFrom: groupRoles.admin },
    ...{ approveJoins: false, historyFromStart: false },
  }
  const asked = { name: 'Flat', avatar: '', members: [high, 300_003], settings }
  await world.store.groups.create(by, group, asked, { membersMax: 50, strangersMayWrite: true })
  const page = () => world.store.groups.members(low, group, { after: 0, limit: 1, accounts: [] })
  assert.equal((await page()).members.length, 1)
  assert.equal((await page()).more, true)
  const driver = openNodeDriver(world.path)
  driver.exec('DELETE FROM member WHERE account = 300003')
  driver.close()
  await world.restart()
  await assert.rejects(page(), damaged)
})
