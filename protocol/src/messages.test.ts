import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wire } from './messages.ts'

test('64-bit fields are numbers: absent, small and as large as an id can be', () => {
  const idMax = 2 ** 52 - 1
  const bytes = wire.SendReply.encode({ conversation: idMax, seq: 7 }).finish()
  const { conversation, seq, timeMs } = wire.SendReply.decode(bytes)
  assert.deepEqual([conversation, seq, timeMs], [idMax, 7, 0])
})
