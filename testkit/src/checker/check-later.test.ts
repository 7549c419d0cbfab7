import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkHistory } from './check-history.ts'
import type { Line, SeenEntry } from './history.ts'

/** Ann says a, and has b kept for later. Bob's device settles with a; then b is sent, as the last reading finds. */
const conversation = 7
const a: SeenEntry = [1, 'ann', 'a', 'A']
const b: SeenEntry = [2, 'ann', 'b', 'B']

function history(...beforeQuiet: Line[]): Line[] {
  const at = { conversation, invoked: 9_001, at: 9_002 }
  return [
    { event: 'device', device: 'ann-1', account: 'ann' },
    { event: 'device', device: 'bob-1', account: 'bob' },
    { event: 'send', device: 'ann-1', to: 'bob', id: 'a', digest: 'A' },
    { event: 'ok', device: 'ann-1', id: 'a', conversation, seq: 1, at: 100 },
    { event: 'send', device: 'ann-1', to: 'bob', id: 'b', digest: 'B' },
    { event: 'shown', device: 'ann-1', conversation, entries: [a] },
    { event: 'shown', device: 'bob-1', conversation, entries: [a] },
    ...beforeQuiet,
    { event: 'quiet', at: 9_000 },
    { event: 'settled', device: 'ann-1', conversation },
    { event: 'settled', device: 'bob-1', conversation },
    { event: 'pull', device: 'ann-1', ...at, from: 1, to: 2, head: 2, entries: [a, b] },
    { event: 'pull', device: 'bob-1', ...at, from: 1, to: 2, head: 2, entries: [a, b] },
  ]
}

test('what waited for its time when all had settled may come after that', () => {
  const { good, samples, incomplete } = checkHistory(history({ event: 'waiting', id: 'b' }))
  assert.deepEqual([...samples, ...incomplete], [])
  assert.ok(good)
})

test('what did not wait is missed by who settled without it', () => {
  for (const before of [[], [{ event: 'waiting', id: 'a' }]] as Line[][]) {
    const { violations } = checkHistory(history(...before))
    assert.equal(violations.unknown, 2)
  }
})
