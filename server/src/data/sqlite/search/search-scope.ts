import type { AccountId } from '../../model.ts'
import type { Driver } from '../driver.ts'
import type { SearchScope } from './search-finder.ts'
import { ofWholeAccount } from '../tallies.ts'
import { whole } from '../whole.ts'

/** Conversations beside the direct ones in which one question looks: those touched last. */
export const scopeConversationsMax = 1_000

const sql = `SELECT c.id AS id FROM member AS m JOIN conversation AS c ON c.id = m.conversation
  WHERE m.account = ? AND c.low = 0 ORDER BY c.touched DESC LIMIT ${whole}`

/** Where an account may find something: it is, or was, in all of these. */
export function scopeOf(driver: Driver, reader: AccountId): SearchScope {
  const rows = ofWholeAccount(driver, reader, () =>
    driver.prepare(sql).all(reader, scopeConversationsMax),
  )
  return { conversations: rows.map(({ id }) => id as number) }
}
