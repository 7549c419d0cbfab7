import type { AccountId, ConversationId, Seq } from '../model.ts'
import { directKind } from '../rules/direct-conversation.ts'
import type { MemberRow } from '../rules/tables.ts'
import type { Driver, SqlValue, Statement } from './driver.ts'
import { rollBackAfterFault } from './roll-back.ts'
import { checkedRow, RowDamaged, rowSum } from './row-sum.ts'
import type { Check } from './verify-check.ts'

/**
 * A row that its tree no longer leads to has no sum that could be compared: it is not there, and nothing says so. So the
 * number of an account's memberships and of a conversation's members is kept beside them, and whoever reads all of them, or
 * finds none, compares it. It changes when somebody comes or goes, not with an entry or a cursor.
 */
export const talliedBy = { account: 1, conversation: 2 } as const

export interface Tally {
  /** Rows, of those who left too. */
  members: number
  /** Of these the ones that are in it. */
  present: number
}

/** Conversations whose members were counted since the store was opened: so many are known. */
const countedMax = 10_000

type TallyOf = keyof typeof talliedBy
type Prepare = (sql: string) => Statement

const none: Tally = { members: 0, present: 0 }
// NOTE the sum is in no index: SQLite has to come to each row.
const counted =
  'count(*) AS members, coalesce(sum(m.to_seq = 0), 0) AS present, total(m.sum) AS sums'
const ofAccount = `SELECT ${counted} FROM member AS m WHERE m.account = ?`
const presentIn = `SELECT ${counted} FROM member AS m WHERE m.conversation = ? AND m.to_seq = 0`
const newestIn = `SELECT max(m.from_seq) AS newest, count(*) AS present FROM member AS m
  WHERE m.conversation = ? AND m.to_seq = 0`
const namedPresent = `SELECT 1 FROM member INDEXED BY member_conversation
  WHERE conversation = ? AND to_seq = 0 AND account = ?`
const namedFormer = `SELECT 1 FROM member INDEXED BY member_conversation
  WHERE conversation = ? AND to_seq > 0 AND account = ?`
const headOf = 'SELECT 1 FROM conversation WHERE id = ?'
const directOf = `SELECT 1 FROM member AS m LEFT JOIN conversation AS c ON c.id = m.conversation
  WHERE m.account = ? AND (c.id IS NULL OR (c.kind = ${directKind} AND c.low = ? AND c.high = ?)) LIMIT 1`

/** Compares what is found with what was counted. Every method throws RowDamaged where they differ. */
export class Tallies {
  readonly #prepare: Prepare
  readonly #counted = new Set<ConversationId>()

  constructor(prepare: Prepare) {
    this.#prepare = prepare
  }

  of(by: TallyOf, id: number): Tally {
    const row = this.#get('SELECT * FROM tally WHERE of = ? AND id = ?', talliedBy[by], id)
    if (row === undefined) return none
    const { members, present } = checkedRow('tally', row)
    return { members: members as number, present: present as number }
  }

  /** All of a conversation's rows were found: so many. */
  foundAll(conversation: ConversationId, members: number): void {
    compare(members, this.of('conversation', conversation).members)
  }

  /** All who are in it were found: so many. */
  foundPresent(conversation: ConversationId, present: number): void {
    compare(present, this.of('conversation', conversation).present)
  }

  /** Before only some of those who are in it are asked for. */
  arePresent(conversation: ConversationId): void {
    const found = this.#get(presentIn, conversation)
    this.foundPresent(conversation, Number(found?.present))
  }

