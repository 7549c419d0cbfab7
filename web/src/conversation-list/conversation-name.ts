import type { ConversationSummary } from '@parley/client/browser'
import { nameOf } from '../contacts/name-of.ts'
import { useContact } from '../contacts/use-contacts.ts'

/** What a conversation is called. `remark`: the own name for the other account of a direct one. */
export function conversationName(summary: ConversationSummary, remark = ''): string {
  const { group, peerProfile } = summary
  if (group !== undefined) return group.remark || group.name
  return nameOf(peerProfile, remark)
}

export function useConversationName(summary: ConversationSummary): string {
  return conversationName(summary, useContact(summary.peer)?.remark)
}
