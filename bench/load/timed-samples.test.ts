import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TimedSamples } from './timed-samples.ts'

test('only what was within a span counts for it', () => {
  const samples = new TimedSamples()
  for (const [value, atMs] of [
    [1, 99],
    [2, 100],
    [3, 150],
    [4, 200],
  ] as const)
    samples.add(value, atMs)
  const { count, p50, max } = samples.during({ fromMs: 100, untilMs: 200 })
  assert.deepEqual({ count, p50, max }, { count: 2, p50: 3, max: 3 })
  assert.equal(samples.during({ fromMs: 200, untilMs: 300 }).count, 1)
})

test('of a span without any there are none', () => {
  const samples = new TimedSamples()
  samples.add(1, 50)
  assert.equal(samples.during({ fromMs: 100, untilMs: 200 }).count, 0)
})
