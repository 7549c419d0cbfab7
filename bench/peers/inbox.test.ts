import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodyBytes } from '../lab/body.ts'
import { Inbox } from './inbox.ts'
import { numbered, numbersOf } from './numbered.ts'

test('a message says which one it is, and of whom', () => {
  const text = numbered(12_345_678, 19)
  assert.equal(text.length, bodyBytes)
  assert.deepEqual(numbersOf(text), { index: 12_345_678, from: 19 })
})

test('a message twice or before another one of its sender is a fault', () => {
  const faults: string[] = []
  const inbox = new Inbox('u0', 2, faults)
  for (const [index, from] of [
    [0, 1],
    [0, 0],
    [1, 1],
  ] as const)
    inbox.take(numbered(index, from))
  assert.deepEqual(faults, [])
  inbox.take(numbered(1, 1))
  inbox.take(numbered(2, 0))
  assert.deepEqual(faults, [
    'u0 got 1 of sender 1 instead of 2',
    'u0 got 2 of sender 0 instead of 1',
  ])
  assert.equal(inbox.count, 5)
})
