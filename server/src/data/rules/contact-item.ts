import { contactBody } from '../contact-body.ts'
import { contactKey, contactStates, type Contact, type ContactItem } from '../contact-store.ts'
import type { ContactRow } from './contact-tables.ts'
import type { Tables } from './tables.ts'
import { putReservedItem } from './write-account-items.ts'

/** What a row says to its own account; undefined where it says nothing. */
export function contactOf(row: ContactRow): Contact | undefined {
  const { other, state, greeting, remark, blocked, sinceMs, expiresMs } = row
  const tags = JSON.parse(row.tags) as string[]
  const says = state !== contactStates.none || blocked === 1 || remark !== '' || tags.length > 0
  if (!says) return undefined
  return {
    ...{ account: other, state, greeting, remark, tags },
    ...{ blocked: blocked === 1, sinceMs, expiresMs },
  }
}

/** Writes the item of a row that now says something else; undefined where it says the same. */
export function putContactItem(
  tables: Tables,
  before: ContactRow,
  row: ContactRow,
  nowMs: number,
): ContactItem | undefined {
  const contact = contactOf(row)
  if (JSON.stringify(contact) === JSON.stringify(contactOf(before))) return undefined
  const { account, other } = row
  const item = { key: contactKey(other), body: contactBody(contact), nowMs }
  const { seq, timeMs } = putReservedItem(tables, account, item)
  return { account, other, seq, timeMs, contact }
}

/** The item as it is, unwritten. */
export function contactItemOf(tables: Tables, row: ContactRow): ContactItem | undefined {
  const { account, other } = row
  const stored = tables.accountItem(account, contactKey(other))
  if (stored === undefined) return undefined
  return { account, other, seq: stored.seq, timeMs: stored.timeMs, contact: contactOf(row) }
}
