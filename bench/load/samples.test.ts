import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Samples } from './samples.ts'

test('percentiles of more samples than there was room for at first', () => {
  const samples = new Samples()
  const count = 100_000
  for (let value = count; value >= 1; value -= 1) samples.add(value)
  assert.deepEqual(samples.percentiles(), {
    ...{ count, p50: 50_001, p99: 99_001, p999: 99_901, max: count },
  })
})

test('of nothing they are nought', () => {
  assert.deepEqual(new Samples().percentiles(), { count: 0, p50: 0, p99: 0, p999: 0, max: 0 })
})
