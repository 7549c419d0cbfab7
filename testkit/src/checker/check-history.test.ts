import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkHistory } from './check-history.ts'
import type { Line, SeenEntry, ViolationKind } from './history.ts'

/**
 * Ann (one device) and Bob (two devices) in conversation 7. Ann sends a, b; Bob sends c; all see all; an edit of 1 and a
 * recall of 2 follow. Every red history is this one with one thing wrong.
 */
const a: SeenEntry = [1, 'ann', 'a', 'A']
const b: SeenEntry = [2, 'ann', 'b', 'B']
const c: SeenEntry = [3, 'bob', 'c', 'C']
const edit: SeenEntry = [4, 'ann', 'e', 'A2', 4, '', 1]
const recall: SeenEntry = [5, 'ann', 'r', '', 5, '', 2]
const aEdited: SeenEntry = [1, 'ann', 'a', 'A2', 4, 'edited']
const bRecalled: SeenEntry = [2, 'ann', 'b', '', 5, 'recalled']

const conversation = 7
const devices = ['ann-1', 'bob-1', 'bob-2'] as const

function goodHistory(): Line[] {
  const lines: Line[] = [
    { event: 'bound', presence: 5_000 },
    { event: 'device', device: 'ann-1', account: 'ann' },
    { event: 'device', device: 'bob-1', account: 'bob' },
    { event: 'device', device: 'bob-2', account: 'bob' },
    { event: 'online', account: 'ann', online: true, at: 0 },
    { event: 'watch', device: 'bob-1', account: 'ann', watching: true, at: 0 },
    { event: 'presence', device: 'bob-1', account: 'ann', online: true, at: 10 },
    { event: 'online', account: 'ann', online: false, at: 20_000 },
    { event: 'presence', device: 'bob-1', account: 'ann', online: false, at: 24_000 },
    { event: 'send', device: 'ann-1', to: 'bob', id: 'a', digest: 'A' },
    { event: 'send', device: 'ann-1', to: 'bob', id: 'b', digest: 'B' },
    { event: 'send', device: 'ann-1', to: 'bob', id: 'x', digest: 'X' },
    { event: 'ok', device: 'ann-1', id: 'a', conversation, seq: 1, at: 100 },
    { event: 'ok', device: 'ann-1', id: 'b', conversation, seq: 2, at: 200 },
    { event: 'fail', device: 'ann-1', id: 'x', code: 'FORBIDDEN' },
    { event: 'send', device: 'bob-1', to: 'ann', id: 'c', digest: 'C' },
    { event: 'ok', device: 'bob-1', id: 'c', conversation, seq: 3, at: 300 },
    { event: 'send', device: 'ann-1', conversation, id: 'e', digest: 'A2', act: 'edit', ref: 1 },
    { event: 'ok', device: 'ann-1', id: 'e', conversation, seq: 4, at: 400 },
    { event: 'send', device: 'ann-1', conversation, id: 'r', digest: '', act: 'recall', ref: 2 },
    { event: 'ok', device: 'ann-1', id: 'r', conversation, seq: 5, at: 500 },
    { event: 'send', device: 'ann-1', to: 'bob', id: 'y', digest: 'Y' },
    { event: 'unknown', device: 'ann-1', id: 'y' },
  ]
  for (const device of devices) {
    lines.push(
      { event: 'shown', device, conversation, entries: [a, b, c] },
      {
        event: 'unread',
        device,
        conversation,
        unread: device === 'ann-1' ? 1 : 2,
        read: 0,
        head: 3,
      },
      { event: 'shown', device, conversation, entries: [edit, recall] },
      { event: 'changed', device, conversation, entries: [aEdited, bRecalled] },
      { event: 'read', device, conversation, account: 'bob', seq: 2 },
      { event: 'read', device, conversation, account: 'bob', seq: 3 },
    )
  }
  lines.push({ event: 'quiet', at: 30_000 })
  for (const device of devices) {
    const entries = [aEdited, bRecalled, c, edit, recall]
    lines.push(
      {
        event: 'pull',
        device,
        conversation,
        invoked: 30_001,
        at: 30_010,
        from: 1,
        to: 5,
        head: 5,
        entries,
      },
      { event: 'settled', device, conversation },
    )
  }
  lines.push(
    { event: 'hook', id: 'a', conversation, seq: 1 },
    { event: 'hooked', id: 'a', conversation, seq: 1 },
  )
  return lines
}

