import type { ConversationSummary } from '@parley/client/browser'

/** What a conversation is called. Until a profile is known, nothing: a number would say less. */
export function conversationName(summary: ConversationSummary): string {
  const { group, peerProfile } = summary
  if (group !== undefined) return group.remark || group.name
  if (peerProfile === undefined) return '…'
  return peerProfile.displayName || peerProfile.handle
}
