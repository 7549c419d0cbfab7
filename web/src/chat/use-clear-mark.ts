import type { Conversation } from '@parley/client/browser'
import { useEffect } from 'react'

/** Who opens what was marked as unread has come back to it. While it stands open it can be marked again. */
export function useClearMark(conversation: Conversation): void {
  useEffect(() => {
    if (!conversation.summary.getSnapshot().markedUnread) return
    // Without a connection the mark stays, and the next opening takes it away.
    conversation.set({ markedUnread: false }).catch(() => {})
  }, [conversation])
}
