import type { Check } from './verify-check.ts'

/** What is pinned, burns or is sent later stands on something that is there. */
export const laterChecks: readonly Check[] = [
  {
    sql: `SELECT 'pin' AS what, p.conversation AS id, p.target AS seq FROM pin AS p
        LEFT JOIN entry AS e ON e.conversation = p.conversation AND e.seq = p.target
        WHERE e.seq IS NULL
      UNION ALL SELECT 'burn', b.conversation, b.seq FROM burn AS b
        LEFT JOIN entry AS e ON e.conversation = b.conversation AND e.seq = b.seq
        WHERE e.seq IS NULL`,
    problem: (row) =>
      `a ${row.what} is about entry ${row.seq} of conversation ${row.id}, not there`,
  },
  {
    sql: `WITH item (account, key) AS (SELECT account, key FROM account_item
          WHERE key >= 'scheduled:' AND key < 'scheduled;' AND length(body) > 0),
        row (account, key) AS (
          SELECT account, 'scheduled:' || lower(hex(client_id)) FROM scheduled)
      SELECT coalesce(i.account, r.account) AS id, coalesce(i.key, r.key) AS key FROM item AS i
      FULL JOIN row AS r ON r.account = i.account AND r.key = i.key
      WHERE i.key IS NULL OR r.key IS NULL`,
    problem: (row) => `${row.key} of account ${row.id} is shown and does not wait, or the reverse`,
  },
  {
    sql: `SELECT u.file AS id FROM file_use AS u LEFT JOIN scheduled AS s ON s.id = u.seq
      WHERE u.conversation = 0 AND s.id IS NULL`,
    problem: (row) => `file ${row.id} is kept for a message that does not wait`,
  },
]
