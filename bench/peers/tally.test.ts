import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Tally } from './tally.ts'

test('what comes twice, too early or to the wrong place is a fault', () => {
  const sent: number[] = []
  const tally = new Tally(2, (index) => sent.push(index))
  tally.send()
  tally.send()
  assert.deepEqual(sent, [0, 1])
  for (const at of [0, 1]) for (const index of sent) tally.receive(at, index)
  for (const index of sent) tally.acknowledge(index)
  assert.deepEqual([tally.acked, tally.delivered, tally.faults], [2, 4, []])
  tally.receive(0, 1)
  tally.receive(1, 3)
  tally.acknowledge(3)
  assert.deepEqual(tally.faults, [
    'member 0 got 1 instead of 2',
    'member 1 got 3 instead of 2',
    'message 3 was acked instead of 2',
  ])
})

test('one message is awaited until the last receiver has it', async () => {
  const tally: Tally = new Tally(2, (index) => {
    queueMicrotask(() => {
      tally.receive(0, index)
      tally.receive(1, index)
      tally.acknowledge(index)
    })
  })
  await tally.one()
  await tally.settled()
  assert.equal(tally.last.percentiles().count, 1)
  assert.deepEqual(tally.faults, [])
})
