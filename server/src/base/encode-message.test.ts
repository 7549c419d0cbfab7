import assert from 'node:assert/strict'
import test from 'node:test'
import { wire } from '@parley/protocol'
import { encodeMessage, writerBytesMax } from './encode-message.ts'

const messages = [
  {
    target: { conversation: 5_123_456_789_012_345 },
    clientId: new Uint8Array(16).fill(7),
    kind: 1,
  },
  { body: new Uint8Array(2 * writerBytesMax).fill(9), readUpTo: 2 ** 40 },
  {},
  { target: { account: 1 }, body: new Uint8Array(3).fill(1), after: new Uint8Array(16).fill(8) },
]

test('one writer for all gives what a writer for each gives, and earlier messages stay as they were', () => {
  const made = [...messages, ...messages].map((message) => encodeMessage(wire.SendRequest, message))
  const alone = [...messages, ...messages].map((message) =>
    wire.SendRequest.encode(message).finish(),
  )
  for (const [index, bytes] of made.entries()) assert.deepEqual([...bytes], [...alone[index]!])
})

test('a message that cannot be encoded spoils no later one', () => {
  const failing = {
    target: {
      get conversation(): number {
        throw new Error('unreadable')
      },
    },
  }
  encodeMessage(wire.SendRequest, messages[0]!)
  assert.throws(() => encodeMessage(wire.SendRequest, failing), /unreadable/)
  const [first] = messages
  const bytes = encodeMessage(wire.SendRequest, first!)
  assert.deepEqual([...bytes], [...wire.SendRequest.encode(first!).finish()])
})
