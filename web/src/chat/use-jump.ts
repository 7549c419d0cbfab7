import type { Conversation } from '@parley/client/browser'
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { VirtualizerHandle } from 'virtua'
import type { TimelineRow } from './timeline.ts'

/** A row that was gone to stays marked so long. */
const markedMs = 2_200
/** Rows are measured when they are first on the screen: a far one has its place after a few frames. */
const settleFrames = 4

export interface JumpInput {
  list: RefObject<VirtualizerHandle | null>
  rows: readonly TimelineRow[]
  conversation: Conversation
  /** Said before the view is moved: the end is not followed any more. */
  leaveEnd: () => void
}

/** Goes to a message, which is paged in when it is not there, and marks it for a moment. */
export function useJump({ list, rows, conversation, leaveEnd }: JumpInput) {
  const [marked, setMarked] = useState(0)
  const wanted = useRef(0)
  const latest = useRef({ rows, leaveEnd })
  useLayoutEffect(() => {
    latest.current = { rows, leaveEnd }
  })

  const settle = useCallback(
    (frames: number) => {
      const index = latest.current.rows.findIndex(({ message }) => message.seq === wanted.current)
      if (index < 0 || wanted.current === 0) return
      latest.current.leaveEnd()
      list.current?.scrollToIndex(index, { align: 'center' })
      if (frames > 0) return void requestAnimationFrame(() => settle(frames - 1))
      setMarked(wanted.current)
      wanted.current = 0
    },
    [list],
  )

  useEffect(() => {
    if (wanted.current > 0) settle(settleFrames)
  }, [rows, settle])

  useEffect(() => {
    if (marked === 0) return undefined
    const timer = setTimeout(() => setMarked(0), markedMs)
    return () => clearTimeout(timer)
  }, [marked])

  const jumpTo = useCallback(
    (seq: number) => {
      wanted.current = seq
      setMarked(0)
      latest.current.leaveEnd()
      if (latest.current.rows.some(({ message }) => message.seq === seq))
        return settle(settleFrames)
      // Its rows come by the next rendering; when they do not come there is nowhere to go.
      conversation.openAt(seq).catch(() => {
        wanted.current = 0
      })
    },
    [conversation, settle],
  )
  return { marked, jumpTo }
}
