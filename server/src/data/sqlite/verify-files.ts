import type { Check } from './verify-check.ts'

/** Counts of uses, and the space of accounts, are what the rows behind them say. */
export const fileChecks: readonly Check[] = [
  {
    sql: `SELECT f.id AS id FROM file AS f LEFT JOIN
        (SELECT file, count(*) AS uses FROM file_use GROUP BY file) AS u ON u.file = f.id
      WHERE f.uses <> coalesce(u.uses, 0)`,
    problem: (row) => `the uses of file ${row.id} do not fit the entries that name it`,
  },
  {
    sql: `SELECT u.file AS id, u.conversation AS conversation, u.seq AS seq FROM file_use AS u
      LEFT JOIN file AS f ON f.id = u.file
      LEFT JOIN entry AS e ON e.conversation = u.conversation AND e.seq = u.seq
      WHERE f.id IS NULL OR (u.conversation > 0 AND e.seq IS NULL)`,
    problem: (row) =>
      `file ${row.id} or entry ${row.seq} of conversation ${row.conversation}, which names it, is not there`,
  },
  {
    sql: `WITH named (hash) AS (SELECT hash FROM file
          UNION ALL SELECT thumbnail FROM file WHERE length(thumbnail) > 0),
        counted (hash, uses) AS (SELECT hash, count(*) FROM named GROUP BY hash)
      SELECT hex(coalesce(b.hash, c.hash)) AS hash FROM blob AS b
      FULL JOIN counted AS c ON c.hash = b.hash WHERE b.uses IS NOT c.uses`,
    problem: (row) => `the uses of blob ${row.hash} do not fit the files that stand on it`,
  },
  {
    sql: `SELECT hex(b.hash) AS hash FROM blob AS b JOIN freed_blob AS d ON d.hash = b.hash`,
    problem: (row) => `blob ${row.hash} is used and is to be collected`,
  },
  {
    sql: `WITH account_space (account, stored, reserved, uploads) AS (
        SELECT account, sum(stored), sum(reserved), sum(uploads) FROM (
          SELECT account, bytes AS stored, 0 AS reserved, 0 AS uploads FROM file
          UNION ALL SELECT account, 0, bytes, 1 FROM upload WHERE file = 0 AND error = '')
        GROUP BY account)
      SELECT coalesce(s.account, a.account) AS id FROM file_space AS s
      FULL JOIN account_space AS a ON a.account = s.account
      WHERE coalesce(s.stored_bytes, 0) <> coalesce(a.stored, 0)
        OR coalesce(s.reserved_bytes, 0) <> coalesce(a.reserved, 0)
        OR coalesce(s.uploads, 0) <> coalesce(a.uploads, 0)`,
    problem: (row) => `the space of account ${row.id} does not fit its files and uploads`,
  },
]
