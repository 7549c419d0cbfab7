import assert from 'node:assert/strict'
import { test } from 'node:test'
import { audit, type AuditedPair } from './audit.ts'
import { clientIdAt } from './client-id.ts'

const number = 7
const firstSeq = 5

/** A pair whose log holds these of its messages, in this order; all of `acked` were acked. */
function pairWith(log: readonly number[], acked: readonly number[], sent = 4): AuditedPair {
  const isAcked = new Uint8Array(sent)
  for (const index of acked) isAcked[index] = 1
  const entries = log.map((index, at) => ({
    seq: firstSeq + at,
    clientId: clientIdAt(number, index),
  }))
  const headSeq = firstSeq + log.length - 1
  const ask = (_: string, { fromSeq }: { fromSeq: number }) =>
    // NOTE pages of two, so that more than one is read.
    Promise.resolve({ headSeq, entries: entries.filter(({ seq }) => seq >= fromSeq).slice(0, 2) })
  const receiver = { ask } as unknown as AuditedPair['receiver']
  return { number, conversation: 1, firstSeq, sent, isAcked, receiver }
}

async function faultsOf(pair: AuditedPair): Promise<string[]> {
  const faults: string[] = []
  await audit([pair], faults)
  return faults
}

test('a log with every acked message once and in order has no fault, and all of it is looked at', async () => {
  const faults: string[] = []
  assert.equal(await audit([pairWith([0, 1, 2, 3], [0, 1, 2, 3])], faults), 4)
  assert.deepEqual(faults, [])
  // NOTE what was not acked may be there or not.
  assert.deepEqual(await faultsOf(pairWith([0, 1, 3], [0, 1])), [])
})

test('what was acked and is not there is a fault', async () => {
  assert.deepEqual(await faultsOf(pairWith([0, 1], [0, 1, 2])), [
    'pair 7: message 2 was acked and is not there',
  ])
})

test('twice and out of order are faults', async () => {
  assert.deepEqual(await faultsOf(pairWith([0, 1, 1, 2], [0, 1, 2])), ['pair 7: message 1 after 1'])
  assert.equal((await faultsOf(pairWith([1, 0], [0, 1]))).length > 0, true)
})

test("another pair's message is a fault", async () => {
  const pair = pairWith([0], [0])
  const faults = await faultsOf({ ...pair, number: 8 })
  assert.deepEqual(faults, [
    'pair 8: message 0 after -1',
    'pair 8: message 0 was acked and is not there',
  ])
})

test('a log that cannot be read is a fault of its own, and the others are read', async () => {
  const ask = () => Promise.reject(new Error('the connection ended'))
  const unread = { ...pairWith([0], [0]), receiver: { ask } as AuditedPair['receiver'] }
  const faults: string[] = []
  assert.equal(await audit([pairWith([0, 1], [0, 1]), unread], faults), 2)
  assert.deepEqual(faults, ['pair 7 could not be read back: the connection ended'])
})
