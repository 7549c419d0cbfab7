import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { MemoryTables } from '../memory/memory-tables.ts'
import { createStatements } from '../sqlite/declared-sql.ts'
import { giveSums, shapes } from '../sqlite/every-row.ts'
import { migrate } from '../sqlite/migrate.ts'
import { SqliteTables } from '../sqlite/sqlite-tables.ts'
import { openNodeDriver } from '../sqlite/thread/node-driver.ts'
import { seededRandom } from '../testing/store-world.ts'
import { declareTable, type RowRange } from './declared-table.ts'
import type { TransactionTables } from './tables.ts'

const table = declareTable({
  name: 'sample',
  columns: { owner: 'integer', itemName: 'text', mark: 'blob', rank: 'integer' },
  key: ['owner', 'itemName'],
  indexes: [['rank'], ['owner', 'mark']],
})
type Range = RowRange<(typeof table)['columns']>

test('both engines keep and find rows of a declared table alike, through commits and rollbacks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'declared-'))
  const driver = openNodeDriver(join(folder, 'store.db'))
  try {
    const random = seededRandom(7)
    migrate(driver, random, 0)
    for (const sql of createStatements(table)) driver.exec(sql)
    giveSums(driver, shapes(driver))
    const engines: TransactionTables[] = [new MemoryTables(0), new SqliteTables(driver)]
    const pick = (below: number) => Math.floor(random.unit() * below)
    const names = ['', 'a', 'b', 'ä', '名', '😀', '\uffff']
    let found = 0
    for (let round = 0; round < 300; round += 1) {
      const changes = Array.from({ length: pick(4) }, () => ({
        row: {
          owner: pick(3),
          itemName: names[pick(names.length)] ?? '',
          mark: Uint8Array.of(pick(2), pick(3)).subarray(pick(3)),
          rank: pick(4) - 1,
        },
        remove: pick(3) === 0,
      }))
      const keep = pick(4) > 0
      for (const engine of engines) {
        engine.begin()
        for (const { row, remove } of changes) {
          if (remove) engine.removeRow(table, [row.owner, row.itemName])
          else engine.putRow(table, row)
        }
        if (keep) engine.commit()
        else engine.rollback()
      }
      const descending = pick(2) === 0
      const limit = 1 + pick(5)
      const name = names[pick(names.length)] ?? ''
      const ranges: Range[] = [
        { by: table.key, where: [], limit: 100 },
        { by: table.key, where: [pick(3)], after: [name], descending, limit },
        { by: ['rank'], where: [], after: [pick(4) - 1, pick(3), name], descending, limit },
        { by: ['rank'], where: [pick(3)], after: [pick(3)], descending, limit },
        { by: ['owner', 'mark'], where: [pick(3)], descending, limit },
        { by: ['owner', 'mark'], where: [pick(3), Uint8Array.of(1)], descending, limit },
      ]
      const answers = engines.map((engine) => [
        ...ranges.map((range) => engine.rows(table, range).map(plain)),
        [engine.row(table, [1, name])].map((row) => row && plain(row)),
      ])
      assert.deepEqual(answers[1], answers[0])
      found += (answers[0] ?? []).flat().length
    }
    assert.ok(found > 1_000, `${found} rows were compared`)
  } finally {
    driver.close()
    rmSync(folder, { recursive: true })
  }
})

const plain = (row: { mark: Uint8Array }) => ({ ...row, mark: [...row.mark] })
