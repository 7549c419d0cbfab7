import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkHistory } from './check-history.ts'
import type { Line, Name, SeenEntry, ViolationKind } from './history.ts'

/**
 * Ann makes a group with Bob and says a, to which Bob reacts; Ann edits it, adds Cat, Cat says c, Bob leaves, Ann recalls
 * a, Cat edits c. Every red history is this one with one thing wrong.
 */
const conversation = 9
const made: SeenEntry = [1, 'ann', 'n1', '']
const a: SeenEntry = [2, 'ann', 'a', 'A']
const like: SeenEntry = [3, 'bob', 'l', '', 3, '', 2]
const edit: SeenEntry = [4, 'ann', 'e', '', 4, '', 2]
const added: SeenEntry = [5, 'ann', 'n2', '']
const c: SeenEntry = [6, 'cat', 'c', 'C']
const left: SeenEntry = [7, 'bob', 'n3', '']
const recall: SeenEntry = [8, 'ann', 'r', '', 8, '', 2]
const editC: SeenEntry = [9, 'cat', 'f', '', 9, '', 6]
const aLiked: SeenEntry = [2, 'ann', 'a', 'A', 3, '', 0, 'u:bob']
const aEdited: SeenEntry = [2, 'ann', 'a', 'A2', 4, 'edited', 0, 'u:bob']
const aEditedForBob: SeenEntry = [2, 'ann', 'a', 'A2', 4, 'edited', 0, 'u:*bob']
const aGone: SeenEntry = [2, 'ann', 'a', '', 8, 'recalled']
const cEdited: SeenEntry = [6, 'cat', 'c', 'C2', 9, 'edited']

const final: Record<string, SeenEntry[]> = {
  ann: [made, aGone, like, edit, added, cEdited, left, recall, editC],
  bob: [made, aGone, like, edit, added, c, left],
  cat: [added, cEdited, left, recall, editC],
}
const names = ['ann', 'bob', 'cat'] as const
const at = { conversation } as const

function deed(
  device: Name,
  what: 'created' | 'added' | 'left',
  accounts: Name[],
  text = '',
): Line[] {
  const key = `${device} ${what}`
  return [
    { event: 'do', device, key, what, conversation, accounts, text, at: 10 },
    { event: 'done', device, key, code: '', at: 20 },
  ]
}

function send(device: Name, id: string, digest: string, seq: number, more: object = {}): Line[] {
  return [
    { event: 'send', device, conversation, id, digest, at: seq * 100, ...more } as Line,
    { event: 'ok', device, id, conversation, seq, at: seq * 100 + 50 },
  ]
}

