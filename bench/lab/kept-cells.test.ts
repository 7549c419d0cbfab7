import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { Bench } from './bench.ts'
import { KeptCells } from './kept-cells.ts'
import type { Load } from './load.ts'
import { newReport } from './report.ts'

const floor = { echoUs: 8.4, messageUs: 20, fdatasyncMs: { p50: 0.1, p99: 0.2 } }
const load: Load = {
  run: () => Promise.reject(new Error('nothing is loaded here')),
  stop: () => Promise.resolve(),
}
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-bench-cells-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function benchOver(sources = 'a'): Bench {
  const cells = new KeptCells(folder, sources)
  const bench = new Bench(load, newReport('full', floor), { full: true, cells })
  bench.say = () => {}
  return bench
}

async function measured(bench: Bench, onRun: () => void = () => {}): Promise<number> {
  return bench.cell('U=200 W=1', async () => {
    onRun()
    bench.report.floor = { ...floor, echoUs: 9 }
    bench.report.floors.push(bench.report.floor)
    bench.figure({ scenario: 's', name: 'n', value: 5, unit: 'µs' })
    bench.detail('d', { x: 1 })
    return Promise.resolve(7)
  })
}

test('a cell that is done is not run again, and gives the same report', async () => {
  const first = benchOver()
  assert.equal(await measured(first), 7)
  const again = benchOver()
  assert.equal(await measured(again, () => assert.fail('it ran again')), 7)
  for (const name of ['floor', 'floors', 'figures', 'details', 'faults'] as const)
    assert.deepEqual(again.report[name], first.report[name], name)
  assert.equal(again.report.floor.echoUs, 9)
})

test('a cell with a fault is run again', async () => {
  const first = benchOver()
  await first.cell('c', () => Promise.resolve(first.faults('s', ['lost'])))
  assert.deepEqual(first.report.faults, ['s: lost'])
  const again = benchOver()
  let runs = 0
  await again.cell('c', () => Promise.resolve((runs += 1)))
  assert.equal(runs, 1)
})

test('what other sources gave, or a file that was cut, is not taken', async () => {
  await measured(benchOver('a'))
  let runs = 0
  await measured(benchOver('b'), () => (runs += 1))
  assert.equal(runs, 1)
  for (const name of readdirSync(folder)) writeFileSync(join(folder, `${name}.partial`), '{')
  await measured(benchOver('b'), () => assert.fail('it ran again'))
})

test('a cell that fails is not kept, and the report goes on as before', async () => {
  const bench = benchOver()
  bench.figure({ scenario: 's', name: 'before', value: 1, unit: 'µs' })
  await assert.rejects(
    bench.cell('c', () => Promise.reject(new Error('no server'))),
    /no server/,
  )
  assert.deepEqual(readdirSync(folder), [])
  assert.equal(bench.report.figures.length, 1)
})

test('each round has cells of its own', async () => {
  const bench = benchOver()
  let runs = 0
  for (bench.round = 1; bench.round <= 3; bench.round += 1) await measured(bench, () => (runs += 1))
  assert.equal(runs, 3)
  assert.deepEqual(Object.keys(bench.report.details), ['d, round 1', 'd, round 2', 'd, round 3'])
})

test('only the cells that were asked for are run', async () => {
  const only = new Bench(load, newReport('full', floor), { full: true, only: ['B'] })
  assert.deepEqual([only.wants('A'), only.wants('B')], [false, true])
  assert.deepEqual(only.unknownCells, [])
  const typo = new Bench(load, newReport('full', floor), { full: true, only: ['C'] })
  assert.deepEqual([typo.wants('A'), typo.unknownCells], [false, ['C']])
  assert.deepEqual([benchOver().wants('A'), benchOver().wants('B')], [true, true])
})
