import { contactStates } from '../contact-store.ts'
import type { Check } from './verify-check.ts'

const { none, asked, asking, contact, refused, expired } = contactStates

/** Which states of the two sides fit together. */
const fits = `CASE c.state WHEN ${asked} THEN d.state = ${asking} WHEN ${asking} THEN d.state = ${asked}
  WHEN ${contact} THEN d.state = ${contact}
  WHEN ${none} THEN d.state IN (${none}, ${refused}, ${expired}) ELSE d.state = ${none} END`
const says = `(state <> ${none} OR blocked = 1 OR remark <> '' OR tags <> '[]')`

export const contactChecks: readonly Check[] = [
  {
    sql: `SELECT c.account AS account, c.other AS other FROM contact AS c
      LEFT JOIN contact AS d ON d.account = c.other AND d.other = c.account
      WHERE d.account IS NULL OR c.blocked <> d.barred OR NOT (${fits})`,
    problem: (row) => `the contact rows of ${row.account} and ${row.other} do not fit together`,
  },
  {
    sql: `SELECT c.account AS account, c.other AS other FROM contact AS c
      LEFT JOIN account_item AS i ON i.account = c.account AND i.key = 'contact:' || c.other
      WHERE ${says} <> (coalesce(length(i.body), 0) > 0)`,
    problem: (row) =>
      `the account log of ${row.account} does not say how it stands to ${row.other}`,
  },
  {
    sql: `SELECT coalesce(n.account, c.account) AS account FROM
        (SELECT account, sum(state = ${contact}) AS contacts, sum(state = ${asking}) AS waiting,
          sum(${says}) AS items, sum(barred) AS barred FROM contact GROUP BY account) AS c
      FULL JOIN contact_count AS n ON n.account = c.account
      WHERE coalesce(n.contacts, 0) <> coalesce(c.contacts, 0)
        OR coalesce(n.waiting, 0) <> coalesce(c.waiting, 0)
        OR coalesce(n.items, 0) <> coalesce(c.items, 0)
        OR coalesce(n.barred, 0) <> coalesce(c.barred, 0)`,
    problem: (row) => `the contacts of account ${row.account} are not as many as it counts`,
  },
]