type Spoil = (lines: Line[]) => Line[]
const without = (lines: Line[], gone: (line: Line) => boolean): Line[] =>
  lines.filter((line) => !gone(line))
/** Changes what the last of Bob's devices was shown first. */
const firstShown =
  (entries: SeenEntry[]): Spoil =>
  (lines) =>
    lines.map((line) =>
      line.event === 'shown' && line.device === 'bob-2' && line.entries[0]?.[0] === 1
        ? { ...line, entries }
        : line,
    )
const finalPull =
  (change: (line: Extract<Line, { event: 'pull' }>) => Line): Spoil =>
  (lines) =>
    lines.map((line) => (line.event === 'pull' && line.device === 'bob-2' ? change(line) : line))
const beforeQuiet =
  (...more: Line[]): Spoil =>
  (lines) => {
    const at = lines.findIndex((line) => line.event === 'quiet')
    return lines.toSpliced(at, 0, ...more)
  }

const red: [ViolationKind, string, Spoil][] = [
  [
    'lost',
    'a settled device never got the last entry',
    (lines) =>
      lines.map((line) =>
        line.event === 'shown' && line.device === 'bob-2' && line.entries[0] === edit
          ? { ...line, entries: [edit] }
          : line,
      ),
  ],
  [
    'lost',
    'a pull speaks for a seq and leaves it out',
    finalPull((line) => ({ ...line, entries: line.entries.slice(1) })),
  ],
  [
    'lost',
    'acked, and nobody ever saw it',
    (lines) => {
      const noLast = (entries: SeenEntry[]) => entries.filter((entry) => entry[0] !== 5)
      return lines.map((line) =>
        'entries' in line ? { ...line, entries: noLast(line.entries) } : line,
      )
    },
  ],
  ['duplicate', 'one seq twice on a screen', firstShown([a, b, b, c])],
  [
    'duplicate',
    'one id at two seqs',
    beforeQuiet({ event: 'shown', device: 'bob-2', conversation, entries: [[6, 'ann', 'b', 'B']] }),
  ],
  [
    'duplicate',
    'two accounts with two direct conversations',
    beforeQuiet(
      { event: 'send', device: 'bob-2', to: 'ann', id: 'z', digest: 'Z' },
      { event: 'ok', device: 'bob-2', id: 'z', conversation: 8, seq: 1, at: 600 },
    ),
  ],
  [
    'phantom',
    'never sent',
    beforeQuiet({ event: 'shown', device: 'bob-2', conversation, entries: [[6, 'ann', 'q', 'Q']] }),
  ],
  [
    'phantom',
    'refused, yet seen',
    beforeQuiet({ event: 'shown', device: 'bob-2', conversation, entries: [[6, 'ann', 'x', 'X']] }),
  ],
  ['phantom', 'with another body', firstShown([a, [2, 'ann', 'b', 'BAD'], c])],
  ['phantom', 'by another sender', firstShown([a, [2, 'bob', 'b', 'B'], c])],
  [
    'order',
    'two devices disagree about a seq',
    firstShown([a, [2, 'bob', 'c', 'C'], [3, 'ann', 'b', 'B']]),
  ],
  ['order', 'shown below what comes after it', (lines) => firstShown([b, c, a])(lines)],
  [
    'order',
    "a sender's own order is not kept",
    (lines) => {
      const at = lines.findIndex((line) => line.event === 'send' && line.id === 'b')
      const [second] = lines.splice(at, 1)
      return second === undefined ? lines : lines.toSpliced(at - 1, 0, second)
    },
  ],
  [
    'duplicate',
    'said once, and stored under two ids',
    (lines) =>
      lines.map((line) =>
        line.event === 'send' && (line.id === 'a' || line.id === 'b')
          ? { ...line, place: 1 }
          : line,
      ),
  ],
  ['gap', 'n+1 without n', firstShown([a, c])],
  [
    'monotonic',
    'a read mark goes back',
    beforeQuiet({ event: 'read', device: 'bob-2', conversation, account: 'bob', seq: 1 }),
  ],
  [
    'monotonic',
    'a later pull knows less',
    beforeQuiet(
      {
        event: 'pull',
        device: 'ann-1',
        conversation,
        invoked: 410,
        at: 420,
        from: 4,
        to: 4,
        head: 4,
        entries: [edit],
      },
      {
        event: 'pull',
        device: 'ann-1',
        conversation,
        invoked: 430,
        at: 440,
        from: 3,
        to: 3,
        head: 3,
        entries: [c],
      },
    ),
  ],
  [
    'read-your-writes',
    "another device's next fetch lacks it",
    beforeQuiet({
      event: 'pull',
      device: 'bob-2',
      conversation,
      invoked: 201,
      at: 210,
      from: 1,
      to: 1,
      head: 1,
      entries: [a],
    }),
  ],
  [
    'membership',
    'seen from before joining',
    (lines) => [...lines, { event: 'joined', account: 'bob', conversation, seq: 3 }],
  ],
  [
    'membership',
    'seen after leaving',
    (lines) => [...lines, { event: 'left', account: 'bob', conversation, seq: 4 }],
  ],
  [
    'unknown',
    'an unanswered send is seen by some only',
    (lines) => {
      const seen: SeenEntry = [6, 'ann', 'y', 'Y']
      const late = beforeQuiet({ event: 'shown', device: 'bob-2', conversation, entries: [seen] })(
        lines,
      )
      return late.map((line) =>
        line.event === 'pull'
          ? { ...line, to: 6, head: 6, entries: [...line.entries, seen] }
          : line,
      )
    },
  ],
  [
    'presence',
    'still online long after leaving',
    (lines) => without(lines, (line) => line.event === 'presence' && !line.online),
  ],
  [
    'unread',
    'one too many',
    beforeQuiet({ event: 'unread', device: 'bob-2', conversation, unread: 3, read: 0, head: 5 }),
  ],
  [
    'edits',
    'what was recalled comes back',
    beforeQuiet({ event: 'changed', device: 'bob-2', conversation, entries: [b] }),
  ],
  [
    'edits',
    'an edit shows what it never said',
    (lines) =>
      lines.map((line) =>
        line.event === 'changed' && line.device === 'bob-2'
          ? { ...line, entries: [[1, 'ann', 'a', 'A3', 4, 'edited'], bRecalled] }
          : line,
      ),
  ],
  [
    'edits',
    'a recall never reaches a settled device',
    (lines) =>
      lines.map((line) =>
        line.event === 'changed' && line.device === 'bob-2'
          ? { ...line, entries: [aEdited] }
          : line,
      ),
  ],
  ['hook', 'owed and never called', (lines) => without(lines, (line) => line.event === 'hooked')],
]

