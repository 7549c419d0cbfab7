import { membersInlineMax } from '../entry-store.ts'
import type { AccountId, ConversationId } from '../model.ts'
import type { ReadTables } from './tables.ts'

/** Accounts that are in it, where these are few enough to be told along. */
export function inlineMembers(
  tables: ReadTables,
  id: ConversationId,
): readonly AccountId[] | undefined {
  const members = tables.membersIn(id, membersInlineMax + 1)
  return members.length > membersInlineMax ? undefined : members
}
