import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KeyedLimiter, limiterKeysMax } from './keyed-limiter.ts'
import { ManualClock } from './testing/manual-clock.ts'

test('[R13] a burst passes, then one each interval, for each key apart', async () => {
  const clock = new ManualClock()
  const limiter = new KeyedLimiter<string>(clock, { burst: 3, everyMs: 100 })
  assert.deepEqual(
    [1, 2, 3, 4].map(() => limiter.take('a')),
    [0, 0, 0, 100],
  )
  assert.equal(limiter.take('b'), 0)
  await clock.advance(99)
  assert.equal(limiter.take('a'), 1)
  await clock.advance(1)
  assert.equal(limiter.take('a'), 0)
  assert.equal(limiter.take('a'), 100)
})

test('[R13] after a long rest the whole burst is there again, and no more', async () => {
  const clock = new ManualClock()
  const limiter = new KeyedLimiter<string>(clock, { burst: 2, everyMs: 100 })
  limiter.take('a')
  limiter.take('a')
  await clock.advance(100_000)
  assert.deepEqual(
    [1, 2, 3].map(() => limiter.take('a')),
    [0, 0, 100],
  )
})

test('wait says what take would say, and counts nothing', () => {
  const limiter = new KeyedLimiter<string>(new ManualClock(), { burst: 1, everyMs: 50 })
  assert.equal(limiter.wait('a'), 0)
  assert.equal(limiter.wait('a'), 0)
  assert.equal(limiter.take('a'), 0)
  assert.equal(limiter.wait('a'), 50)
})

test('[R13] so many keys are kept in mind and no more, and who comes again is still held back', () => {
  const limiter = new KeyedLimiter<number>(new ManualClock(), { burst: 1, everyMs: 3_600_000 })
  const keys = Array.from({ length: limiterKeysMax + 5_000 }, (_, index) => index)
  for (const key of keys) assert.equal(limiter.take(key), 0)
  const known = keys.filter((key) => limiter.wait(key) > 0).length
  assert.ok(known <= limiterKeysMax && known > limiterKeysMax / 2, String(known))
  assert.ok(limiter.take(keys.length - 1) > 0)
})
