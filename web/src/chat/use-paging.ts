import type { Conversation, WindowSnapshot } from '@parley/client/browser'
import { useCallback, useRef, useState } from 'react'

export interface Paging {
  /** The last page asked for did not come. Scrolling does not ask again by itself, a press does. */
  failed: boolean
  older(): void
  newer(): void
}

/** Asks for pages, one at a time. */
export function usePaging(conversation: Conversation, view: WindowSnapshot): Paging {
  const [failed, setFailed] = useState(false)
  const busy = useRef(false)
  const ask = useCallback(async (page: () => Promise<number>) => {
    if (busy.current) return
    busy.current = true
    try {
      await page()
      setFailed(false)
    } catch {
      setFailed(true)
    } finally {
      busy.current = false
    }
  }, [])
  const older = () => {
    if (view.hasOlder) void ask(() => conversation.older())
  }
  const newer = () => {
    if (view.hasNewer) void ask(() => conversation.newer())
  }
  return { failed, older, newer }
}
