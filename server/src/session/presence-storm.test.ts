import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PresenceStorm } from './testing/presence-storm.ts'

test('accounts that all come back at once cause a bounded number of presence frames, and end up seen as they are', async () => {
  const accounts = 1_500
  const storm = new PresenceStorm({ accounts, friends: 60, returnWithinMs: 30_000, seed: 7 })
  await storm.settle()
  const before = storm.frames
  const startMs = storm.clock.monotonicMs()
  await storm.allReturn()
  const tookMs = (await storm.settle()) - startMs
  const frames = storm.frames - before
  assert.ok(frames <= storm.framesMax(tookMs), `${frames} frames`)
  // Naively each return is told to each friend, twice.
  assert.ok(frames < accounts * 60, `${frames} frames`)
  assert.deepEqual(storm.wronglySeen(), [])
})

test('who never comes back is seen as gone by all who watch, after a storm too', async () => {
  const storm = new PresenceStorm({ accounts: 300, friends: 40, returnWithinMs: 10_000, seed: 3 })
  await storm.settle()
  await storm.allReturn((account) => account % 10 !== 0)
  await storm.settle()
  assert.deepEqual(storm.wronglySeen(), [])
  assert.ok(storm.seenOffline > 0)
})