test('a history without fault is good', () => {
  const verdict = checkHistory(goodHistory())
  assert.deepEqual(verdict.samples, [])
  assert.deepEqual(verdict.incomplete, [])
  assert.equal(verdict.good, true)
})

for (const [kind, title, spoil] of red) {
  test(`${kind}: ${title}`, () => {
    const verdict = checkHistory(spoil(goodHistory()))
    assert.ok(verdict.violations[kind] > 0, `${kind} was not found: ${verdict.samples.join('; ')}`)
    assert.equal(verdict.good, false)
  })
}

test('order within one device is told from order of sending: a duplicate is no order violation', () => {
  const verdict = checkHistory(firstShown([a, b, b, c])(goodHistory()))
  assert.equal(verdict.violations.order, 0)
  assert.equal(verdict.violations.duplicate, 1)
})

test('an unanswered send that everybody sees is good', () => {
  const seen: SeenEntry = [6, 'ann', 'y', 'Y']
  const lines = beforeQuiet(
    ...devices.map((device): Line => ({ event: 'shown', device, conversation, entries: [seen] })),
  )(goodHistory())
  const verdict = checkHistory(
    lines.map((line) =>
      line.event === 'pull' ? { ...line, to: 6, head: 6, entries: [...line.entries, seen] } : line,
    ),
  )
  assert.deepEqual(verdict.samples, [])
  assert.equal(verdict.figures['unknownFound'], 1)
})

