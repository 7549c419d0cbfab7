import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkHistory } from './check-history.ts'
import type { Line, SeenEntry, ViolationKind } from './history.ts'

/** Ann says a, which burns 5 s after Bob has read it, and b, which nobody reads. The server erases a with entry 3. */
const conversation = 7
const a: SeenEntry = [1, 'ann', 'a', 'A']
const b: SeenEntry = [2, 'ann', 'b', 'B']
const burn: SeenEntry = [3, 'nobody', 'burn-1', '', 3, '', 1]
const gone: SeenEntry = [1, 'ann', 'a', '', 3, 'erased', 0, '']
const join: SeenEntry = [3, 'ann', 'join', '']
const last: SeenEntry = [4, 'ann', 'last', 'L']
const devices = ['ann-1', 'bob-1'] as const
const burnsMs = 5_000

function goodHistory(): Line[] {
  const lines: Line[] = [
    { event: 'device', device: 'ann-1', account: 'ann' },
    { event: 'device', device: 'bob-1', account: 'bob' },
  ]
  const says = { event: 'send', device: 'ann-1', to: 'bob', burnAfterMs: burnsMs } as const
  lines.push({ ...says, id: 'a', digest: 'A' }, { ...says, id: 'b', digest: 'B' })
  for (const [seq, id] of [
    [1, 'a'],
    [2, 'b'],
  ] as const)
    lines.push({ event: 'ok', device: 'ann-1', id, conversation, seq, at: 100 })
  for (const device of devices)
    lines.push({ event: 'shown', device, conversation, entries: [a, b] })
  lines.push(
    { event: 'reads', device: 'ann-1', conversation, seq: 2, at: 200 },
    { event: 'reads', device: 'bob-1', conversation, seq: 1, at: 1_000 },
  )
  for (const [index, device] of devices.entries())
    lines.push(
      { event: 'shown', device, conversation, entries: [burn] },
      { event: 'changed', device, conversation, entries: [gone] },
      {
        event: 'burnt',
        device,
        conversation,
        seq: 3,
        id: 'burn-1',
        ref: 1,
        at: 6_500 + index * 1_000,
      },
    )
  lines.push({ event: 'quiet', at: 9_000 })
  for (const device of devices) {
    const page = { from: 1, to: 3, head: 3, invoked: 9_001, at: 9_002 }
    lines.push({ event: 'pull', device, conversation, ...page, entries: [gone, b, burn] })
    const counts = device === 'ann-1' ? { unread: 0, read: 2 } : { unread: 1, read: 1 }
    lines.push({ event: 'unread', device, conversation, ...counts, head: 3 })
    lines.push({ event: 'settled', device, conversation })
  }
  return lines
}

test('what burns after its first reading is no violation', () => {
  const { good, samples, incomplete } = checkHistory(goodHistory())
  assert.deepEqual([...samples, ...incomplete], [])
  assert.ok(good)
})

const isBurn = (line: Line): boolean =>
  line.event === 'burnt' ||
  line.event === 'changed' ||
  (line.event === 'shown' && line.entries[0] === burn)

const cases: [string, ViolationKind, (line: Line) => Line[]][] = [
  [
    'before its time',
    'burn',
    (line) => (line.event === 'burnt' ? [{ ...line, at: 5_700 }] : [line]),
  ],
  [
    'nobody but its sender had read it',
    'burn',
    (line) => (line.event === 'reads' && line.device === 'bob-1' ? [] : [line]),
  ],
  [
    'it was not to',
    'burn',
    (line) => (line.event === 'send' ? [{ ...line, burnAfterMs: 0 }] : [line]),
  ],
  [
    'it does not',
    'burn',
    (line) => {
      if (line.event === 'pull') return [{ ...line, to: 2, head: 2, entries: [a, b] }]
      if (line.event === 'unread') return [{ ...line, head: 2 }]
      return isBurn(line) ? [] : [line]
    },
  ],
  [
    'twice',
    'duplicate',
    (line) => {
      if (line.event !== 'shown' || line.entries[0] !== burn) return [line]
      const again: SeenEntry = [4, 'nobody', 'burn-1', '', 4, '', 1]
      return [{ ...line, entries: [burn, again] }]
    },
  ],
  [
    'a page holds its body afterwards',
    'edits',
    (line) =>
      line.event === 'quiet'
        ? [
            {
              ...{ event: 'pull', device: 'bob-1', conversation, from: 1, to: 2, head: 3 },
              ...{ invoked: 8_000, at: 8_001, entries: [a, b] },
            },
            line,
          ]
        : [line],
  ],
  [
    'it never reaches a screen',
    'edits',
    (line) => (line.event === 'changed' && line.device === 'bob-1' ? [] : [line]),
  ],
]

for (const [what, kind, spoil] of cases) {
  test(`burning: ${what}`, () => {
    const { violations, samples } = checkHistory(goodHistory().flatMap(spoil))
    assert.ok(violations[kind] > 0, samples.join('\n'))
  })
}

test('a clock that was set while nothing ran excuses a wrong time', () => {
  const lines = goodHistory().map((line): Line =>
    line.event === 'burnt' ? { ...line, at: 5_700 } : line,
  )
  lines.splice(-1, 0, { event: 'clock', at: 5_000 })
  assert.deepEqual(checkHistory(lines).samples, [])
})

test('a read mark that stands where its account joined has read nothing before it', () => {
  const late = (read: number): Line[] => {
    const lines = goodHistory().flatMap((line): Line[] => {
      if (line.event === 'pull') return [{ ...line, to: 4, head: 4, entries: [a, b, join, last] }]
      if (line.event === 'reads') return []
      if (line.event === 'unread') {
        const isAnn = line.device === 'ann-1'
        return [{ ...line, head: 4, read: isAnn ? 4 : read, unread: isAnn || read === 4 ? 0 : 1 }]
      }
      return isBurn(line) ? [] : [line]
    })
    const quiet = lines.findIndex(({ event }) => event === 'quiet')
    const told: Line[] = devices.map((device) => ({
      ...{ event: 'shown', device, conversation, entries: [join, last] },
    }))
    const more: Line[] = [
      { event: 'send', device: 'ann-1', id: 'last', digest: 'L', conversation },
      { event: 'ok', device: 'ann-1', id: 'last', conversation, seq: 4, at: 8_000 },
      { event: 'open', conversation, seq: 0, open: true },
      { event: 'joined', account: 'bob', conversation, seq: 3 },
    ]
    return lines.toSpliced(quiet, 0, ...more, ...told)
  }
  assert.equal(checkHistory(late(3)).violations.burn, 0)
  assert.ok(checkHistory(late(4)).violations.burn > 0)
})