function goodHistory(): Line[] {
  const lines: Line[] = names.map((name) => ({ event: 'device', device: name, account: name }))
  lines.push(
    ...deed('ann', 'created', ['bob'], 'g'),
    ...deed('ann', 'added', ['cat']),
    ...deed('bob', 'left', ['bob']),
    ...send('ann', 'a', 'A', 2),
    ...send('bob', 'l', '+u:', 3, { act: 'react', ref: 2 }),
    ...send('ann', 'e', 'A2', 4, { act: 'edit', ref: 2 }),
    ...send('cat', 'c', 'C', 6),
    ...send('ann', 'r', '', 8, { act: 'recall', ref: 2 }),
    ...send('cat', 'f', 'C2', 9, { act: 'edit', ref: 6 }),
    {
      event: 'notice',
      ...at,
      seq: 1,
      id: 'n1',
      by: 'ann',
      what: 'created',
      accounts: ['bob'],
      text: 'g',
    },
    {
      event: 'notice',
      ...at,
      seq: 5,
      id: 'n2',
      by: 'ann',
      what: 'added',
      accounts: ['cat'],
      text: '',
    },
    {
      event: 'notice',
      ...at,
      seq: 7,
      id: 'n3',
      by: 'bob',
      what: 'left',
      accounts: ['bob'],
      text: '',
    },
    { event: 'joined', account: 'ann', ...at, seq: 1 },
    { event: 'joined', account: 'bob', ...at, seq: 1 },
    { event: 'joined', account: 'cat', ...at, seq: 5 },
    { event: 'left', account: 'bob', ...at, seq: 7 },
    { event: 'shown', device: 'ann', ...at, entries: [made, a, like, edit, added, c, left] },
    { event: 'changed', device: 'ann', ...at, entries: [aLiked] },
    { event: 'changed', device: 'ann', ...at, entries: [aEdited] },
    { event: 'shown', device: 'ann', ...at, entries: [recall, editC] },
    { event: 'changed', device: 'ann', ...at, entries: [aGone, cEdited] },
    { event: 'shown', device: 'bob', ...at, entries: [made, a, like, edit, added, c, left] },
    { event: 'changed', device: 'bob', ...at, entries: [aEditedForBob] },
    { event: 'shown', device: 'cat', ...at, entries: [added, c, left, recall, editC] },
    { event: 'changed', device: 'cat', ...at, entries: [cEdited] },
    { event: 'unread', device: 'cat', ...at, unread: 0, read: 5, head: 9 },
    { event: 'unread', device: 'bob', ...at, unread: 2, read: 1, head: 7 },
    { event: 'unread', device: 'ann', ...at, unread: 1, read: 1, head: 9 },
    { event: 'told', account: 'bob', ...at, ranges: [[1, 7]] },
    { event: 'quiet', at: 30_000 },
  )
  for (const device of names) {
    const entries = final[device] ?? []
    const [from, to] = [entries[0]?.[0] ?? 0, entries.at(-1)?.[0] ?? 0]
    lines.push(
      { event: 'pull', device, ...at, invoked: 30_001, at: 30_010, from, to, head: to, entries },
      { event: 'settled', device, ...at },
    )
    if (device !== 'bob') lines.push({ event: 'members', device, ...at, accounts: ['ann', 'cat'] })
  }
  return lines
}

type Spoil = (lines: Line[]) => Line[]

/** Shows this instead to Ann, when it changes the last time. */
const annSees =
  (...entries: SeenEntry[]): Spoil =>
  (lines) =>
    lines.map((line) =>
      line.event === 'changed' && line.device === 'ann' && line.entries.length === 2
        ? { ...line, entries }
        : line,
    )
/** In the log for everybody, instead of what came at that seq. */
const inLog =
  (entry: SeenEntry): Spoil =>
  (lines) =>
    lines.map((line) =>
      'entries' in line
        ? { ...line, entries: line.entries.map((one) => (one[0] === entry[0] ? entry : one)) }
        : line,
    )
const before =
  (event: Line['event'], ...more: Line[]): Spoil =>
  (lines) => {
    const index = lines.findIndex((line) => line.event === event)
    return lines.toSpliced(index, 0, ...more)
  }
const replace =
  (which: (line: Line) => boolean, change: object): Spoil =>
  (lines) =>
    lines.map((line) => (which(line) ? ({ ...line, ...change } as Line) : line))

