import { accessTokensPerDeviceMax } from '../device-store.ts'
import { refreshRoles } from '../rules/tables.ts'
import type { Driver } from './driver.ts'
import { damagedRows, haveSums } from './every-row.ts'
import { checkSchema, schemaNumber } from './migrate.ts'
import { Problems } from './problems.ts'
import { runCheck, type Check } from './verify-check.ts'
import { tallyChecks } from './tallies.ts'
import { fileChecks } from './verify-files.ts'
import { laterChecks } from './verify-later.ts'
import { contactChecks } from './verify-contacts.ts'
import { verifyConversations } from './verify-conversations.ts'

/**
 * Reads a whole store and compares everything in it that says the same: SQLite's own structure, the checksum of each
 * entry and row, heads, counts, cursors, remembered ids, account logs, devices and tokens. In one snapshot; changes nothing.
 * @returns every problem found as a sentence, at most problemsMax of them; empty: the store is sound.
 */
export function verifyStore(driver: Driver): string[] {
  const problems = new Problems()
  try {
    driver.exec('BEGIN')
    verifySchema(driver, problems)
    verifyStructure(driver, problems)
    verifyIdentity(driver, problems)
    verifySums(driver, problems)
    verifyConversations(driver, problems)
    for (const check of [...checks, ...fileChecks, ...laterChecks])
      runCheck(driver, problems, check)
    driver.exec('ROLLBACK')
  } catch (thrown) {
    problems.add(`the store cannot be read on: ${thrown instanceof Error ? thrown.message : ''}`)
  }
  return problems.found
}

function verifySchema(driver: Driver, problems: Problems): void {
  const found = checkSchema(driver)
  if (found === schemaNumber) return
  problems.add(`its schema is ${found}, this program's is ${schemaNumber}: start the server once`)
}

function verifyStructure(driver: Driver, problems: Problems): void {
  for (const row of driver.prepare('PRAGMA integrity_check(100)').all()) {
    if (row.integrity_check !== 'ok') problems.add(`SQLite: ${String(row.integrity_check)}`)
  }
}

function verifySums(driver: Driver, problems: Problems): void {
  if (haveSums(driver)) for (const problem of damagedRows(driver)) problems.add(problem)
  else problems.add('its rows have no sums yet: start the server once')
}

function verifyIdentity(driver: Driver, problems: Problems): void {
  const meta = driver
    .prepare('SELECT length(generation) AS generation, length(server_key) AS server_key FROM meta')
    .get()
  if (meta?.generation !== 16 || meta.server_key !== 32) problems.add('the identity is damaged')
  if (driver.prepare('SELECT stamp FROM last_commit').get() === undefined) {
    problems.add('the number of the last commit is missing')
  }
}

const checks: readonly Check[] = [
  ...contactChecks,
  ...tallyChecks,
  {
    sql: `SELECT DISTINCT e.conversation AS id FROM entry AS e
      LEFT JOIN conversation AS c ON c.id = e.conversation WHERE c.id IS NULL`,
    problem: (row) => `entries lie in conversation ${row.id}, which is not there`,
  },
  {
    sql: `SELECT m.conversation AS id, m.account AS account FROM member AS m
      LEFT JOIN conversation AS c ON c.id = m.conversation
      LEFT JOIN account AS a ON a.id = m.account WHERE c.id IS NULL OR a.id IS NULL`,
    problem: (row) => `account ${row.account} or conversation ${row.id} of a member is not there`,
  },
  {
    sql: `SELECT r.conversation AS id, r.seq AS seq FROM remembered_id AS r
      LEFT JOIN conversation AS c ON c.id = r.conversation
      LEFT JOIN entry AS e ON e.conversation = r.conversation AND e.seq = r.seq
      WHERE e.seq IS NULL AND r.seq >= coalesce(c.first_seq, 0)`,
    problem: (row) => `an id names entry ${row.seq} of conversation ${row.id}, which is not there`,
  },
  {
    sql: `SELECT 'conversation' AS what, id FROM conversation, last_commit
        WHERE touched > last_commit.stamp
      UNION ALL SELECT 'member of conversation', conversation FROM member, last_commit
        WHERE touched > last_commit.stamp`,
    problem: (row) => `${row.what} ${row.id} was touched by a commit that is yet to come`,
  },
  {
    sql: `SELECT a.id AS id FROM account AS a LEFT JOIN
        (SELECT account, max(seq) AS head, sum(length(body) > 0) AS items,
          sum(length(body) = 0) AS tombstones FROM account_item GROUP BY account) AS i
        ON i.account = a.id
      WHERE a.items <> coalesce(i.items, 0) OR a.tombstones <> coalesce(i.tombstones, 0)
        OR a.log_seq < coalesce(i.head, 0)`,
    problem: (row) => `the account log of account ${row.id} does not fit its head`,
  },
  {
    sql: `SELECT d.id AS id FROM device AS d LEFT JOIN account AS a ON a.id = d.account
      WHERE a.id IS NULL`,
    problem: (row) => `device ${row.id} belongs to no account`,
  },
  {
    sql: `SELECT t.device AS id FROM
        (SELECT device FROM access_token UNION SELECT device FROM refresh_token) AS t
      LEFT JOIN device AS d ON d.id = t.device WHERE d.id IS NULL OR d.ended_ms > 0`,
    problem: (row) => `tokens belong to device ${row.id}, which has ended or is not there`,
  },
  {
    sql: `SELECT d.id AS id FROM device AS d
      LEFT JOIN (SELECT device, sum(role = ${refreshRoles.current}) AS current,
        sum(role = ${refreshRoles.previous}) AS previous FROM refresh_token GROUP BY device) AS r
        ON r.device = d.id
      WHERE d.ended_ms = 0 AND (coalesce(r.current, 0) <> 1 OR r.previous > 1)`,
    problem: (row) => `device ${row.id} does not have one current refresh token`,
  },
  {
    sql: `SELECT device AS id FROM access_token GROUP BY device
      HAVING count(*) > ${accessTokensPerDeviceMax}`,
    problem: (row) => `device ${row.id} has too many access tokens`,
  },
]