test('what is known to be nothing is no gap', () => {
  const lines = beforeQuiet(
    { event: 'reset', device: 'bob-2', conversation },
    { event: 'nothing', device: 'bob-2', conversation, from: 6, to: 7 },
    { event: 'shown', device: 'bob-2', conversation, entries: [recall, [8, 'ann', 'y', 'Y']] },
  )(goodHistory())
  assert.equal(checkHistory(lines).violations.gap, 0)
})

test('older pages are put on top without gaps', () => {
  const older = (entries: SeenEntry[]): Line[] =>
    beforeQuiet(
      { event: 'reset', device: 'bob-2', conversation },
      { event: 'shown', device: 'bob-2', conversation, entries: [edit, recall] },
      { event: 'shown', device: 'bob-2', conversation, entries, place: 'start' },
    )(goodHistory())
  assert.deepEqual(checkHistory(older([aEdited, bRecalled, c])).samples, [])
  assert.equal(checkHistory(older([aEdited, bRecalled])).violations.gap, 1)
})

test('a window that lets go of an end may show it again', () => {
  const again = (kept: Line[]): Line[] =>
    beforeQuiet(...kept, {
      event: 'shown',
      device: 'bob-2',
      conversation,
      entries: [aEdited],
      place: 'start',
    })(goodHistory())
  const kept: Line = { event: 'kept', device: 'bob-2', conversation, from: 2, to: 5 }
  assert.deepEqual(checkHistory(again([kept])).samples, [])
  assert.equal(checkHistory(again([])).violations.duplicate, 1)
})

test('a history that proves nothing is not good, and says why', () => {
  const cut = without(goodHistory(), (line) => line.event === 'quiet' || line.event === 'settled')
  const verdict = checkHistory(cut)
  assert.deepEqual(verdict.samples, [])
  assert.equal(verdict.good, false)
  assert.ok(verdict.incomplete.some((reason) => reason.startsWith('no moment of quiet')))
  assert.ok(verdict.incomplete.some((reason) => reason.startsWith('neither settled nor gone')))
  assert.ok(verdict.incomplete.some((reason) => reason.startsWith('acked, but beyond')))
})

test('a line that is none is refused', () => {
  assert.throws(
    () => checkHistory([{ event: 'gossip', device: 'ann-1' } as never]),
    /no device was declared/,
  )
})

test('it shares no code with what it judges', async () => {
  const { readdirSync, readFileSync } = await import('node:fs')
  const files = readdirSync(import.meta.dirname).filter(
    (file) => file.endsWith('.ts') && !file.includes('.test.'),
  )
  for (const file of files) {
    const imports = [
      ...readFileSync(`${import.meta.dirname}/${file}`, 'utf8').matchAll(/from '([^']+)'/g),
    ]
    for (const [, path] of imports)
      assert.match(path ?? '', /^(\.\/|node:)/, `${file} imports ${path}`)
  }
})
