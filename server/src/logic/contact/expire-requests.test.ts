import assert from 'node:assert/strict'
import test from 'node:test'
import { ManualClock } from '../../base/testing/manual-clock.ts'
import type { Delivery } from '../../session/delivery.ts'
import { expiryLookMs, keepExpiringRequests } from './expire-requests.ts'

function start(expire: () => Promise<{ changes: []; isDone: boolean }>) {
  const clock = new ManualClock()
  const delivery = {} as Delivery
  return { clock, keeper: keepExpiringRequests({ clock, contacts: { expire }, delivery }) }
}

test('it is looked for contact requests whose time is over until that is stopped', async () => {
  let looks = 0
  const { clock, keeper } = start(async () => {
    looks += 1
    return { changes: [], isDone: true }
  })
  await clock.advance(2 * expiryLookMs)
  assert.equal(looks, 2)
  keeper.stop()
  assert.equal(clock.timers, 0)
  await clock.advance(5 * expiryLookMs)
  assert.equal(looks, 2)
})

test('stopped in the middle of a look, it asks a closed store for nothing more', async () => {
  let looks = 0
  const asked = Promise.withResolvers<{ changes: []; isDone: boolean }>()
  const { clock, keeper } = start(() => {
    looks += 1
    return asked.promise
  })
  await clock.advance(expiryLookMs)
  keeper.stop()
  asked.resolve({ changes: [], isDone: false })
  await clock.advance(5 * expiryLookMs)
  assert.deepEqual([looks, clock.timers], [1, 0])
})
