import type { ErrorName } from '@parley/protocol'
import {
  contactStates,
  type ContactAct,
  type ContactActName,
  type ContactStateName,
} from '../contact-store.ts'
import type { ContactRow } from './contact-tables.ts'

/** What an act makes of one's own state: another state, the same one, or a refusal. */
type Next = ContactStateName | 'stays' | 'WRONG_STATE'

const wrong = 'WRONG_STATE'
const nothingOpen = {
  request: 'asked',
  accept: wrong,
  refuse: wrong,
  withdraw: wrong,
  remove: 'stays',
  block: 'stays',
  unblock: 'stays',
} as const

/**
 * One's own state and what one does, and the state after it. docs/contacts.md shows this table; a test compares them.
 * What has its aim already stays as it is, so that two devices that do the same both succeed.
 */
export const contactMachine = {
  none: nothingOpen,
  asked: { ...nothingOpen, request: 'stays', withdraw: 'none', remove: wrong, block: 'none' },
  asking: {
    ...nothingOpen,
    request: 'contact',
    accept: 'contact',
    refuse: 'none',
    remove: wrong,
    block: 'none',
  },
  contact: { ...nothingOpen, request: 'stays', accept: 'stays', remove: 'none' },
  refused: { ...nothingOpen, remove: 'none' },
  expired: { ...nothingOpen, remove: 'none' },
} as const satisfies Record<ContactStateName, Record<ContactActName, Next>>

/** Both sides of a relation, the one who acts first. */
export interface Pair {
  mine: ContactRow
  theirs: ContactRow
}

export type Step = { pair: Pair } | { error: ErrorName }

const names = Object.keys(contactStates) as ContactStateName[]
export const stateName = (row: ContactRow): ContactStateName =>
  names.find((name) => contactStates[name] === row.state) ?? 'none'

/** What an act makes of both sides. Pure: limits are the caller's. */
export function stepContact(pair: Pair, act: ContactAct, nowMs: number): Step {
  if (act.do === 'request') {
    if (pair.mine.blocked === 1) return { error: 'WRONG_STATE' }
    if (pair.mine.barred === 1) return { error: 'BLOCKED' }
  }
  const from = stateName(pair.mine)
  const next: Next = contactMachine[from][act.do]
  if (next === 'WRONG_STATE') return { error: next }
  const greeting = next === 'asked' && act.do === 'request' ? act.greeting : ''
  const moved = next === 'stays' ? pair : entered(pair, { from, to: next, greeting, nowMs })
  return { pair: flagged(moved, act) }
}

/** An open request whose time is over. */
export function expiredPair(pair: Pair, nowMs: number): Pair {
  const { mine, theirs } = pair
  if (mine.state === contactStates.asked) {
    return {
      mine: withState(mine, 'expired', '', nowMs),
      theirs: withState(theirs, 'none', '', nowMs),
    }
  }
  if (mine.state !== contactStates.asking) return pair
  return {
    mine: withState(mine, 'none', '', nowMs),
    theirs: withState(theirs, 'expired', '', nowMs),
  }
}

function entered(
  { mine, theirs }: Pair,
  change: { from: ContactStateName; to: ContactStateName; greeting: string; nowMs: number },
): Pair {
  const { from, to, greeting, nowMs } = change
  const other: Partial<Record<ContactStateName, ContactStateName>> = {
    asked: 'asking',
    contact: 'contact',
  }
  // NOTE who asked is told that it came to nothing; who is asked no longer sees what was taken back.
  const theirsNext = other[to] ?? (from === 'asking' ? 'refused' : 'none')
  return {
    mine: withState(mine, to, greeting, nowMs),
    theirs: withState(theirs, theirsNext, greeting, nowMs),
  }
}

function withState(
  row: ContactRow,
  name: ContactStateName,
  greeting: string,
  nowMs: number,
): ContactRow {
  const state = contactStates[name]
  // NOTE one's own note of what is over is taken away, and that the other side has none stays as it is.
  if (row.state === state) return row
  const sinceMs = state === contactStates.none ? 0 : nowMs
  return { ...row, state, greeting, sinceMs, expiresMs: 0 }
}

function flagged({ mine, theirs }: Pair, act: ContactAct): Pair {
  if (act.do !== 'block' && act.do !== 'unblock') return { mine, theirs }
  const blocked = act.do === 'block' ? 1 : 0
  return { mine: { ...mine, blocked }, theirs: { ...theirs, barred: blocked } }
}
