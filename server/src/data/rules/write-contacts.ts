import { Refusal } from '../../base/refusal.ts'
import {
  contactItemsMax,
  contactsExpiredMax,
  contactStates,
  type ContactItem,
  type ContactLimits,
  type ContactOutcome,
} from '../contact-store.ts'
import type { AccountId } from '../model.ts'
import { contactItemOf, contactOf, putContactItem } from './contact-item.ts'
import { expiredPair, stepContact, type Pair } from './contact-machine.ts'
import type { ContactResults } from './contact-operations.ts'
import {
  contactCountTable,
  contactTable,
  emptyContact,
  isOpen,
  type ContactCountRow,
  type ContactRow,
} from './contact-tables.ts'
import type { OperationOf } from './operations.ts'
import type { ReadTables, Tables } from './tables.ts'

const dayMs = 24 * 3_600_000
const above = Number.MAX_SAFE_INTEGER

/** Everything is decided before anything is written: a refused act has changed nothing (R14). */
export function actContact(tables: Tables, input: OperationOf<'actContact'>): ContactOutcome {
  const { account, other, act, limits, nowMs } = input
  const before = readPair(tables, account, other)
  const isOver = isOpen(before.mine) && before.mine.expiresMs <= nowMs
  const current = isOver ? expiredPair(before, nowMs) : before
  const step = stepContact(current, act, nowMs)
  if ('error' in step) throw new Refusal(step.error)
  const { state } = step.pair.mine
  const hasAsked = state === contactStates.asked && current.mine.state !== state
  if (hasAsked) checkRequests(tables, step.pair, limits, nowMs)
  const pair = hasAsked ? asked(step.pair, limits, nowMs) : step.pair
  if (state === contactStates.contact && current.mine.state !== state)
    checkContacts(tables, pair, limits)
  checkItems(tables, before, pair)
  return written(tables, before, pair, nowMs)
}

/** Remark and tags: of one's own side alone. */
export function setContact(tables: Tables, input: OperationOf<'setContact'>): ContactOutcome {
  const { account, other, remark, tags, nowMs } = input
  const before = readPair(tables, account, other)
  const mine = {
    ...before.mine,
    remark: remark ?? before.mine.remark,
    tags: tags === undefined ? before.mine.tags : JSON.stringify(tags),
  }
  const pair = { mine, theirs: before.theirs }
  checkItems(tables, before, pair)
  return written(tables, before, pair, nowMs)
}

/** Ends requests whose time is over, and forgets rows that say nothing any more. */
export function expireContacts(tables: Tables, nowMs: number): ContactResults['expireContacts'] {
  const due = dueContacts(tables, nowMs)
  const changes: ContactItem[] = []
  for (const { account, other } of due) {
    const before = readPair(tables, account, other)
    const { mine } = before
    // NOTE both sides of a request are due at once: the second one has been seen to already.
    if (mine.dueMs === 0 || mine.dueMs > nowMs) continue
    const pair = isOpen(mine) ? expiredPair(before, nowMs) : before
    changes.push(...written(tables, before, pair, nowMs).changes)
  }
  return { changes, isDone: due.length < contactsExpiredMax }
}

export function dueContacts(tables: ReadTables, nowMs: number): ContactRow[] {
  const after = [0, above, above]
  return tables
    .rows(contactTable, { by: ['dueMs'], where: [], after, limit: contactsExpiredMax })
    .filter((row) => row.dueMs <= nowMs)
}

function readPair(tables: ReadTables, account: AccountId, other: AccountId): Pair {
  if (account === other) throw new Refusal('BAD_REQUEST', 'nobody is a contact of oneself')
  if (tables.account(other) === undefined) throw new Refusal('NOT_FOUND')
  return {
    mine: tables.row(contactTable, [account, other]) ?? emptyContact(account, other),
    theirs: tables.row(contactTable, [other, account]) ?? emptyContact(other, account),
  }
}