  /** As arePresent, once: a page of many members must not cost what all of them cost. */
  werePresent(conversation: ConversationId): void {
    if (this.#counted.has(conversation)) return
    this.arePresent(conversation)
    if (this.#counted.size === countedMax) this.#counted.clear()
    this.#counted.add(conversation)
  }

  /** The latest beginning of a last interval; 0: nobody is in it. */
  newestJoin(conversation: ConversationId): Seq {
    const found = this.#get(newestIn, conversation)
    this.foundPresent(conversation, Number(found?.present))
    return Number(found?.newest ?? 0)
  }

  /** Before only some of an account's memberships are asked for. */
  areWhole(account: AccountId): void {
    const found = this.#get(ofAccount, account)
    const { members, present } = this.of('account', account)
    compare(Number(found?.members), members)
    compare(Number(found?.present), present)
  }

  /** There is no such conversation. */
  isNone(conversation: ConversationId): void {
    if (this.of('conversation', conversation).members > 0)
      throw new RowDamaged('conversation', 'it has members and is missing')
  }

  /** The account never was in it. */
  isStranger(conversation: ConversationId, account: AccountId): void {
    const { members, present } = this.of('conversation', conversation)
    if (members === 0) return
    const isNamed =
      this.#get(namedPresent, conversation, account) !== undefined ||
      (members > present && this.#get(namedFormer, conversation, account) !== undefined)
    if (isNamed) throw new RowDamaged('member', 'an index names it and it is missing')
    if (this.#get(headOf, conversation) === undefined) this.isNone(conversation)
  }

  /** These two have no conversation. Looked for among those of the one that has fewer. */
  haveNone(low: AccountId, high: AccountId): void {
    const [one, other] = [this.of('account', low).members, this.of('account', high).members]
    if (one === 0 || other === 0) return
    if (this.#get(directOf, one < other ? low : high, low, high) !== undefined)
      throw new RowDamaged('conversation', 'an index lacks it')
  }

  /** A row is written for the first time, or somebody comes back or goes. */
  write(row: MemberRow, before?: MemberRow): void {
    const members = before === undefined ? 1 : 0
    const present = (row.toSeq === 0 ? 1 : 0) - (before?.toSeq === 0 ? 1 : 0)
    if (members === 0 && present === 0) return
    this.#add('account', row.account, { members, present })
    this.#add('conversation', row.conversation, { members, present })
  }

  #add(by: TallyOf, id: number, more: Tally): void {
    const known = this.of(by, id)
    const values = [talliedBy[by], id, known.members + more.members, known.present + more.present]
    this.#prepare(
      'INSERT OR REPLACE INTO tally (of, id, members, present, sum) VALUES (?, ?, ?, ?, ?)',
    ).run(...values, rowSum('tally', values))
  }

  #get(sql: string, ...parameters: SqlValue[]): Record<string, SqlValue> | undefined {
    return this.#prepare(sql).get(...parameters)
  }
}

/** What `read` finds of an account, on one snapshot, when none of its memberships is missing. */
export function ofWholeAccount<T>(driver: Driver, account: AccountId, read: () => T): T {
  driver.exec('BEGIN')
  let found: T
  try {
    new Tallies((sql) => driver.prepare(sql)).areWhole(account)
    found = read()
  } catch (thrown) {
    rollBackAfterFault(driver)
    throw thrown
  }
  driver.exec('ROLLBACK')
  return found
}

function compare(found: number, tallied: number): void {
  if (found !== tallied)
    throw new RowDamaged('member', `${found} of ${tallied} that belong together are there`)
}

const differing = (by: TallyOf) => `
  SELECT '${by}' AS what, t.id AS id FROM tally AS t LEFT JOIN
    (SELECT ${by} AS id, count(*) AS members, sum(to_seq = 0) AS present FROM member GROUP BY 1) AS m
    ON m.id = t.id
    WHERE t.of = ${talliedBy[by]} AND (t.members <> coalesce(m.members, 0) OR t.present <> coalesce(m.present, 0))
  UNION ALL SELECT '${by}', m.${by} FROM member AS m
    LEFT JOIN tally AS t ON t.of = ${talliedBy[by]} AND t.id = m.${by} WHERE t.id IS NULL`

export const tallyChecks: readonly Check[] = [
  {
    sql: `${differing('account')} UNION ALL ${differing('conversation')}`,
    problem: (row) => `the members of ${row.what} ${row.id} are not as many as were counted`,
  },
]
