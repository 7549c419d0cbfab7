import assert from 'node:assert/strict'
import test from 'node:test'
import { FaultyDriver, sqliteFull, sqliteSyncFailed } from '../testing/faulty-driver.ts'
import { InlineWorld, temporaryFolder } from '../testing/sqlite-worlds.ts'
import { Cast, seededRandom, text } from '../testing/store-world.ts'
import type { Driver } from './driver.ts'
import { createSqliteEngine, freeBytesMin } from './sqlite-engine.ts'
import { createSqliteStore } from './sqlite-store.ts'
import { sqliteVersionMin, versionAtLeast } from './sqlite-version.ts'
import { syncLog } from './thread/files.ts'
import { openNodeDriver } from './thread/node-driver.ts'
import { ManualClock } from '../../base/testing/manual-clock.ts'
import { verifyStore } from './verify-store.ts'

/** A world whose disk fails on demand. */
async function faulty() {
  let driver: FaultyDriver | undefined
  const world = new InlineWorld((inner: Driver) => (driver = new FaultyDriver(inner)))
  const cast = new Cast(world)
  await cast.people(1, 2, 3)
  const troubles: string[] = []
  world.store.onTrouble((trouble) => troubles.push(trouble))
  const fail = (fault: FaultyDriver['fault']) => {
    driver!.fault = fault
  }
  return { world, cast, troubles, fail }
}

const good = () => undefined

test('[R15] a full disk refuses the whole commit, and says when it has recovered', async () => {
  const { world, cast, troubles, fail } = await faulty()
  await using _ = world
  const first = await cast.sent(1, 2)
  for (const site of ['COMMIT', 'INSERT INTO entry', 'UPDATE conversation', 'BEGIN IMMEDIATE']) {
    fail((sql) => (sql.startsWith(site) ? sqliteFull : undefined))
    const refused = await Promise.all([cast.send(1, 2), cast.send(2, 1), cast.send(1, 3)])
    assert.deepEqual(
      refused.map((append) => append.status === 'refused' && append.error),
      ['STORAGE_FULL', 'STORAGE_FULL', 'STORAGE_FULL'],
      site,
    )
    fail(good)
    assert.deepEqual(
      await cast.send(1, 2),
      { status: 'refused', error: 'STORAGE_FULL' },
      'too soon',
    )
    assert.equal((await cast.texts(2, first.conversation)).length, 1)
    await world.clock.advance(1_000)
    await world.store.probe()
  }
  assert.deepEqual(troubles, Array.from({ length: 4 }, () => ['full', 'recovered']).flat())
  assert.equal((await cast.sent(1, 2)).seq, 2)
  assert.equal((await cast.sent(1, 3)).created, true)
  assert.deepEqual(verifyStore(openNodeDriver(world.path, { readOnly: true })), [])
})

test('[R15] while it is full, only a real commit says that it is not', async () => {
  const { world, cast, troubles, fail } = await faulty()
  await using _ = world
  const entry = cast.entry(1, 2)
  await world.store.entries.append(entry)
  fail((sql) => (sql === 'COMMIT' ? sqliteFull : undefined))
  await cast.send(1, 2)
  fail((sql) => (sql.startsWith('UPDATE last_commit') ? sqliteFull : undefined))
  await world.clock.advance(1_000)
  assert.deepEqual(await world.store.entries.append(entry), {
    status: 'refused',
    error: 'STORAGE_FULL',
  })
  await assert.rejects(world.store.probe(), { code: 'STORAGE_FULL' })
  assert.deepEqual(troubles, ['full'])
})

test('[R15] a failed sync or write acks nothing, then or later', async () => {
  for (const site of [
    'COMMIT',
    'INSERT INTO entry',
    'INSERT INTO remembered_id',
    'UPDATE member',
  ]) {
    const { world, cast, troubles, fail } = await faulty()
    const { conversation } = await cast.sent(1, 2)
    fail((sql) => (sql.startsWith(site) ? sqliteSyncFailed : undefined))
    const sends = await Promise.allSettled([cast.send(1, 2), cast.send(1, 2)])
    assert.deepEqual(
      sends.map(({ status }) => status),
      ['rejected', 'rejected'],
      site,
    )
    fail(good)
    await assert.rejects(cast.send(1, 2), /failed/)
    await assert.rejects(world.store.probe(), /failed/)
    await assert.rejects(cast.move({ conversation, account: 2, delivered: 1, read: 1 }))
    assert.deepEqual(troubles, ['failed'])
    await world.restart()
    assert.equal((await cast.sent(1, 2)).seq, 2)
    await world[Symbol.asyncDispose]()
  }
})

