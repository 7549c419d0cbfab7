import type { Seq } from '../model.ts'
import type { ConversationRow, Interval, MemberRow } from './tables.ts'

/** What a member may see of the log as it is now, ascending (R10). */
export function visibleIntervals(conversation: ConversationRow, member: MemberRow): Interval[] {
  const last = { fromSeq: member.fromSeq, toSeq: headFor(conversation, member) }
  return [...member.earlier, last]
    .map(({ fromSeq, toSeq }) => ({ fromSeq: Math.max(fromSeq, conversation.firstSeq), toSeq }))
    .filter(({ fromSeq, toSeq }) => fromSeq <= toSeq)
}

/** Whether a member may see entry `seq` of a log that reaches there. */
export function sees({ fromSeq, toSeq, earlier }: MemberRow, seq: Seq): boolean {
  if (seq >= fromSeq) return toSeq === 0 || seq <= toSeq
  return earlier.some((interval) => interval.fromSeq <= seq && seq <= interval.toSeq)
}

/** The last entry a member may see: of one who left, the end of the last interval. */
export function headFor(conversation: ConversationRow, member: MemberRow): Seq {
  return member.toSeq === 0 ? conversation.headSeq : Math.min(member.toSeq, conversation.headSeq)
}

/** The first entry still kept that a member may see, even where the log does not reach it yet. */
export function firstFor(conversation: ConversationRow, member: MemberRow): Seq {
  const first = visibleIntervals(conversation, member)[0]
  return first?.fromSeq ?? Math.max(member.fromSeq, conversation.firstSeq)
}

/** The one of these that holds a seq. */
export function intervalWith(intervals: readonly Interval[], seq: Seq): Interval | undefined {
  return intervals.find(({ fromSeq, toSeq }) => fromSeq <= seq && seq <= toSeq)
}
