import type { Conversation } from '@parley/client/browser'
import { useEffect, useState } from 'react'

export interface Opening {
  isDone: boolean
  /** Why it could not be made ready. What is in the cache may be shown all the same. */
  error: unknown
}

/**
 * Makes ready what is looked at first: the newest page, or the page around the first unread message when that lies
 * before it. Until that is known nothing is shown: at the wrong place it would count as read.
 */
export function useOpening(conversation: Conversation): Opening {
  const [opening, setOpening] = useState<Opening>({ isDone: false, error: undefined })
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
    open().then(
      () => setOpening({ isDone: true, error: undefined }),
      (error: unknown) => {
        if (!signal.aborted) setOpening({ isDone: true, error })
      },
    )
    return () => abort.abort()
  }, [conversation])
  return opening
}