test('one operation that fails by a mistake takes no other with it', async () => {
  const { world, cast } = await faulty()
  await using _ = world
  const { conversation } = await cast.sent(1, 2)
  const appends = await Promise.allSettled([
    cast.sent(1, 2),
    cast.sent(1, 3, { newConversationId: conversation }),
    cast.sent(1, 2),
    cast.sent(2, 1),
  ])
  assert.deepEqual(
    appends.map((append) => (append.status === 'fulfilled' ? append.value.seq : 'fault')),
    [2, 'fault', 3, 4],
  )
  assert.equal(await world.store.conversations.resolve(1, { account: 3 }), undefined)
  assert.equal((await cast.sent(1, 3)).created, true)
})

test('[R15] below the floor of free space what grows is refused, what erases is not', async () => {
  using folder = temporaryFolder()
  let free = freeBytesMin
  const path = `${folder.path}/a.db`
  const clock = new ManualClock()
  const store = createSqliteStore({
    clock,
    random: seededRandom(7),
    driver: openNodeDriver(path),
    openReader: () => openNodeDriver(path, { readOnly: true }),
    syncLog: () => syncLog(path),
    freeBytes: () => free,
  })
  const troubles: string[] = []
  store.onTrouble((trouble) => troubles.push(trouble))
  const cast = new Cast({
    clock,
    store,
    restart: async () => {},
    [Symbol.asyncDispose]: async () => {},
  })
  await cast.people(1, 2)
  const { conversation } = await cast.sent(1, 2)
  free -= 1
  await clock.advance(1_000)
  assert.deepEqual(await cast.send(1, 2), { status: 'refused', error: 'STORAGE_FULL' })
  await assert.rejects(cast.people(3), { code: 'STORAGE_FULL' })
  assert.equal((await cast.move({ conversation, account: 2, delivered: 1, read: 1 })).length, 1)
  assert.deepEqual(await store.devices.end(1, 'all'), [10])
  free += 1
  await clock.advance(1_000)
  assert.equal((await cast.send(1, 2)).status, 'appended')
  assert.deepEqual(troubles, ['full', 'recovered'])
  await store.close()
})

test('a flipped bit in an entry is seen by every read, and by the check of the store', async () => {
  await using world = new InlineWorld()
  const cast = new Cast(world)
  await cast.people(1, 2)
  const { conversation } = await cast.sent(1, 2, { body: text('first') })
  for (const body of ['second', 'third']) await cast.sent(1, 2, { body: text(body) })
  const driver = openNodeDriver(world.path)
  const select = driver.prepare('SELECT record FROM entry WHERE conversation = ? AND seq = 2')
  const update = driver.prepare('UPDATE entry SET record = ? WHERE conversation = ? AND seq = 2')
  const sound = select.get(conversation)!.record as Uint8Array
  for (let bit = 0; bit < sound.length * 8; bit += 1) {
    const damaged = sound.slice()
    damaged[bit >> 3]! ^= 1 << (bit & 7)
    update.run(damaged, conversation)
    await assert.rejects(cast.texts(2, conversation), `bit ${bit}`)
  }
  assert.match(verifyStore(driver).join('\n'), /is damaged/)
  await assert.rejects(world.store.conversations.view(2, conversation, 2), /damaged/)
  assert.equal((await world.store.conversations.view(2, conversation, 1))?.entries.length, 1)

  update.run(sound, conversation)
  assert.deepEqual(verifyStore(driver), [])
  driver.exec('DELETE FROM entry WHERE seq = 2')
  await assert.rejects(cast.texts(2, conversation), /missing/)
  driver.exec('DELETE FROM entry WHERE seq = 3')
  await assert.rejects(cast.texts(2, conversation), /ends too early/)
  driver.close()
})

test('[R5] what was sent before a rollback is no longer known after it', async () => {
  const { world, cast, fail } = await faulty()
  await using _ = world
  await cast.sent(1, 2)
  const lost = cast.entry(1, 2)
  fail((sql) => (sql === 'COMMIT' ? sqliteFull : undefined))
  await world.store.entries.append(lost)
  fail(good)
  await world.clock.advance(1_000)
  await world.store.probe()
  const held = await cast.send(1, 2, { after: lost.clientId })
  assert.deepEqual(held, { status: 'refused', error: 'ORDER_HELD' })
  assert.equal((await cast.sent(1, 2, lost)).seq, 2)
})

