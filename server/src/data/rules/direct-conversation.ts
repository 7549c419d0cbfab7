import { wire } from '@parley/protocol'
import type { AccountId, ConversationId, Target } from '../model.ts'
import type { ConversationRow, MemberRow, ReadTables, Tables } from './tables.ts'

export const directKind: number = wire.ConversationKind.CONVERSATION_KIND_DIRECT

/** The conversation that a target names for an account, whether or not it is in it. */
export function targetOf(
  tables: ReadTables,
  account: AccountId,
  target: Target,
): ConversationId | undefined {
  if ('conversation' in target) return target.conversation
  return tables.direct(Math.min(account, target.account), Math.max(account, target.account))
}

/** Of a direct conversation the other side; of one with oneself, oneself. */
export function peerOf(conversation: ConversationRow, account: AccountId): AccountId {
  if (conversation.kind !== directKind) return 0
  return conversation.low === account ? conversation.high : conversation.low
}

/** Both sides are in it from its first entry on; there is one for two accounts, whoever writes first. */
export function createDirect(
  tables: Tables,
  id: ConversationId,
  one: AccountId,
  other: AccountId,
): ConversationRow {
  if (tables.conversation(id) !== undefined) throw new Error('a new conversation id is in use')
  const touched = tables.stamp()
  const row: ConversationRow = {
    id,
    kind: directKind,
    low: Math.min(one, other),
    high: Math.max(one, other),
    headSeq: 0,
    headCount: 0,
    headTimeMs: 0,
    firstSeq: 1,
    touched,
  }
  tables.putConversation(row)
  for (const account of new Set([one, other])) tables.putMember(newMember(id, account, touched))
  return row
}

function newMember(conversation: ConversationId, account: AccountId, touched: number): MemberRow {
  return {
    conversation,
    account,
    role: 0,
    fromSeq: 1,
    toSeq: 0,
    earlier: [],
    delivered: 0,
    read: 0,
    readCount: 0,
    ownAfter: 0,
    touched,
  }
}
