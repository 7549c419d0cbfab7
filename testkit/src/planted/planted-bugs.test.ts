import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { plantedBugs } from './planted-bugs.ts'

const root = join(import.meta.dirname, '../../..')

test('there are at least twenty planted bugs, in every part', () => {
  assert.ok(plantedBugs.length >= 20)
  const parts = new Set(plantedBugs.map(({ part }) => part))
  assert.deepEqual([...parts].toSorted(), [
    'access',
    'client',
    'link',
    'logic',
    'session',
    'storage',
  ])
})

for (const { name, file, from, to, tests } of plantedBugs) {
  test(`planted: ${name} still applies`, () => {
    const text = readFileSync(join(root, file), 'utf8')
    assert.equal(text.split(from).length - 1, 1, `${file} holds it not exactly once`)
    assert.notEqual(from, to)
    for (const path of tests) assert.ok(existsSync(join(root, path)), `${path} is not there`)
  })
}
