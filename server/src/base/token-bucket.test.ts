import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { TokenBucket } from './token-bucket.ts'

test('gives a burst at once, then as many as flow in, and says when the next one comes', () => {
  const bucket = new TokenBucket()
  const rate = { perSecond: 10, burst: 3 }
  assert.deepEqual(
    [1, 2, 3].map(() => bucket.take(rate, 0)),
    [0, 0, 0],
  )
  assert.equal(bucket.take(rate, 0), 100)
  assert.equal(bucket.take(rate, 60), 40)
  assert.equal(bucket.take(rate, 100), 0)
  assert.equal(bucket.isFull(150), false)
  assert.equal(bucket.isFull(500), true)
  assert.deepEqual(
    [1, 2, 3, 4].map(() => bucket.take(rate, 10_000)),
    [0, 0, 0, 100],
  )
})

test('never gives more than burst + rate × time, and after the told wait it gives', () => {
  const steps = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 20 }),
      steps,
      (perSecond, burst, gaps) => {
        const bucket = new TokenBucket()
        const rate = { perSecond, burst }
        let nowMs = 1e6
        let given = 0
        for (const gapMs of gaps) {
          nowMs += gapMs
          const waitMs = bucket.take(rate, nowMs)
          if (waitMs === 0) given += 1
          else {
            nowMs += waitMs
            assert.equal(bucket.take(rate, nowMs), 0)
            given += 1
          }
          assert.ok(given <= burst + ((nowMs - 1e6) * perSecond) / 1_000 + 0.001)
        }
      },
    ),
  )
})
