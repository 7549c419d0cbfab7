import { talliedBy } from '../tallies.ts'
import type { Migration } from '../migrate.ts'

/** How many memberships an account has and how many members a conversation: see tallies.ts. */
export const tallies: Migration = {
  number: 11,
  statements: [
    `CREATE TABLE tally (
      of INTEGER NOT NULL,
      id INTEGER NOT NULL,
      members INTEGER NOT NULL,
      present INTEGER NOT NULL,
      PRIMARY KEY (of, id)
    ) STRICT, WITHOUT ROWID`,
    `INSERT INTO tally (of, id, members, present)
      SELECT ${talliedBy.account}, account, count(*), sum(to_seq = 0) FROM member GROUP BY account`,
    `INSERT INTO tally (of, id, members, present)
      SELECT ${talliedBy.conversation}, conversation, count(*), sum(to_seq = 0) FROM member
        GROUP BY conversation`,
  ],
}
