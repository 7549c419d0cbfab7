import type { Conversation } from '@parley/client/browser'
import { useEffect, useRef, useState, type RefObject } from 'react'

export interface DraftInput {
  conversation: Conversation
  /** As the client knows it; another device may change it. */
  stored: string
  area: RefObject<HTMLTextAreaElement | null>
}

/**
 * What stands in the composer. It is the account's draft, shared by its devices; but nothing that comes from elsewhere
 * ever changes a text while somebody writes in it.
 */
export function useDraft({ conversation, stored, area }: DraftInput) {
  const [value, setValue] = useState(stored)
  const known = useRef(stored)
  useEffect(() => {
    if (stored === known.current) return
    known.current = stored
    if (document.activeElement !== area.current || !document.hasFocus()) setValue(stored)
  }, [stored, area])
  const change = (next: string) => {
    known.current = next
    setValue(next)
    conversation.setDraft(next)
  }
  return { value, change, clear: () => change('') }
}
