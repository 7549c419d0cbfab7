import { deletedRangesMax, wire } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { AccountId, ConversationId, Seq } from '../model.ts'
import { deletedKey, type Deletion, type OwnStateStore } from '../own-state-store.ts'
import { isAct } from './countable.ts'
import { headFor, intervalWith, visibleIntervals } from './intervals.ts'
import { ownStateRow } from './own-state-table.ts'
import { covers, seqRanges, withRange, writtenRanges } from './seq-ranges.ts'
import type { ConversationRow, Interval, Tables } from './tables.ts'
import { putReservedItem } from './write-account-items.ts'
import { membershipOf, putOwnState } from './write-own-state.ts'

export interface DeleteForMeOperation {
  type: 'deleteForMe'
  account: AccountId
  conversation: ConversationId
  what: Deletion
  nowMs: number
}

export interface DeleteForMeResults {
  deleteForMe: Awaited<ReturnType<OwnStateStore['deleteForMe']>>
}

/** Acts between two deleted entries that are looked at, so that both become one range. */
const actsBetweenMax = 16

/** Everything or nothing of what is named (R14); in one commit with the item that tells the account's devices (R3). */
export function deleteForMe(
  tables: Tables,
  { account, conversation: id, what, nowMs }: DeleteForMeOperation,
): DeleteForMeResults['deleteForMe'] {
  const { conversation, member } = membershipOf(tables, id, account)
  const before = ownStateRow(tables, account, id)
  const intervals = visibleIntervals(conversation, member)
  const { seqs, upTo } = what
  if (upTo > headFor(conversation, member)) throw new Refusal('NOT_FOUND')

  let ranges = seqRanges(before.deleted)
  const written = ranges
  if (upTo > 0) ranges = withRange(ranges, { fromSeq: 1, toSeq: upTo })
  for (const seq of seqs) {
    if (covers(ranges, seq)) continue
    checkDeletable(tables, id, intervals, seq)
    ranges = joined(tables, conversation, withRange(ranges, { fromSeq: seq, toSeq: seq }), seq)
  }
  if (ranges.length > deletedRangesMax && ranges.length > written.length)
    throw new Refusal('LIMIT_REACHED', 'too many single entries: delete the history up to one')

  const key = deletedKey(id)
  const deleted = writtenRanges(ranges)
  if (deleted === before.deleted)
    return { item: tables.accountItem(account, key), isChanged: false }
  putOwnState(tables, { ...before, deleted })
  const body = wire.DeletedEntries.encode({ ranges: [...ranges] }).finish()
  return { item: putReservedItem(tables, account, { key, body, nowMs }), isChanged: true }
}

/** @throws Refusal NOT_FOUND, WRONG_STATE */
function checkDeletable(
  tables: Tables,
  id: ConversationId,
  intervals: readonly Interval[],
  seq: Seq,
): void {
  const isSeen = intervalWith(intervals, seq) !== undefined
  const entry = isSeen ? tables.entry(id, seq) : undefined
  if (entry === undefined) throw new Refusal('NOT_FOUND', `there is no entry ${seq}`)
  // NOTE a device that was away learns of an act by its entry.
  if (isAct(entry.kind)) throw new Refusal('WRONG_STATE', `entry ${seq} is an act`)
}

/** The range around `seq` takes in its neighbours where only acts on deleted entries lie between. */
function joined(
  tables: Tables,
  { id: conversation }: ConversationRow,
  ranges: readonly Interval[],
  seq: Seq,
): readonly Interval[] {
  const at = ranges.findIndex(({ fromSeq, toSeq }) => fromSeq <= seq && seq <= toSeq)
  const isNothing = (former: Interval | undefined, next: Interval | undefined): boolean => {
    if (former === undefined || next === undefined) return false
    const [fromSeq, toSeq] = [former.toSeq + 1, next.fromSeq - 1]
    if (toSeq - fromSeq >= actsBetweenMax) return false
    return tables
      .entries({ conversation, fromSeq, toSeq, limit: actsBetweenMax, descending: false })
      .every(({ kind, refSeq }) => isAct(kind) && covers(ranges, refSeq))
  }
  const [former, own, next] = [ranges[at - 1], ranges[at], ranges[at + 1]]
  if (own === undefined) return ranges
  const fromSeq = isNothing(former, own) ? (former?.fromSeq ?? own.fromSeq) : own.fromSeq
  const toSeq = isNothing(own, next) ? (next?.toSeq ?? own.toSeq) : own.toSeq
  return withRange(ranges, { fromSeq, toSeq })
}
