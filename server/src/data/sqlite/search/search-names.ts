import type { AccountId } from '../../model.ts'
import { namesScannedMax, rankNames, type NameCandidate } from '../../rules/rank-names.ts'
import type { FoundName } from '../../search-store.ts'
import type { Driver } from '../driver.ts'
import { whole } from '../whole.ts'

const sql = `SELECT c.id AS conversation, coalesce(a.id, 0) AS peer,
    coalesce(a.display_name, '') AS name, coalesce(a.handle, '') AS handle
  FROM member AS m JOIN conversation AS c ON c.id = m.conversation
    LEFT JOIN account AS a ON a.id = CASE c.low WHEN m.account THEN c.high ELSE c.low END AND c.low > 0
  WHERE m.account = ? ORDER BY c.touched DESC LIMIT ${whole}`

/** Looks through the names of everybody that an account has a conversation with. */
export function searchNames(
  driver: Driver,
  reader: AccountId,
  text: string,
  limit: number,
): FoundName[] {
  const rows = driver.prepare(sql).all(reader, namesScannedMax)
  const candidates = rows.map((row): NameCandidate => ({
    conversation: row.conversation as number,
    peer: row.peer as number,
    names: [row.name as string, row.handle as string],
  }))
  return rankNames(candidates, text, limit)
}
