import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { framesWaitingMax, looksMax, SpacedCheckpoints } from './log-state.ts'
import { openNodeDriver } from './thread/node-driver.ts'

function opened() {
  const folder = mkdtempSync(join(tmpdir(), 'parley-log-state-'))
  const path = join(folder, 'log.db')
  const writer = openNodeDriver(path)
  writer.exec('PRAGMA journal_mode = WAL')
  writer.exec('PRAGMA wal_autocheckpoint = 0')
  writer.exec('PRAGMA synchronous = OFF')
  writer.exec('CREATE TABLE page (bytes BLOB)')
  const other = openNodeDriver(path)
  return {
    write: (pages: number) => {
      writer.exec('BEGIN')
      const statement = writer.prepare('INSERT INTO page VALUES (zeroblob(4000))')
      for (let page = 0; page < pages; page += 1) statement.run()
      writer.exec('COMMIT')
    },
    checkpoints: new SpacedCheckpoints(other),
    [Symbol.dispose]() {
      other.close()
      writer.close()
      rmSync(folder, { recursive: true })
    },
  }
}

test('a little in the log of writes is moved at every few looks, and then all of it', () => {
  using log = opened()
  for (let round = 0; round < 2; round += 1) {
    log.write(3)
    for (let look = 1; look < looksMax; look += 1)
      assert.ok(log.checkpoints.look().leftFrames >= 3, `moved at look ${look}`)
    const moved = log.checkpoints.look()
    assert.ok(moved.frames >= 3)
    assert.equal(moved.leftFrames, 0)
  }
})

test('much in the log of writes is moved at the next look', () => {
  using log = opened()
  log.write(framesWaitingMax + 1)
  const moved = log.checkpoints.look()
  assert.ok(moved.frames > framesWaitingMax)
  assert.equal(moved.leftFrames, 0)
})
