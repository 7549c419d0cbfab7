import type { ConversationSummary, WindowSnapshot } from '@parley/client/browser'
import { useEffect, useState } from 'react'

/**
 * Above what the divider "unread" stands: the read cursor at the moment of looking, so that it does not move while one
 * reads. Looking begins when the conversation is opened, and again when the page comes back to the front.
 */
export function useUnreadDivider(
  summary: ConversationSummary,
  view: WindowSnapshot,
): number | undefined {
  const [after, setAfter] = useState(() => (summary.unread > 0 ? summary.read : undefined))
  const [isAway, setAway] = useState(() => !document.hasFocus())
  useEffect(() => {
    const look = () => setAway(!document.hasFocus() || document.visibilityState !== 'visible')
    addEventListener('focus', look)
    addEventListener('blur', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      removeEventListener('focus', look)
      removeEventListener('blur', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  // Away, the first unread one is found anew as long as nothing was unread before.
  const { unread, read } = summary
  if (isAway && unread > 0 && after !== read && (after === undefined || after < read))
    setAfter(read)
  // Who answers has read.
  const last = view.messages.at(-1)
  if (after !== undefined && last?.mine === true && last.state === 'pending') setAfter(undefined)
  return after
}
