import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import test from 'node:test'

const tune = new URL('./tune-collector.ts', import.meta.url).href

test('V8 knows what it is told about collecting', () => {
  // NOTE of a flag that it does not know it complains on standard error, and goes on.
  const code = `const { tuneCollector } = await import('${tune}'); tuneCollector()`
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
    timeout: 60_000,
  })
  assert.deepEqual([child.status, child.stderr], [0, ''])
})
