import { createHash } from 'node:crypto'
import type { Driver } from '../../../server/src/data/sqlite/driver.ts'
import { DriverFault } from '../../../server/src/data/sqlite/driver.ts'
import { SeededRandom } from '../world/seeded-random.ts'
import { SimulatedDisk } from './simulated-disk.ts'
import { startWasmSqlite } from './wasm-sqlite.ts'

const databaseName = 'parley.db'

/**
 * A few thousand calls with crashes, failures and full-text search, as one hash of everything SQLite answered:
 * two runs of a seed must agree, in whatever process.
 */
export async function workloadHash(seed: number): Promise<string> {
  const sqlite = await startWasmSqlite()
  const random = new SeededRandom(seed)
  const disk = new SimulatedDisk(random.fork('disk'))
  const hash = createHash('sha256')
  const note = (what: unknown): void => {
    hash.update(
      JSON.stringify(what, (_, value: unknown) =>
        value instanceof Uint8Array ? [...value] : value,
      ),
    )
  }
  let wallMs = 1_767_225_600_000
  for (let round = 0; round < 4; round += 1) {
    sqlite.mount(disk, () => (wallMs += 7))
    const driver = sqlite.open(databaseName)
    note(driver.prepare('PRAGMA journal_mode = WAL').get())
    driver.exec(
      'CREATE TABLE IF NOT EXISTS line (id INTEGER PRIMARY KEY, text TEXT, chance INTEGER, at TEXT)',
    )
    driver.exec("CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(text, tokenize = 'trigram')")
    disk.plan((act) => (act !== 'open' && random.chance(0.002) ? 'EIO' : undefined))
    for (let call = 0; call < 60; call += 1) note(tried(() => work(driver, random)))
    disk.plan(undefined)
    note(tried(() => driver.prepare('SELECT count(*) AS n, sum(chance) AS s FROM line').get()))
    note(
      tried(() =>
        driver.prepare("SELECT rowid, text FROM words WHERE words MATCH 'abc' ORDER BY rank").all(),
      ),
    )
    disk.losePower(random.chance(0.5) ? 'drop' : 'tear')
    sqlite.afterCrash()
  }
  return hash.digest('hex')
}

function work(driver: Driver, random: SeededRandom): unknown {
  driver.exec('BEGIN IMMEDIATE')
  try {
    const text = `abc ${random.word()} ${'x'.repeat(random.below(900))}`
    driver
      .prepare("INSERT INTO line (text, chance, at) VALUES (?, random(), datetime('now'))")
      .run(text)
    driver.prepare('INSERT INTO words (text) VALUES (?)').run(text)
    const last = driver.prepare('SELECT * FROM line ORDER BY id DESC LIMIT 1').get()
    driver.exec('COMMIT')
    return last
  } catch (fault) {
    tried(() => driver.exec('ROLLBACK'))
    throw fault
  }
}

function tried(run: () => unknown): unknown {
  try {
    return run() ?? null
  } catch (fault) {
    if (!(fault instanceof DriverFault)) throw fault
    return { code: fault.code, message: fault.message }
  }
}

if (import.meta.main) console.log(await workloadHash(Number(process.argv[2] ?? 1)))
