import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSqliteEngine } from '../../../server/src/data/sqlite/sqlite-engine.ts'
import type { SqliteEngine } from '../../../server/src/data/sqlite/sqlite-engine.ts'
import { ManualClock } from '../../../server/src/base/testing/manual-clock.ts'
import { Cast, type StoreWorld } from '../../../server/src/data/testing/store-world.ts'
import { syncLog } from '../world/world-engine.ts'
import { SeededRandom } from '../world/seeded-random.ts'
import { SimulatedDisk } from './simulated-disk.ts'
import { startWasmSqlite } from './wasm-sqlite.ts'

const sqlite = await startWasmSqlite()
const name = 'parley.db'
const accounts = 40

function open(disk: SimulatedDisk): SqliteEngine {
  return createSqliteEngine({
    driver: sqlite.open(name),
    random: disk.random,
    openedAt: { wallMs: 0, monotonicMs: 0 },
    syncLog: () => syncLog(disk),
  })
}

/** A store whose log holds what the database has no room for, as a kill between the writes of a commit and their sync left it. */
function killedBeforeItsSync(seed: number): SimulatedDisk {
  const disk = new SimulatedDisk(new SeededRandom(seed))
  sqlite.mount(disk)
  open(disk).close()
  const engine = open(disk)
  let syncs = 0
  disk.plan((act, file) => {
    // NOTE the first is that of a new log's header.
    if (act === 'sync' && file === `${name}-wal` && (syncs += 1) === 2) disk.killProcess()
    return undefined
  })
  const cast = new Cast({ clock: new ManualClock() } as StoreWorld)
  const operations = Array.from({ length: accounts }, (_, index) => {
    return { type: 'createAccount' as const, input: cast.newAccount(index + 1) }
  })
  engine.applyBatch(operations, { wallMs: 0, monotonicMs: 0 })
  disk.plan(undefined)
  assert.ok(syncs >= 2, 'it was killed at the sync of the log')
  sqlite.afterCrash()
  disk.limit(disk.usedBytes)
  return disk
}

function people(): number {
  const driver = sqlite.open(name)
  const count = Number(driver.prepare('SELECT count(*) AS count FROM account').get()?.count)
  driver.close()
  return count
}

test('[R1.c] [R15.b] what a start on a full disk serves is there after a loss of power', () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const disk = killedBeforeItsSync(seed)
    open(disk)
    assert.ok(disk.has(`${name}-wal`), 'there was no room to move the log')
    const served = people()
    assert.equal(served, accounts)
    disk.losePower(seed % 2 === 0 ? 'drop' : 'tear')
    sqlite.afterCrash()
    disk.limit(Number.POSITIVE_INFINITY)
    open(disk).close()
    assert.equal(people(), served, `seed ${seed}`)
  }
})
