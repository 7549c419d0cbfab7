import { mayInGroup, type ErrorName } from '@parley/protocol'
import type { NewEntry } from '../entry-store.ts'
import type { AccountId, Seq } from '../model.ts'
import { isCountable } from './countable.ts'
import { groupRow, memberRow } from './group-rows.ts'
import { groupMemberTable, groupTable } from './group-tables.ts'
import type { ConversationRow, MemberRow, Tables } from './tables.ts'

/** What speaks against a send of one who is in the group, checked in its transaction (R10). */
export function groupRefusal(
  tables: Tables,
  { id }: ConversationRow,
  member: MemberRow,
  input: Pick<NewEntry, 'nowMs' | 'guards'> & { isRecall: boolean },
): ErrorName | undefined {
  const { nowMs, guards } = input
  const group = groupRow(tables, id)
  if (group.dissolvedSeq > 0) return 'WRONG_STATE'
  if (input.isRecall) return undefined
  const { role } = member
  if (group.allMuted === 1 && !mayInGroup('writeWhileAllMuted', role, group)) return 'MUTED'
  if (memberRow(tables, id, member.account).mutedUntilMs > nowMs) return 'MUTED'
  if (guards.mentionsAll === true && !mayInGroup('mentionAll', role, group)) return 'FORBIDDEN'
  return (guards.mentions ?? []).every((account) => tables.member(id, account)?.toSeq === 0)
    ? undefined
    : 'WRONG_STATE'
}

/** In a direct conversation only the two sides can be named, and nobody is everybody. */
export function strayMention({ guards, sender }: NewEntry, peer: AccountId): ErrorName | undefined {
  const { mentions = [], mentionsAll = false } = guards
  if (mentionsAll) return 'WRONG_STATE'
  const isStray = mentions.some((account) => account !== sender && account !== peer)
  return isStray ? 'WRONG_STATE' : undefined
}

/** Who is named sees it in the list of conversations, until it is read. @returns by which entry members are who they are */
export function noteMentions(
  tables: Tables,
  { guards, sender, kind }: NewEntry,
  { id, headSeq }: ConversationRow,
): Seq {
  const group = groupRow(tables, id)
  const { mentions = [], mentionsAll = false } = guards
  if (!isCountable(kind)) return group.membersSeq
  if (mentionsAll) {
    tables.putRow(groupTable, { ...group, mentionAllSeq: headSeq, mentionAllBy: sender })
  }
  for (const account of mentions) {
    if (account === sender) continue
    tables.putRow(groupMemberTable, { ...memberRow(tables, id, account), mentionedSeq: headSeq })
  }
  return group.membersSeq
}
