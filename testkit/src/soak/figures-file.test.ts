import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { FiguresFile } from './figures-file.ts'

const round = {
  ...{ seed: 7, cycles: 50, cyclesAtStart: 4, acked: 1_000, inFlightMin: 30 },
  ...{ seconds: 10.4, isGood: true },
}

test('a run in pieces sums what ran, the bad rounds too, and takes no seed twice', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-figures-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'figures.jsonl')
  assert.equal(new FiguresFile(path, 'crash').nextSeed(7), 7)
  new FiguresFile(path, 'crash').append(round)
  new FiguresFile(path, 'power cut').append({ ...round, seed: 99 })
  const second = new FiguresFile(path, 'crash')
  assert.equal(second.nextSeed(7), 8)
  second.append({ ...round, seed: 8, inFlightMin: 12, isGood: false })
  assert.deepEqual(new FiguresFile(path, 'crash').sums(), {
    ...{ rounds: 2, bad: 1, cycles: 100, cyclesAtStart: 8, acked: 2_000, inFlightMin: 12 },
    ...{ seconds: 21, seeds: '7–8' },
  })
  appendFileSync(path, 'half a li')
  assert.throws(() => new FiguresFile(path, 'crash'), SyntaxError)
})
