import assert from 'node:assert/strict'
import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { ThreadWorld, temporaryFolder } from '../../testing/sqlite-worlds.ts'
import { Cast, seededRandom } from '../../testing/store-world.ts'
import { silentLog } from '../../../base/log.ts'
import { ManualClock } from '../../../base/testing/manual-clock.ts'
import { openNodeDriver } from './node-driver.ts'
import { openSqliteStore } from './open-sqlite-store.ts'
import { restoreStore, verifyFolder, verifyStoreFile } from './store-files.ts'

const random = seededRandom(99)
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** A store with a short history, and a backup of it. */
async function backedUp() {
  const world = await ThreadWorld.open()
  const cast = new Cast(world)
  await cast.people(1, 2)
  const { conversation } = await cast.sent(1, 2)
  await cast.move({ conversation, account: 2, delivered: 1, read: 1 })
  const backupPath = join(world.folder.path, 'backup.db')
  await world.store.backup(backupPath)
  return { world, cast, conversation, backupPath }
}

test('a backup taken while serving is sound and restores under another generation', async () => {
  const { world, cast, conversation, backupPath } = await backedUp()
  await using _ = world
  const { generation, serverKey } = world.store
  await cast.sent(1, 2)
  assert.deepEqual(verifyStoreFile(backupPath), [])
  await world.store.close()
  const folder = world.folder.path
  const { replaced } = restoreStore({ backupPath, folder, random, wallMs: 5 })
  await world.restart()
  assert.notEqual(hex(world.store.generation), hex(generation))
  assert.equal(hex(world.store.serverKey), hex(serverKey))
  assert.equal((await cast.texts(1, conversation)).length, 1)
  assert.equal((await cast.sent(1, 2)).seq, 2)
  assert.deepEqual(verifyFolder(folder), [])
  assert.deepEqual(verifyStoreFile(replaced!), [])
  const former = openNodeDriver(replaced!, { readOnly: true })
  assert.equal(former.prepare('SELECT count(*) AS n FROM entry').get()?.n, 2)
  former.close()
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.includes('restoring')),
    [],
  )
})

test('a backup goes on beside writes, and does not replace a file', async () => {
  const { world, cast, backupPath } = await backedUp()
  await using _ = world
  await assert.rejects(world.store.backup(backupPath), /exists/)
  const second = join(world.folder.path, 'second.db')
  const backup = world.store.backup(second)
  const sends = Array.from({ length: 200 }, () => cast.sent(1, 2))
  await Promise.all(sends)
  await backup
  assert.deepEqual(verifyStoreFile(second), [])
})

test('a restore is refused while the folder is in use, and with what is no sound backup', async () => {
  const { world, backupPath } = await backedUp()
  await using _ = world
  const folder = world.folder.path
  const restore = (path: string) => restoreStore({ backupPath: path, folder, random, wallMs: 1 })
  assert.throws(() => restore(backupPath), { name: 'FolderInUse' })
  await world.store.close()
  assert.throws(() => restore(join(folder, 'nothing.db')), { name: 'UnusableStore' })

  const broken = join(folder, 'broken.db')
  const spoil = (sql: string) => {
    copyFileSync(backupPath, broken)
    const driver = openNodeDriver(broken)
    driver.exec(sql)
    driver.close()
  }
  const spoiled: [string, RegExp][] = [
    [`UPDATE entry SET record = zeroblob(length(record))`, /damaged/],
    [`DELETE FROM entry`, /log ends at 0/],
    [`UPDATE conversation SET head_seq = 2`, /log ends at 1/],
    [`UPDATE conversation SET head_count = 2`, /count or time/],
    [`UPDATE conversation SET head_time_ms = 2`, /count or time/],
    [`UPDATE member SET read = 9 WHERE account = 2`, /beyond/],
    [`UPDATE member SET read_count = 0 WHERE account = 2`, /counts of account 2/],
    [`UPDATE member SET own_after = 0 WHERE account = 1`, /counts of account 1/],
    [`DELETE FROM member WHERE account = 1`, /account 1 is not in it/],
    [`DELETE FROM remembered_id`, /not remembered/],
    [`UPDATE remembered_id SET content_hash = 1`, /not what was sent/],
    [`UPDATE remembered_id SET seq = 7`, /names entry 7/],
    [`UPDATE last_commit SET stamp = 0`, /yet to come/],
    [`UPDATE account SET items = 1 WHERE id = 1`, /account log of account 1/],
    [`DELETE FROM device WHERE id = 10`, /device 10/],
    [`DELETE FROM refresh_token WHERE device = 10`, /current refresh token/],
    [`DELETE FROM account WHERE id = 1`, /belongs to no account/],
    [`DELETE FROM conversation`, /which is not there/],
    [`UPDATE meta SET generation = x'00'`, /identity/],
  ]
  for (const [sql, problem] of spoiled) {
    spoil(sql)
    assert.match(verifyStoreFile(broken).join('\n'), problem, sql)
    assert.throws(() => restore(broken), { name: 'UnsoundBackup' }, sql)
  }
  spoil('PRAGMA user_version = 999')
  assert.throws(() => restore(broken), { name: 'UnusableStore', message: /newer/ })
  writeFileSync(broken, 'no database at all, but long enough to be looked at as one'.repeat(40))
  assert.throws(() => restore(broken))
  assert.notDeepEqual(verifyStoreFile(broken), [])

  await world.restart()
  assert.deepEqual(verifyFolder(folder), [])
  assert.equal(
    readdirSync(folder).some((name) => name.includes('replaced')),
    false,
  )
})

test('a restore into an empty folder, and over a database that cannot be opened', async () => {
  const { world, backupPath } = await backedUp()
  await using _ = world
  using other = temporaryFolder()
  const folder = join(other.path, 'new')
  assert.deepEqual(restoreStore({ backupPath, folder, random, wallMs: 1 }), { replaced: undefined })
  assert.deepEqual(verifyFolder(folder), [])
  const path = join(folder, 'parley.db')
  writeFileSync(path, 'rubbish'.repeat(1_000))
  writeFileSync(`${path}-wal`, 'rubbish')
  const { replaced } = restoreStore({ backupPath, folder, random, wallMs: 1 })
  assert.deepEqual(verifyFolder(folder), [])
  assert.ok(existsSync(replaced!))
})

test('a second opener is refused, one after a clean end is not', async () => {
  await using world = await ThreadWorld.open()
  const open = () =>
    openSqliteStore({
      folder: world.folder.path,
      clock: new ManualClock(),
      random,
      log: silentLog,
    })
  await assert.rejects(open(), { name: 'FolderInUse', message: /another process/ })
  await assert.rejects(open(), { name: 'FolderInUse' })
  assert.equal(await world.store.probe(), undefined)
  await world.restart()
})

test('a newer database, and one that is none of ours, are refused and not touched', async () => {
  const spoiled: [string, RegExp][] = [
    ['PRAGMA user_version = 999', /newer Parley/],
    ['PRAGMA application_id = 1', /not made by Parley/],
  ]
  for (const [sql, message] of spoiled) {
    const { world, backupPath } = await backedUp()
    await using _ = world
    using other = temporaryFolder()
    const path = join(other.path, 'parley.db')
    copyFileSync(backupPath, path)
    const driver = openNodeDriver(path)
    driver.exec(sql)
    driver.close()
    const input = { folder: other.path, clock: new ManualClock(), random, log: silentLog }
    await assert.rejects(openSqliteStore(input), { name: 'UnusableStore', message })
    const after = openNodeDriver(path)
    assert.equal(after.prepare('SELECT count(*) AS n FROM entry').get()?.n, 1)
    after.close()
  }
})
