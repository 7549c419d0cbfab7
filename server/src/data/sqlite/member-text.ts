import type { AccountId, ConversationId } from '../model.ts'
import type { ConversationRow, MemberRow, Membership } from '../rules/tables.ts'
import { conversationSum, memberSum, RowDamaged } from './row-sum.ts'
import { toIntervals, type SqlRow } from './rows.ts'

/**
 * Heads and members as texts of their numbers: making values costs more than finding the rows
 * (docs/decisions/0003-storage-layout.md). Intervals stand beside them.
 */
const memberNumbers = (alias: string) =>
  [
    ...['account', 'conversation', 'role', 'from_seq', 'to_seq', 'delivered', 'read'],
    ...['read_count', 'own_after', 'touched', 'sum'],
  ]
    .map((column) => `${alias}.${column}`)
    .join(', ')
const memberNumbersCount = 11
const conversationNumbersCount = 10

/** Of one account, with its conversation and, of a direct one, the other side. */
export const membershipSql = `SELECT m.earlier AS earlier, p.earlier AS peer_earlier,
    concat_ws(',', c.id, c.kind, c.low, c.high, c.head_seq, c.head_count, c.head_time_ms, c.first_seq,
      c.touched, c.sum, ${memberNumbers('m')}, ${memberNumbers('p')}) AS numbers
  FROM conversation AS c CROSS JOIN member AS m ON m.account = ? AND m.conversation = c.id
    LEFT JOIN member AS p
      ON p.account = CASE c.low WHEN ? THEN c.high ELSE c.low END AND p.conversation = c.id
  WHERE c.id = ?`

/** Of one conversation, to which a condition is added. */
export const membersSql = `SELECT m.earlier AS earlier, concat_ws(',', ${memberNumbers('m')}) AS numbers
  FROM member AS m WHERE m.conversation = ?`

/** @throws RowDamaged */
export function membershipOf(
  conversation: ConversationId,
  account: AccountId,
  row: SqlRow,
): Membership {
  const numbers = numbersOf(row)
  const head = checkedConversation(numbers)
  const memberAt = conversationNumbersCount
  const peerAt = memberAt + memberNumbersCount
  const member = checkedMember(numbers, memberAt, row.earlier as string)
  const isRight =
    head.id === conversation && member.conversation === conversation && member.account === account
  if (!isRight) throw new RowDamaged('member', 'it lies in the place of another')
  if (numbers.length <= peerAt) return { conversation: head, member, peer: undefined }
  const peer = checkedMember(numbers, peerAt, row.peer_earlier as string)
  return { conversation: head, member, peer: { delivered: peer.delivered, read: peer.read } }
}

/** @throws RowDamaged */
export function memberOfText(conversation: ConversationId, row: SqlRow): MemberRow {
  const member = checkedMember(numbersOf(row), 0, row.earlier as string)
  if (member.conversation !== conversation) throw new RowDamaged('member', 'it lies elsewhere')
  return member
}

const comma = 44
const zero = 48

/** NOTE by hand: half the time of `split` and `Number`. What is no digit gives a number that fits no sum. */
function numbersOf(row: SqlRow): number[] {
  const text = row.numbers as string
  const numbers: number[] = []
  let number = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === comma) {
      numbers.push(number)
      number = 0
    } else number = 10 * number + (code - zero)
  }
  numbers.push(number)
  return numbers
}

function checkedConversation(numbers: readonly number[]): ConversationRow {
  const [id = 0, kind = 0, low = 0, high = 0, headSeq = 0, headCount = 0, headTimeMs = 0] = numbers
  const [firstSeq = 0, touched = 0, sum] = numbers.slice(7)
  const row = { id, kind, low, high, headSeq, headCount, headTimeMs, firstSeq, touched }
  if (conversationSum(row) !== sum) throw new RowDamaged('conversation')
  return row
}

function checkedMember(numbers: readonly number[], at: number, earlier: string): MemberRow {
  const row = {
    account: numbers[at] ?? 0,
    conversation: numbers[at + 1] ?? 0,
    role: numbers[at + 2] ?? 0,
    fromSeq: numbers[at + 3] ?? 0,
    toSeq: numbers[at + 4] ?? 0,
    earlier: toIntervals(earlier),
    delivered: numbers[at + 5] ?? 0,
    read: numbers[at + 6] ?? 0,
    readCount: numbers[at + 7] ?? 0,
    ownAfter: numbers[at + 8] ?? 0,
    touched: numbers[at + 9] ?? 0,
  }
  if (memberSum(row, earlier) !== numbers[at + 10]) throw new RowDamaged('member')
  return row
}