function checkRequests(
  tables: ReadTables,
  { mine, theirs }: Pair,
  limits: ContactLimits,
  nowMs: number,
): void {
  const counts = nowMs < mine.asksUntilMs ? mine.asks : 0
  if (counts >= limits.requestsPerTarget)
    throw new Refusal('LIMIT_REACHED', 'this account was asked too often')
  const by = ['account', 'askedMs'] as const
  const after = [nowMs - dayMs, above]
  const limit = limits.requestsPerDay
  const today = tables.rows(contactTable, { by, where: [mine.account], after, limit })
  if (today.length >= limit) throw new Refusal('LIMIT_REACHED', 'too many requests in a day')
  if (countOf(tables, theirs.account).waiting >= limits.waitingMax)
    throw new Refusal('LIMIT_REACHED', 'too many requests wait for this account')
}

/** How often the same account is asked is noted: no request, withdraw, request. */
function asked({ mine, theirs }: Pair, limits: ContactLimits, nowMs: number): Pair {
  const goesOn = nowMs < mine.asksUntilMs
  const asks = goesOn ? mine.asks + 1 : 1
  const asksUntilMs = goesOn ? mine.asksUntilMs : nowMs + Math.max(limits.requestWindowMs, dayMs)
  const expiresMs = nowMs + limits.requestLifeMs
  return {
    mine: { ...mine, askedMs: nowMs, asks, asksUntilMs, expiresMs },
    theirs: { ...theirs, expiresMs },
  }
}

function checkContacts(tables: ReadTables, { mine, theirs }: Pair, limits: ContactLimits): void {
  for (const { account } of [mine, theirs]) {
    if (countOf(tables, account).contacts >= limits.contactsMax)
      throw new Refusal('LIMIT_REACHED', 'too many contacts')
  }
}

function checkItems(tables: ReadTables, before: Pair, { mine, theirs }: Pair): void {
  for (const [was, is] of [
    [before.mine, mine],
    [before.theirs, theirs],
  ] as const) {
    const isNew = contactOf(was) === undefined && contactOf(is) !== undefined
    if (isNew && countOf(tables, is.account).items >= contactItemsMax)
      throw new Refusal('LIMIT_REACHED', 'too many contacts, requests and remarks')
  }
}

function written(tables: Tables, before: Pair, after: Pair, nowMs: number): ContactOutcome {
  const pair = { mine: dated(after.mine, nowMs), theirs: dated(after.theirs, nowMs) }
  const isEmpty = [pair.mine, pair.theirs].every(
    (row) => contactOf(row) === undefined && row.barred === 0 && row.asks === 0,
  )
  const changes: ContactItem[] = []
  for (const [was, is] of [
    [before.mine, pair.mine],
    [before.theirs, pair.theirs],
  ] as const) {
    const item = putContactItem(tables, was, is, nowMs)
    if (item !== undefined) changes.push(item)
    recount(tables, was, is)
    if (isEmpty) tables.removeRow(contactTable, [is.account, is.other])
    else tables.putRow(contactTable, is)
  }
  const own = changes.find(({ account }) => account === pair.mine.account)
  return { own: own ?? contactItemOf(tables, pair.mine), changes }
}

/** Says when the row has to be looked at again, and forgets requests that no longer count. */
function dated(row: ContactRow, nowMs: number): ContactRow {
  if (isOpen(row)) return { ...row, dueMs: row.expiresMs }
  if (row.asks > 0 && row.asksUntilMs > nowMs) return { ...row, dueMs: row.asksUntilMs }
  return { ...row, asks: 0, asksUntilMs: 0, dueMs: 0 }
}

function countOf(tables: ReadTables, account: AccountId): ContactCountRow {
  const none = { account, contacts: 0, waiting: 0, items: 0, barred: 0 }
  return tables.row(contactCountTable, [account]) ?? none
}

function recount(tables: Tables, before: ContactRow, row: ContactRow): void {
  const counts = (one: ContactRow) => ({
    contacts: one.state === contactStates.contact ? 1 : 0,
    waiting: one.state === contactStates.asking ? 1 : 0,
    items: contactOf(one) === undefined ? 0 : 1,
    barred: one.barred,
  })
  const [was, is] = [counts(before), counts(row)]
  if (JSON.stringify(was) === JSON.stringify(is)) return
  const all = countOf(tables, row.account)
  tables.putRow(contactCountTable, {
    account: row.account,
    contacts: all.contacts + is.contacts - was.contacts,
    waiting: all.waiting + is.waiting - was.waiting,
    items: all.items + is.items - was.items,
    barred: all.barred + is.barred - was.barred,
  })
}
