import type { Conversation } from '@parley/client/browser'
import { useEffect, useRef, useState } from 'react'

/**
 * What stands in the composer. It is the account's draft, shared by its devices and kept over a reload; but nothing
 * that comes from elsewhere ever changes a text while somebody writes in it.
 */
export function useDraft(conversation: Conversation, stored: string) {
  const [value, setValue] = useState(stored)
  const known = useRef(stored)
  const isWriting = useRef(false)
  useEffect(() => {
    if (stored === known.current) return
    known.current = stored
    if (!isWriting.current) setValue(stored)
  }, [stored])
  const change = (next: string) => {
    isWriting.current = next !== ''
    known.current = next
    setValue(next)
    conversation.setDraft(next)
  }
  const rest = () => {
    isWriting.current = false
  }
  return { value, change, clear: () => change(''), rest }
}
