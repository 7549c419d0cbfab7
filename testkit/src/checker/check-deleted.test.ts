import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkHistory } from './check-history.ts'
import type { Line, SeenEntry, ViolationKind } from './history.ts'

/** Ann says a, b and c; Bob says to b what he thinks; then Bob deletes b for himself on his first device. */
const conversation = 7
const a: SeenEntry = [1, 'ann', 'a', 'A']
const c: SeenEntry = [3, 'ann', 'c', 'C']
const reaction: SeenEntry = [4, 'bob', 'r', '', 4, '', 2]
const bReacted: SeenEntry = [2, 'ann', 'b', 'B', 4, '', undefined, '+bob']
const ann = 'ann-1'
const bobs = ['bob-1', 'bob-2'] as const

function goodHistory(): Line[] {
  const lines: Line[] = [
    { event: 'device', device: ann, account: 'ann' },
    ...bobs.map((device): Line => ({ event: 'device', device, account: 'bob' })),
  ]
  for (const [id, , device, digest] of [
    ['a', 1, ann, 'A'],
    ['b', 2, ann, 'B'],
    ['c', 3, ann, 'C'],
  ] as const)
    lines.push({ event: 'send', device, to: 'bob', id, digest })
  const says = { event: 'send', device: 'bob-1', conversation, id: 'r' } as const
  lines.push({ ...says, digest: '+x', act: 'react', ref: 2 })
  for (const [id, device, seq] of [
    ['a', ann, 1],
    ['b', ann, 2],
    ['c', ann, 3],
    ['r', 'bob-1', 4],
  ] as const)
    lines.push({ event: 'ok', device, id, conversation, seq, at: seq * 100 })
  const shown = [a, seen('ann'), c, reaction]
  for (const device of [ann, ...bobs])
    lines.push({ event: 'shown', device, conversation, entries: shown })
  const deed = { what: 'deleted' as const, conversation, accounts: [], text: '' }
  lines.push(
    { event: 'do', device: 'bob-1', key: 'k', ...deed, seqs: [2], at: 1_000 },
    { event: 'done', device: 'bob-1', key: 'k', code: '', at: 1_100 },
  )
  for (const device of bobs)
    lines.push(
      { event: 'deleted', device, conversation, ranges: [[2, 2]] },
      { event: 'nothing', device, conversation, from: 2, to: 2 },
      { event: 'reset', device, conversation },
      { event: 'shown', device, conversation, entries: [a, c, reaction] },
    )
  lines.push({ event: 'quiet', at: 2_000 })
  for (const device of [ann, ...bobs]) {
    const entries = device === ann ? shown : [a, c, reaction]
    const page = { from: 1, to: 4, head: 4, invoked: 2_001, at: 2_002 }
    lines.push({ event: 'pull', device, conversation, ...page, entries })
    const shows = device === ann ? {} : { shows: [1, 3, 4] }
    lines.push({ event: 'settled', device, conversation, ...shows })
  }
  return lines
}

const seen = (viewer: string): SeenEntry => {
  const [seq, sender, id, digest, changed, state, ref] = bReacted
  return [seq, sender, id, digest, changed, state, ref, viewer === 'bob' ? 'x*bob' : 'xbob']
}

function spoiled(spoil: (line: Line) => Line[]): Line[] {
  return goodHistory().flatMap(spoil)
}

/** Bob's devices show b with his own reaction. */
function wholeHistory(): Line[] {
  return spoiled((line) => {
    if (line.event !== 'shown' || line.device === ann || line.entries.length < 4) return [line]
    return [{ ...line, entries: [a, seen('bob'), c, reaction] }]
  })
}

test('what an account deleted for itself is no loss', () => {
  assert.deepEqual(checkHistory(wholeHistory()).samples, [])
  assert.ok(checkHistory(wholeHistory()).good)
})

const cases: [string, ViolationKind, (line: Line) => Line[]][] = [
  [
    'nobody asked for it',
    'lost',
    (line) => (line.event === 'do' || line.event === 'done' ? [] : [line]),
  ],
  [
    'it was refused',
    'lost',
    (line) => (line.event === 'done' ? [{ ...line, code: 'NOT_FOUND' }] : [line]),
  ],
  [
    'the other side is without it',
    'lost',
    (line) =>
      line.event === 'pull' && line.device === ann
        ? [{ ...line, entries: [a, c, reaction] }]
        : [line],
  ],
  [
    'a page holds it afterwards',
    'deleted',
    (line) =>
      line.event === 'pull' && line.device !== ann
        ? [{ ...line, entries: [a, seen('bob'), c, reaction] }]
        : [line],
  ],
  [
    'it comes back to a screen',
    'deleted',
    (line) =>
      line.event === 'quiet'
        ? [
            { event: 'reset', device: 'bob-2', conversation },
            {
              event: 'shown',
              device: 'bob-2',
              conversation,
              entries: [a, seen('bob'), c, reaction],
            },
            line,
          ]
        : [line],
  ],
  [
    'it is on a screen at the end',
    'deleted',
    (line) => (line.event === 'settled' ? [{ ...line, shows: [1, 2, 3, 4] }] : [line]),
  ],
]

for (const [what, kind, spoil] of cases) {
  test(`deleted for oneself: ${what}`, () => {
    const { violations, samples } = checkHistory(spoiled(spoil))
    assert.ok(violations[kind] > 0, samples.join('\n'))
  })
}

const isOfSecond = (line: Line, event: Line['event']): boolean =>
  line.event === event && 'device' in line && line.device === 'bob-2'

test('what a page passed over may be told to be deleted after it', () => {
  const entries = [a, c, reaction]
  const passedOver: Line = { event: 'shown', device: 'bob-2', conversation, entries }
  // NOTE bob's second device never had b.
  const lines = wholeHistory().flatMap((line): Line[] => {
    if (isOfSecond(line, 'shown') || isOfSecond(line, 'reset')) return []
    return line.event === 'do' ? [passedOver, line] : [line]
  })
  const { good, samples, incomplete } = checkHistory(lines)
  assert.deepEqual([...samples, ...incomplete], [])
  assert.ok(good)
})

test('nor need it be a gap any more, when what lies before it was deleted as well', () => {
  const passedOver: Line = { event: 'shown', device: 'bob-2', conversation, entries: [a, c] }
  const kept: Line = { event: 'kept', device: 'bob-2', conversation, from: 3, to: 3 }
  const told = (ranges: [number, number][]): Line => ({
    event: 'deleted',
    device: 'bob-2',
    conversation,
    ranges,
  })
  const { quiet = [], rest = [] } = Object.groupBy(wholeHistory(), (line) =>
    isOfSecond(line, 'shown') || isOfSecond(line, 'nothing') || isOfSecond(line, 'deleted')
      ? 'quiet'
      : 'rest',
  )
  assert.ok(quiet.length > 2)
  const at = rest.findIndex(({ event }) => event === 'do')
  const gaps = (ranges: [number, number][]): number => {
    const lines = [...rest.slice(0, at), passedOver, told(ranges), kept]
    return checkHistory([...lines, { event: 'restart', device: 'bob-2', kept: true }]).violations
      .gap
  }
  assert.equal(gaps([[1, 2]]), 0)
  assert.equal(gaps([[1, 1]]), 1)
})
