import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { DriverFault, type Driver } from '../../../server/src/data/sqlite/driver.ts'
import { SeededRandom } from '../world/seeded-random.ts'
import type { PowerLoss } from './disk-file.ts'
import { SimulatedDisk, type DiskAct } from './simulated-disk.ts'
import { startWasmSqlite } from './wasm-sqlite.ts'
import { workloadHash } from './workload.ts'

const sqlite = await startWasmSqlite()
const name = 'parley.db'

function newDisk(seed = 1): SimulatedDisk {
  const disk = new SimulatedDisk(new SeededRandom(seed))
  sqlite.mount(disk)
  return disk
}

function openStore(synchronous: 'FULL' | 'NORMAL' | 'OFF', journal = 'wal'): Driver {
  const driver = sqlite.open(name)
  const mode = driver.prepare(`PRAGMA journal_mode = ${journal}`).get()?.journal_mode
  assert.equal(mode, journal, 'SQLite silently took another journal mode')
  driver.exec(`PRAGMA synchronous = ${synchronous}`)
  driver.exec('CREATE TABLE IF NOT EXISTS line (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')
  return driver
}

const add = (driver: Driver, id: number, text = `line ${id}`): number =>
  driver.prepare('INSERT INTO line VALUES (?, ?)').run(id, text)

