import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkHistory } from './check-history.ts'
import type { Line, SeenEntry } from './history.ts'

/** Ann says a and b; everything is owed to an integrator, who is told b twice. */
const conversation = 7
const a: SeenEntry = [1, 'ann', 'a', 'A']
const b: SeenEntry = [2, 'ann', 'b', 'B']
const told = (id: string, seq: number): Line => ({ event: 'hooked', id, conversation, seq })

function history(hooked: readonly Line[]): Line[] {
  const device = 'ann-1'
  const page = { from: 1, to: 2, head: 2, invoked: 9_001, at: 9_002, entries: [a, b] }
  return [
    { event: 'device', device, account: 'ann' },
    { event: 'hooks' },
    { event: 'send', device, conversation, id: 'a', digest: 'A' },
    { event: 'send', device, conversation, id: 'b', digest: 'B' },
    { event: 'ok', device, id: 'a', conversation, seq: 1, at: 100 },
    { event: 'ok', device, id: 'b', conversation, seq: 2, at: 200 },
    { event: 'shown', device, conversation, entries: [a, b] },
    ...hooked,
    { event: 'quiet', at: 9_000 },
    { event: 'pull', device, conversation, ...page },
    { event: 'settled', device, conversation },
  ]
}

test('what is told in order, and again, is no violation', () => {
  const { samples, good } = checkHistory(
    history([told('a', 1), told('b', 2), told('b', 2), told('a', 1)]),
  )
  assert.deepEqual(samples, [])
  assert.ok(good)
})

const cases: [string, Line[]][] = [
  ['the newest entry is never told', [told('a', 1)]],
  ['nothing is ever told', []],
  ['one is told before the one above it', [told('b', 2), told('a', 1), told('b', 2)]],
  ['one is told as another', [told('a', 1), told('a', 2)]],
  ['one is told as two', [told('a', 1), told('b', 2), told('c', 2)]],
]
for (const [what, hooked] of cases)
  test(`webhooks: ${what}`, () => {
    const { violations, samples } = checkHistory(history(hooked))
    assert.ok(violations.hook > 0, samples.join('\n'))
  })

const presence = (online: boolean | undefined): Line[] => [
  { event: 'bound', presence: 1_000 },
  { event: 'device', device: 'bob-1', account: 'bob' },
  { event: 'device', device: 'ann-1', account: 'ann' },
  { event: 'online', account: 'ann', online: true, at: 0 },
  { event: 'watch', device: 'bob-1', account: 'ann', watching: true, at: 0 },
  { event: 'presence', device: 'bob-1', account: 'ann', online: true, at: 100 },
  { event: 'online', account: 'ann', ...(online === undefined ? {} : { online }), at: 5_000 },
  { event: 'quiet', at: 9_000 },
]

test('[P1] where nobody knows who is online, nothing shown is wrong', () => {
  assert.equal(checkHistory(presence(undefined)).violations.presence, 0)
  assert.equal(checkHistory(presence(false)).violations.presence, 1)
})