const red: [ViolationKind, string, Spoil][] = [
  [
    'membership',
    'a message from before joining',
    before('quiet', { event: 'shown', device: 'cat', ...at, entries: [a], place: 'start' }),
  ],
  [
    'membership',
    'a stranger sees the group',
    (lines) => lines.filter((line) => line.event !== 'joined' || line.account !== 'cat'),
  ],
  [
    'membership',
    'somebody writes after leaving',
    (lines) => replace((line) => line.event === 'left', { seq: 2 })(lines),
  ],
  [
    'membership',
    'the list of members has one too many',
    replace((line) => line.event === 'members', { accounts: ['ann', 'bob', 'cat'] }),
  ],
  [
    'membership',
    'a change that lies outside is shown',
    before('quiet', { event: 'changed', device: 'bob', ...at, entries: [cEdited] }),
  ],
  [
    'phantom',
    'a notice of what nobody did',
    replace((line) => line.event === 'do' && line.what === 'left', { what: 'removed' }),
  ],
  [
    'phantom',
    'what was refused has happened',
    replace((line) => line.event === 'done' && line.key === 'bob left', { code: 'FORBIDDEN' }),
  ],
  [
    'lost',
    'a name that was set is not in the log',
    before('notice', ...deed('ann', 'created', [], 'another')),
  ],
  [
    'edits',
    'an edit that is not shown',
    annSees([2, 'ann', 'a', '', 8, 'recalled'], [6, 'cat', 'c', 'C', 9, 'edited']),
  ],
  ['edits', 'a recall that shows its body', annSees([2, 'ann', 'a', 'A2', 8, 'recalled'], cEdited)],
  [
    'edits',
    'a reaction of somebody else',
    annSees([2, 'ann', 'a', 'A2', 4, 'edited', 0, 'u:cat'], cEdited),
  ],
  [
    'edits',
    'a recall that the final reading does not know',
    replace((line) => line.event === 'pull' && line.device === 'bob', {
      entries: [made, aEditedForBob, like, edit, added, c, left],
    }),
  ],
  [
    'edits',
    'an act on what was recalled',
    (lines) => replace((line) => line.event === 'send' && line.id === 'f', { ref: 2 })(lines),
  ],
  [
    'edits',
    'a reaction said twice',
    (lines) =>
      replace((line) => line.event === 'send' && line.id === 'e', {
        device: 'bob',
        act: 'react',
        digest: '+u:',
      })(inLog([4, 'bob', 'e', '', 4, '', 2])(lines)),
  ],
  [
    'edits',
    "somebody else's words",
    (lines) =>
      replace((line) => line.event === 'send' && line.id === 'f', { device: 'ann' })(
        inLog([9, 'ann', 'f', '', 9, '', 6])(lines),
      ),
  ],
  [
    'membership',
    'who has left is told of what comes after, and shows nothing of it',
    before('quiet', { event: 'told', account: 'bob', ...at, ranges: [[6, 8]] }),
  ],
  [
    'unread',
    'a notice counts',
    before('quiet', { event: 'unread', device: 'bob', ...at, unread: 3, read: 1, head: 7 }),
  ],
]

test('a group without fault is good', () => {
  const verdict = checkHistory(goodHistory())
  assert.deepEqual(verdict.samples, [])
  assert.deepEqual(verdict.incomplete, [])
})

for (const [kind, title, spoil] of red) {
  test(`${kind}: ${title}`, () => {
    const verdict = checkHistory(spoil(goodHistory()))
    assert.ok(verdict.violations[kind] > 0, `${kind} was not found: ${verdict.samples.join('; ')}`)
  })
}

test('who joins a group that is open sees what was before, and one who comes again what it saw', () => {
  const open = before('joined', { event: 'open', ...at, seq: 1, open: true })(goodHistory())
  const older: Line = {
    event: 'shown',
    device: 'cat',
    ...at,
    entries: [made, aGone, like, edit],
    place: 'start',
  }
  assert.equal(checkHistory(before('settled', older)(open)).violations.membership, 0)
  assert.ok(checkHistory(before('settled', older)(goodHistory())).violations.membership > 0)
  const again: Line = { event: 'joined', account: 'bob', ...at, seq: 9 }
  const back = before('quiet', again, { event: 'shown', device: 'bob', ...at, entries: [editC] })
  assert.equal(checkHistory(back(goodHistory())).violations.membership, 2, 'the lists only')
})

const pair: Line[] = [
  { event: 'device', device: 'ann', account: 'ann' },
  { event: 'device', device: 'bob', account: 'bob' },
  {
    event: 'do',
    device: 'bob',
    key: 'k',
    what: 'block',
    conversation: 0,
    accounts: ['ann'],
    text: '',
    at: 100,
  },
  { event: 'done', device: 'bob', key: 'k', code: '', at: 200 },
  { event: 'send', device: 'ann', to: 'bob', id: 'x', digest: 'X', at: 300 },
  { event: 'ok', device: 'ann', id: 'x', conversation: 7, seq: 1, at: 400 },
]

test('membership: a send is taken after a block; one that may have met its end, or was on its way, is not judged', () => {
  assert.equal(checkHistory(pair).violations.membership, 1)
  const unblock: Omit<Extract<Line, { event: 'do' }>, 'event' | 'text' | 'at'> = {
    device: 'bob',
    key: 'u',
    what: 'unblock',
    conversation: 0,
    accounts: ['ann'],
  }
  const ended: Line = { event: 'do', ...unblock, text: '', at: 350 }
  assert.equal(checkHistory([...pair, ended]).violations.membership, 0)
  const early = replace((line) => line.event === 'send', { at: 150 })
  assert.equal(checkHistory(early([...pair])).violations.membership, 0)
})
