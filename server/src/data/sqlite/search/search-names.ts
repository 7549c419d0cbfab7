import { contactStates } from '../../contact-store.ts'
import type { AccountId } from '../../model.ts'
import { groupKind } from '../../rules/group-tables.ts'
import { namesScannedMax, nameCandidate, rankNames } from '../../rules/rank-names.ts'
import type { FoundName } from '../../search-store.ts'
import type { Driver, SqlValue } from '../driver.ts'
import { ofWholeAccount } from '../tallies.ts'
import { whole } from '../whole.ts'

/** Of a group that the account left the name that it saw last. */
const conversations = `SELECT c.id AS conversation, coalesce(a.id, 0) AS peer,
    coalesce(a.display_name, '') AS name, coalesce(a.handle, '') AS handle,
    coalesce(k.remark, g.remark, '') AS remark,
    CASE WHEN c.kind <> ${groupKind} THEN '' WHEN m.to_seq = 0 THEN t.name ELSE g.former_name END AS group_name
  FROM member AS m JOIN conversation AS c ON c.id = m.conversation
    LEFT JOIN account AS a ON a.id = CASE c.low WHEN m.account THEN c.high ELSE c.low END AND c.low > 0
    LEFT JOIN contact AS k ON k.account = m.account AND k.other = a.id
    LEFT JOIN group_text AS t ON t.conversation = c.id
    LEFT JOIN group_member AS g ON g.conversation = c.id AND g.account = m.account
  WHERE m.account = ?
  ORDER BY CASE WHEN m.to_seq = 0 THEN max(m.touched, c.touched) ELSE m.touched END DESC, c.id DESC
  LIMIT ${whole}`
const contacts = `SELECT 0 AS conversation, a.id AS peer, a.display_name AS name, a.handle AS handle,
    k.remark AS remark, '' AS group_name
  FROM contact AS k JOIN account AS a ON a.id = k.other
  WHERE k.account = ? AND (k.state = ${contactStates.contact} OR k.remark <> '') AND NOT EXISTS
    (SELECT 1 FROM conversation AS c
      WHERE c.low = min(k.account, k.other) AND c.high = max(k.account, k.other) AND c.low > 0)
  ORDER BY k.other LIMIT ${whole}`

/** Looks through the names of everybody that an account has a conversation with, or as a contact. */
export function searchNames(
  driver: Driver,
  reader: AccountId,
  text: string,
  limit: number,
): FoundName[] {
  const found = ofWholeAccount(driver, reader, () =>
    [conversations, contacts].flatMap((sql) => driver.prepare(sql).all(reader, namesScannedMax)),
  )
  return rankNames(found.map(candidate), text, limit)
}

function candidate(row: Record<string, SqlValue>) {
  return nameCandidate({
    conversation: row.conversation as number,
    peer: row.peer as number,
    groupName: (row.group_name ?? '') as string,
    remark: row.remark as string,
    ownNames: [row.name as string, row.handle as string],
  })
}
