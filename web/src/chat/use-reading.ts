import type { Conversation, ConversationSummary } from '@parley/client/browser'
import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { VirtualizerHandle } from 'virtua'
import type { TimelineRow } from './timeline.ts'

export interface ReadingInput {
  list: RefObject<VirtualizerHandle | null>
  rows: readonly TimelineRow[]
  conversation: Conversation
  summary: ConversationSummary
  isPlaced: boolean
}

/** Marks as read what was on the screen of somebody who looks at it: in front, focused, scrolled there. */
export function useReading(input: ReadingInput): { look(): void } {
  const latest = useRef(input)
  const frame = useRef(0)
  useLayoutEffect(() => {
    latest.current = input
  })

  const mark = useCallback(() => {
    frame.current = 0
    const { list, rows, conversation, summary, isPlaced } = latest.current
    const { current: handle } = list
    if (!isPlaced || handle === null || rows.length === 0) return
    if (document.visibilityState !== 'visible' || !document.hasFocus()) return
    const end = handle.scrollOffset + handle.viewportSize
    let index = Math.min(handle.findItemIndex(end), rows.length - 1)
    // A row whose lower half is below the edge is not read yet.
    const middle = handle.getItemOffset(index) + handle.getItemSize(index) / 2
    if (middle > end) index -= 1
    while (index >= 0 && (rows[index]?.message.seq ?? 0) === 0) index -= 1
    const seq = rows[index]?.message.seq ?? 0
    if (seq > summary.read && seq > 0) conversation.markRead(seq)
  }, [])

  const look = useCallback(() => {
    if (frame.current === 0) frame.current = requestAnimationFrame(mark)
  }, [mark])

  useEffect(() => {
    look()
  }, [look, input.rows, input.isPlaced, input.summary.unread])

  useEffect(() => {
    addEventListener('focus', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      removeEventListener('focus', look)
      document.removeEventListener('visibilitychange', look)
      cancelAnimationFrame(frame.current)
      frame.current = 0
    }
  }, [look])

  return { look }
}
