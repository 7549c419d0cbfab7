import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { type ContactActName, type ContactStateName } from '../contact-store.ts'
import {
  contactMachine,
  expiredPair,
  stateName,
  stepContact,
  type Pair,
} from './contact-machine.ts'
import { emptyContact } from './contact-tables.ts'

const acts: ContactActName[] = [
  'request',
  'accept',
  'refuse',
  'withdraw',
  'remove',
  'block',
  'unblock',
]
/** What the other side's state may be beside one's own. */
const fitting: Record<ContactStateName, readonly ContactStateName[]> = {
  none: ['none', 'refused', 'expired'],
  asked: ['asking'],
  asking: ['asked'],
  contact: ['contact'],
  refused: ['none'],
  expired: ['none'],
}
const swapped = ({ mine, theirs }: Pair): Pair => ({ mine: theirs, theirs: mine })
const show = ({ mine, theirs }: Pair) =>
  [mine, theirs].map((row) => [stateName(row), row.blocked, row.barred].join()).join(' | ')

/** Every way for both sides and time to act, from nothing on, in any order and of any length. */
function reachable(): Map<string, Pair> {
  const start: Pair = { mine: emptyContact(1, 2), theirs: emptyContact(2, 1) }
  const found = new Map([[show(start), start]])
  for (const pair of found.values()) {
    const next = [expiredPair(pair, 5)]
    for (const act of acts) {
      for (const turned of [pair, swapped(pair)]) {
        const step = stepContact(
          turned,
          act === 'request' ? { do: act, greeting: 'hi' } : { do: act },
          5,
        )
        if ('error' in step) continue
        next.push(turned === pair ? step.pair : swapped(step.pair))
      }
    }
    for (const one of next) if (!found.has(show(one))) found.set(show(one), one)
  }
  return found
}

test('whatever both sides do, in any order, the two rows of a relation fit together', () => {
  const all = reachable()
  assert.ok(all.size >= 20, `${all.size}`)
  for (const [name, { mine, theirs }] of all) {
    assert.ok(fitting[stateName(mine)].includes(stateName(theirs)), name)
    assert.deepEqual([mine.blocked, mine.barred], [theirs.barred, theirs.blocked], name)
    const isOpen = ['asked', 'asking'].includes(stateName(mine))
    assert.ok(!isOpen || mine.blocked + theirs.blocked === 0, `${name}: a block ends a request`)
    assert.equal(mine.greeting, isOpen ? 'hi' : '', name)
  }
})

test('both sides can always come to be contacts again', () => {
  for (const [name, pair] of reachable()) {
    let now = pair
    const both = (act: ContactActName) => {
      for (let side = 0; side < 2; side += 1) {
        const step = stepContact(
          now,
          act === 'request' ? { do: act, greeting: '' } : { do: act },
          9,
        )
        now = swapped('pair' in step ? step.pair : now)
      }
    }
    both('unblock')
    both('request')
    assert.equal(stateName(now.mine), 'contact', name)
  }
})

test('docs/contacts.md shows the table as it is', () => {
  const page = readFileSync(new URL('../../../../docs/contacts.md', import.meta.url), 'utf8')
  const rows = page
    .split('\n')
    .filter((line) => /^\| (none|asked|asking|contact|refused|expired) /.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  const table = Object.entries(contactMachine).map(([state, row]) => [
    state,
    ...acts.map((act) => row[act]),
  ])
  assert.deepEqual(rows.slice(0, table.length), table)
})
