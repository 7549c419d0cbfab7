import { contactStates, type Relation } from '../contact-store.ts'
import type { AccountId, ConversationId } from '../model.ts'
import { contactTable, isOpen } from './contact-tables.ts'
import { directKind, peerOf } from './direct-conversation.ts'
import type { ReadTables } from './tables.ts'

export function relationOf(tables: ReadTables, account: AccountId, other: AccountId): Relation {
  const row = tables.row(contactTable, [account, other])
  return {
    isContact: row?.state === contactStates.contact,
    isOpen: row !== undefined && isOpen(row),
    isBarred: row?.barred === 1,
    hasBlocked: row?.blocked === 1,
  }
}

/** A direct conversation in which one has blocked the other. */
export function isCutOff(
  tables: ReadTables,
  account: AccountId,
  conversation: ConversationId,
): boolean {
  const row = tables.conversation(conversation)
  if (row === undefined || row.kind !== directKind) return false
  const { isBarred, hasBlocked } = relationOf(tables, account, peerOf(row, account))
  return isBarred || hasBlocked
}