test('[R1.c] [R15.b] on a full disk it starts all the same, once the log of writes is synced where it lies', () => {
  using folder = temporaryFolder()
  const done: string[] = []
  const driver = new FaultyDriver(openNodeDriver(`${folder.path}/a.db`))
  const open = (syncLog: () => void) =>
    createSqliteEngine({
      driver,
      random: seededRandom(1),
      openedAt: { wallMs: 0, monotonicMs: 0 },
      syncLog,
    })
  open(() => done.push('needless'))
  driver.fault = (sql) =>
    sql.startsWith('PRAGMA wal_checkpoint') || sql === 'COMMIT' ? sqliteFull : undefined
  const syncFailed = () => {
    throw new Error('EIO')
  }
  assert.throws(() => open(syncFailed), /EIO/)
  const engine = open(() => done.push('the log is synced'))
  assert.deepEqual(done, ['the log is synced'])
  const probe = (monotonicMs: number) =>
    engine.applyBatch([{ type: 'probe' }], { wallMs: 0, monotonicMs })
  assert.deepEqual(probe(0), {
    outcomes: [{ status: 'refused', error: 'STORAGE_FULL' }],
    trouble: 'full',
    touches: [],
  })
  driver.fault = good
  assert.equal(probe(1_000).trouble, 'recovered')
  engine.close()
})

test('[R1.c] [R15.a] a start whose checkpoint fails in any other way does not serve', () => {
  using folder = temporaryFolder()
  const driver = new FaultyDriver(openNodeDriver(`${folder.path}/a.db`))
  driver.fault = (sql) => (sql.startsWith('PRAGMA wal_checkpoint') ? sqliteSyncFailed : undefined)
  assert.throws(
    () =>
      createSqliteEngine({
        driver,
        random: seededRandom(1),
        openedAt: { wallMs: 0, monotonicMs: 0 },
        syncLog: () => {},
      }),
    { code: sqliteSyncFailed },
  )
})

test('an SQLite with a known way to corrupt is refused', () => {
  assert.equal(versionAtLeast('3.51.2', sqliteVersionMin), false)
  assert.equal(versionAtLeast('3.51.3', sqliteVersionMin), true)
  assert.equal(versionAtLeast('3.53.0', sqliteVersionMin), true)
  assert.equal(versionAtLeast('3.9.9', sqliteVersionMin), false)
})

test('[R1] the connection that writes syncs every commit, and wipes what it frees', () => {
  using folder = temporaryFolder()
  const driver = openNodeDriver(`${folder.path}/a.db`)
  const engine = createSqliteEngine({
    driver,
    random: seededRandom(1),
    openedAt: { wallMs: 0, monotonicMs: 0 },
    syncLog: () => {},
  })
  assert.deepEqual(
    ['journal_mode', 'synchronous', 'secure_delete', 'wal_autocheckpoint'].map((name) => {
      const row = driver.prepare(`PRAGMA ${name}`).get() ?? {}
      return Object.values(row)[0]
    }),
    ['wal', 2, 1, 0],
  )
  engine.close()
})

test('[R15] an engine whose disk failed takes nothing more, even when the disk is well again', () => {
  using folder = temporaryFolder()
  const driver = new FaultyDriver(openNodeDriver(`${folder.path}/a.db`))
  const engine = createSqliteEngine({
    driver,
    random: seededRandom(1),
    openedAt: { wallMs: 0, monotonicMs: 0 },
    syncLog: () => {},
  })
  const probe = () => engine.applyBatch([{ type: 'probe' }], { wallMs: 0, monotonicMs: 0 })
  assert.deepEqual(probe().outcomes, [{ status: 'done', result: undefined }])
  driver.fault = (sql) => (sql === 'COMMIT' ? sqliteSyncFailed : undefined)
  assert.equal(probe().trouble, 'failed')
  driver.fault = good
  assert.deepEqual(probe(), {
    outcomes: [{ status: 'refused', error: 'INTERNAL' }],
    trouble: 'failed',
    touches: [],
  })
  engine.close()
})