/** Each after a crash, over a connection of its own. */
function ids(): number[] {
  sqlite.afterCrash()
  const driver = sqlite.open(name)
  try {
    assert.deepEqual(driver.prepare('PRAGMA integrity_check').all(), [{ integrity_check: 'ok' }])
    return driver
      .prepare('SELECT id FROM line ORDER BY id')
      .all()
      .map((found) => Number(found.id))
  } finally {
    driver.close()
  }
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

function codeOf(run: () => unknown): number {
  try {
    run()
  } catch (fault) {
    assert.ok(fault instanceof DriverFault)
    return fault.code
  }
  return 0
}

test('[R1] with WAL and FULL a loss of power keeps every commit and not what was under way', () => {
  const disk = newDisk()
  const driver = openStore('FULL')
  for (const id of upTo(50)) add(driver, id)
  driver.exec('BEGIN')
  add(driver, 51)
  disk.losePower('drop')
  assert.deepEqual(ids(), upTo(50))
})

test('the control: with NORMAL the same loss of power loses commits', () => {
  const disk = newDisk()
  const driver = openStore('NORMAL')
  driver.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
  for (const id of upTo(50)) add(driver, id)
  disk.losePower('drop')
  assert.ok(ids().length < 50)
})

test('a killed process loses nothing, though nothing was synced', () => {
  const disk = newDisk()
  const driver = openStore('NORMAL')
  for (const id of upTo(50)) add(driver, id)
  disk.killProcess()
  assert.deepEqual(ids(), upTo(50))
})

test('journal mode DELETE with FULL loses its last commit, with EXTRA it does not', () => {
  const disk = newDisk()
  const driver = openStore('FULL', 'delete')
  for (const id of upTo(5)) add(driver, id)
  disk.losePower('drop')
  assert.deepEqual(ids(), upTo(4))
  const extra = newDisk()
  const safer = openStore('FULL', 'delete')
  safer.exec('PRAGMA synchronous = EXTRA')
  for (const id of upTo(5)) add(safer, id)
  extra.losePower('drop')
  assert.deepEqual(ids(), upTo(5))
})

test('one sync a commit in WAL with FULL, none with NORMAL, three in DELETE with FULL', () => {
  const syncs = (synchronous: 'FULL' | 'NORMAL', journal: string): number => {
    const disk = newDisk()
    const driver = openStore(synchronous, journal)
    add(driver, 1)
    const before = disk.counts.sync
    add(driver, 2)
    const count = disk.counts.sync - before
    driver.close()
    return count
  }
  assert.deepEqual(
    [syncs('FULL', 'wal'), syncs('NORMAL', 'wal'), syncs('FULL', 'delete')],
    [1, 0, 3],
  )
})

/** Commits rows with checkpoints between, loses power in the middle, and says what became of them. */
function tornRun(
  seed: number,
  synchronous: 'FULL' | 'NORMAL' | 'OFF',
  how: PowerLoss,
): 'good' | 'lost' | 'corrupt' {
  const random = new SeededRandom(seed)
  const disk = newDisk(seed)
  const driver = openStore(synchronous)
  let acked = 0
  let asked = 0
  const crashAt = disk.acts + 20 + random.below(250)
  disk.plan((_act, _name, number) => {
    if (number === crashAt) disk.losePower(how)
    return undefined
  })
  try {
    for (let id = 1; id <= 60; id += 1) {
      driver.exec('BEGIN')
      for (let part = 0; part <= id % 3; part += 1) {
        asked += 1
        add(driver, asked, `line ${asked} ${'y'.repeat(random.below(3_000))}`)
      }
      driver.exec('COMMIT')
      acked = asked
      if (id % 9 === 0) driver.prepare('PRAGMA wal_checkpoint(PASSIVE)').get()
    }
  } catch (fault) {
    assert.ok(fault instanceof DriverFault)
  }
  disk.plan(undefined)
  sqlite.afterCrash()
  try {
    const found = ids()
    assert.deepEqual(found, upTo(found.length))
    assert.ok(found.length <= asked)
    return found.length >= acked ? 'good' : 'lost'
  } catch (fault) {
    // NOTE nothing durable and no table either: that is a loss, not a ruin.
    return fault instanceof DriverFault && fault.message.startsWith('no such table')
      ? 'lost'
      : 'corrupt'
  }
}

test('[R1] torn and reordered sectors: FULL loses no commit and is never corrupt, the controls do and are', () => {
  const outcomes = (synchronous: 'FULL' | 'NORMAL' | 'OFF'): Record<string, number> => {
    const counts: Record<string, number> = { good: 0, lost: 0, corrupt: 0 }
    for (let seed = 1; seed <= 120; seed += 1) {
      const outcome = tornRun(seed, synchronous, seed % 2 === 0 ? 'tear' : 'drop')
      counts[outcome] = (counts[outcome] ?? 0) + 1
    }
    return counts
  }
  assert.deepEqual(outcomes('FULL'), { good: 120, lost: 0, corrupt: 0 })
  const normal = outcomes('NORMAL')
  assert.ok((normal.lost ?? 0) > 30, JSON.stringify(normal))
  assert.equal(normal.corrupt, 0)
  const off = outcomes('OFF')
  assert.ok((off.corrupt ?? 0) > 10, JSON.stringify(off))
})

/** The next act of this kind fails once. */
function failOnce(disk: SimulatedDisk, wanted: DiskAct, error: 'EIO' | 'ENOSPC'): void {
  disk.plan((act) => {
    if (act !== wanted) return undefined
    disk.plan(undefined)
    return error
  })
}

test('[R15] a failed sync or write fails the commit, and a full disk says so; the connection stays usable', () => {
  const disk = newDisk()
  const driver = openStore('FULL')
  add(driver, 1)
  failOnce(disk, 'sync', 'EIO')
  assert.equal(
    codeOf(() => add(driver, 2)),
    1034,
  )
  failOnce(disk, 'write', 'EIO')
  assert.equal(
    codeOf(() => add(driver, 3)),
    778,
  )
  failOnce(disk, 'write', 'ENOSPC')
  assert.equal(
    codeOf(() => add(driver, 4)),
    13,
  )
  assert.equal(add(driver, 5), 1)
  disk.killProcess()
  assert.deepEqual(ids(), [1, 5])
})

test('a full disk refuses, and takes again when there is room', () => {
  const disk = newDisk()
  const driver = openStore('FULL')
  disk.limit(disk.usedBytes + 100_000)
  let id = 0
  let code = 0
  while (code === 0) code = codeOf(() => add(driver, (id += 1), 'z'.repeat(5_000)))
  assert.equal(code, 13)
  disk.limit(Number.POSITIVE_INFINITY)
  assert.equal(add(driver, id), 1)
  disk.losePower('drop')
  assert.deepEqual(ids(), upTo(id))
})

test('what a failed sync lost stays lost, though later syncs succeed', () => {
  const disk = newDisk()
  const opened = disk.open('plain', true)
  assert.ok(opened !== undefined)
  const { file } = opened
  const put = (text: string, offset: number) =>
    disk.write('plain', file, offset, new TextEncoder().encode(text))
  put('aaaa', 0)
  disk.sync('plain', file, true)
  put('bb', 0)
  failOnce(disk, 'sync', 'EIO')
  assert.throws(() => disk.sync('plain', file, true))
  put('cc', 2)
  disk.sync('plain', file, true)
  assert.equal(Buffer.from(file.read(0, 4)).toString(), 'bbcc')
  disk.losePower('drop')
  assert.equal(Buffer.from(file.read(0, 4)).toString(), 'aacc')
})

test('readers on connections of their own see what is committed, and only that', () => {
  newDisk()
  const writer = openStore('FULL')
  const reader = sqlite.open(name)
  add(writer, 1)
  reader.exec('BEGIN')
  const seen = () => reader.prepare('SELECT count(*) AS n FROM line').get()?.n
  assert.equal(seen(), 1)
  add(writer, 2)
  assert.equal(seen(), 1)
  reader.exec('COMMIT')
  assert.equal(seen(), 2)
  writer.exec('BEGIN IMMEDIATE')
  assert.equal(codeOf(() => reader.exec('BEGIN IMMEDIATE')) & 0xff, 5)
  reader.close()
  writer.close()
})

test('values come back as they went in', () => {
  newDisk()
  const driver = sqlite.open(name)
  driver.exec('CREATE TABLE v (i INTEGER, t TEXT, b BLOB, n INTEGER)')
  const blob = Uint8Array.of(0, 255, 7)
  driver.prepare('INSERT INTO v VALUES (?, ?, ?, ?)').run(2 ** 52 - 1, '言葉\0x', blob, null)
  const found = driver.prepare('SELECT * FROM v').get()
  assert.deepEqual({ ...found }, { i: 2 ** 52 - 1, t: '言葉\0x', b: blob, n: null })
  driver.prepare('INSERT INTO v VALUES (?, ?, ?, ?)').run(5n, '', new Uint8Array(0), -1)
  const second = driver
    .prepare('SELECT i, n, typeof(i) AS ty, length(t) AS l, typeof(b) AS tb FROM v WHERE i = ?')
    .get(5)
  assert.deepEqual({ ...second }, { i: 5, n: -1, ty: 'integer', l: 0, tb: 'blob' })
  for (const text of [
    '',
    '\uFEFFwith a mark',
    '😀'.repeat(3_000),
    'é'.repeat(70_000),
    'a\uD800b',
  ]) {
    const bytes = new TextEncoder().encode(text)
    const came = driver.prepare('SELECT ? AS t, ? AS b, ? AS n').get(text, bytes, null)
    assert.deepEqual({ ...came }, { t: text.toWellFormed(), b: bytes, n: null })
  }
  driver.close()
})

test('crashes leave no memory and no handles behind', () => {
  const sizes: number[] = []
  for (let round = 0; round < 60; round += 1) {
    const disk = newDisk(round)
    const driver = openStore('FULL')
    const reader = sqlite.open(name)
    for (const id of upTo(20)) add(driver, id)
    reader.prepare('SELECT * FROM line').all()
    disk.losePower('tear')
    assert.deepEqual(ids(), upTo(20))
    assert.equal(sqlite.openHandles, 0)
    sizes.push(sqlite.memoryBytes)
  }
  assert.equal(sizes[59], sizes[10])
})

test('the same seed gives the same answers, again and in another process', async () => {
  const first = await workloadHash(5)
  assert.equal(await workloadHash(5), first)
  assert.notEqual(await workloadHash(6), first)
  const script = join(import.meta.dirname, 'workload.ts')
  assert.equal(execFileSync(process.execPath, [script, '5'], { encoding: 'utf8' }).trim(), first)
})
