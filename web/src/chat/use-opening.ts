import type { Conversation } from '@parley/client/browser'
import { useEffect, useState } from 'react'

/**
 * Makes ready what is looked at first: the newest page, or the page around the first unread message when that lies
 * before it. The result is what went wrong, if anything.
 */
export function useOpening(conversation: Conversation): unknown {
  const [failed, setFailed] = useState<unknown>()
  useEffect(() => {
    const abort = new AbortController()
    const { signal } = abort
    const open = async () => {
      if (conversation.window.getSnapshot().hasNewer) await conversation.openLatest({ signal })
      else await conversation.open({ signal })
      const { read, unread } = conversation.summary.getSnapshot()
      const first = conversation.window.getSnapshot().messages.find(({ seq }) => seq > 0)
      const isBefore = unread > 0 && first !== undefined && first.seq > read + 1
      if (isBefore) await conversation.openAt(read + 1, { signal })
    }
    open().catch((thrown: unknown) => {
      if (!signal.aborted) setFailed(thrown)
    })
    return () => abort.abort()
  }, [conversation])
  return failed
}
