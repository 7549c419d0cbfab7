import assert from 'node:assert/strict'
import test from 'node:test'
import { runBitFlips } from './run-bit-flips.ts'

test('[R15] of stores with a bit turned or a file cut, none serves wrong content in silence', async (t) => {
  const { trials, broken } = await runBitFlips({ count: 12, seed: 15 })
  assert.deepEqual(broken, [])
  assert.equal(trials.length, 12)
  assert.deepEqual(
    trials.filter(({ outcome }) => outcome === 'wrong'),
    [],
  )
  const seen = new Set(trials.map(({ outcome }) => outcome))
  assert.ok(
    seen.has('faults') || seen.has('refused to start'),
    'no damage was met: this proves nothing',
  )
  t.diagnostic(JSON.stringify(Object.groupBy(trials, ({ outcome }) => outcome)).slice(0, 2_000))
})
