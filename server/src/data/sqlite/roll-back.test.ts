import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { nodeRandom } from '../../base/node/node-random.ts'
import { temporaryFolder } from '../testing/sqlite-worlds.ts'
import { DriverFault } from './driver.ts'
import { migrate } from './migrate.ts'
import { SearchIndex } from './search/search-index.ts'
import { SqliteReadTables } from './sqlite-read-tables.ts'
import { ofWholeAccount } from './tallies.ts'
import { openNodeDriver } from './thread/node-driver.ts'

/** SQLITE_IOERR_READ. */
const readFailed = 266

test('[R15] a read that failed says by what, also where SQLite has ended its transaction itself', () => {
  using folder = temporaryFolder()
  const driver = openNodeDriver(join(folder.path, 'parley.db'))
  migrate(driver, nodeRandom, 0)
  const tables = new SqliteReadTables(driver)
  const fail = (): never => {
    driver.exec('ROLLBACK')
    throw new DriverFault(readFailed, 'disk I/O error')
  }
  const isTold = (thrown: unknown): boolean =>
    thrown instanceof DriverFault && thrown.code === readFailed
  assert.throws(() => tables.snapshot(fail), isTold)
  assert.throws(() => ofWholeAccount(driver, 1, fail), isTold)
  assert.equal(
    tables.snapshot(() => 'read'),
    'read',
  )
  driver.close()
})

test('[R15] what finds no room says so, though SQLite has rolled back by then', () => {
  using folder = temporaryFolder()
  const driver = openNodeDriver(join(folder.path, 'search.db'))
  const index = new SearchIndex(driver, new Uint8Array(16))
  driver.exec('PRAGMA cache_size = 10')
  driver.exec('PRAGMA max_page_count = 40')
  const fill = (): void => {
    for (let seq = 1; seq < 20_000; seq += 1) {
      const place = { conversation: 7, seq, sender: 1, kind: 1, timeMs: 1_000 + seq }
      index.add({ ...place, accounts: [], text: `bicycle ${seq}` })
    }
  }
  const isFull = (thrown: unknown): boolean => thrown instanceof DriverFault && thrown.code === 13
  assert.throws(() => index.transaction(fill), isFull)
  assert.equal(index.indexedUpTo(7), 0)
  driver.close()
})
