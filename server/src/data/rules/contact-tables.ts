import { contactStates } from '../contact-store.ts'
import type { AccountId } from '../model.ts'
import { declareTable, type RowOf } from './declared-table.ts'

/** One side of a relation. Both sides are there or neither is. */
export const contactTable = declareTable({
  name: 'contact',
  columns: {
    account: 'integer',
    other: 'integer',
    state: 'integer',
    greeting: 'text',
    remark: 'text',
    /** A JSON list. */
    tags: 'text',
    /** 1: `account` has blocked `other`; barred: the other way round. */
    blocked: 'integer',
    barred: 'integer',
    sinceMs: 'integer',
    /** When an open request ends by itself; else 0. */
    expiresMs: 'integer',
    /** The last request of this account to the other one, how many it made lately, and until when these count. */
    askedMs: 'integer',
    asks: 'integer',
    asksUntilMs: 'integer',
    /** When the row has to be looked at: a request ends, or requests no longer count. 0: never. */
    dueMs: 'integer',
  },
  key: ['account', 'other'],
  indexes: [['dueMs'], ['account', 'askedMs']],
})
export type ContactRow = RowOf<typeof contactTable>

/** How many there are of an account, so that no limit has to count rows. */
export const contactCountTable = declareTable({
  name: 'contact_count',
  columns: {
    account: 'integer',
    contacts: 'integer',
    waiting: 'integer',
    items: 'integer',
    /** Accounts that have blocked this one. */
    barred: 'integer',
  },
  key: ['account'],
  indexes: [],
})
export type ContactCountRow = RowOf<typeof contactCountTable>

export function emptyContact(account: AccountId, other: AccountId): ContactRow {
  return {
    account,
    other,
    state: contactStates.none,
    greeting: '',
    remark: '',
    tags: '[]',
    blocked: 0,
    barred: 0,
    sinceMs: 0,
    expiresMs: 0,
    askedMs: 0,
    asks: 0,
    asksUntilMs: 0,
    dueMs: 0,
  }
}

export function isOpen(row: ContactRow): boolean {
  return row.state === contactStates.asked || row.state === contactStates.asking
}
