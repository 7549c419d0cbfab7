import assert from 'node:assert/strict'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { openNodeDriver } from './node-driver.ts'
import { logDamage } from './inspect-log.ts'

const frameBytes = 4_096 + 24

/** A database as a killed program leaves it, with ten commits in its log of writes. */
function left(t: { after(run: () => void): void }) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-log-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const living = join(folder, 'living.db')
  const driver = openNodeDriver(living)
  driver.exec('PRAGMA journal_mode = WAL')
  driver.exec('PRAGMA wal_autocheckpoint = 0')
  driver.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, text BLOB)')
  for (let id = 0; id < 10; id += 1) driver.exec(`INSERT INTO t VALUES (${id}, randomblob(3000))`)
  const path = join(folder, 'left.db')
  const parts = ['', '-wal', '-shm']
  const bring = () => {
    for (const part of parts) copyFileSync(living + part, path + part)
  }
  bring()
  const log = () => readFileSync(`${path}-wal`)
  return {
    path,
    driver,
    bring,
    log,
    spoil: (bytes: Uint8Array) => writeFileSync(`${path}-wal`, bytes),
  }
}

test('[R1] a sound log, a torn last transaction and no log are no damage', (t) => {
  const { path, driver, log, spoil } = left(t)
  assert.equal(logDamage(path), undefined)
  rmSync(`${path}-shm`)
  const whole = log()
  const torn = Buffer.from(whole)
  torn[torn.length - 100]! ^= 1
  for (const bytes of [
    whole,
    torn,
    whole.subarray(0, whole.length - frameBytes),
    Buffer.alloc(9_000),
    Buffer.alloc(0),
  ]) {
    spoil(bytes)
    assert.equal(logDamage(path), undefined)
  }
  driver.close()
})

test('[R1] commits that would be gone in silence are damage', (t) => {
  const { path, driver, bring, log, spoil } = left(t)
  const whole = log()
  const flipped = (at: number) => {
    const bytes = Buffer.from(whole)
    bytes[at]! ^= 16
    return bytes
  }
  const cases: [Uint8Array, RegExp, boolean][] = [
    [flipped(32 + frameBytes * 3 + 500), /behind page 3: \d+ commits|3 of its/, false],
    [flipped(32 + frameBytes * 3 + 9), /behind page 3|3 of its/, false],
    [flipped(5), /head of the log/, false],
    [flipped(whole.length - 9), /of its \d+ pages can be read/, true],
    [whole.subarray(0, whole.length - frameBytes), /of its \d+ pages can be read/, true],
    [new Uint8Array(0), /the log of writes is gone/, true],
  ]
  for (const [bytes, expected, needsIndex] of cases) {
    bring()
    spoil(bytes)
    assert.match(logDamage(path) ?? '', expected)
    rmSync(`${path}-shm`)
    if (needsIndex) assert.equal(logDamage(path), undefined)
    else assert.match(logDamage(path) ?? '', /log of writes/)
  }
  driver.close()
})

test('a log that began anew, and one that was closed, are no damage', (t) => {
  const { path, driver, bring } = left(t)
  driver.exec('PRAGMA wal_checkpoint(RESTART)')
  driver.exec('INSERT INTO t VALUES (99, randomblob(20))')
  bring()
  assert.equal(logDamage(path), undefined)
  rmSync(`${path}-shm`)
  assert.equal(logDamage(path), undefined)
  driver.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  bring()
  assert.equal(logDamage(path), undefined)
  driver.close()
  assert.equal(existsSync(`${path.replace('left', 'living')}-wal`), false)
})
