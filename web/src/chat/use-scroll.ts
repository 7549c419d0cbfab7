import type { Conversation, ConversationSummary, WindowSnapshot } from '@parley/client/browser'
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { VirtualizerHandle } from 'virtua'
import type { TimelineRow } from './timeline.ts'
import { useGoingBack } from './use-going-back.ts'
import type { Paging } from './use-paging.ts'
import { useReading } from './use-reading.ts'

/** This close to the end counts as being there. */
const endSlackPx = 48
/** Rows that shrink push the view back, and leave it at the end. */
const clampedPx = 1
/** The button back appears once one is this far away. */
const awayPx = 240
/** Pages are asked for before the edge is reached. */
const edgePx = 700
/** Space left above the divider when a conversation opens at it. */
const openingMarginPx = 12
/** A jump further than this is made at once: nobody follows a blur. */
const smoothPxMax = 4_000

export interface ScrollInput {
  list: RefObject<VirtualizerHandle | null>
  scroller: RefObject<HTMLDivElement | null>
  rows: readonly TimelineRow[]
  view: WindowSnapshot
  conversation: Conversation
  summary: ConversationSummary
  paging: Paging
}

/**
 * Where the reader is. Three promises: it opens at the first unread message, the newest stays in view while the reader
 * is at the end, and nothing else ever moves the view under his eyes.
 */
export function useScroll(input: ScrollInput) {
  const { list, scroller, rows, view, conversation, summary, paging } = input
  const [isPlaced, setPlaced] = useState(false)
  const [isAway, setAway] = useState(false)
  const atEnd = useRef(true)
  const lastOffset = useRef(0)
  const shift = useShift(rows)
  const read = useReading({ list, rows, conversation, summary, isPlaced })

  const keepEnd = useCallback(() => {
    const { current: element } = scroller
    // Not by the list: it would go on to the end for a while whenever a row is measured, against a reader who has left it.
    if (element !== null) element.scrollTop = element.scrollHeight
  }, [scroller])

  /** From anywhere, by rows that were never measured. */
  const goToEnd = (smooth: boolean) => {
    const { current: handle } = list
    if (handle === null || rows.length === 0) return
    const far = handle.scrollSize - handle.scrollOffset > smoothPxMax
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    handle.scrollToIndex(rows.length - 1, { align: 'end', smooth: smooth && !far && !still })
  }
  const latestGoToEnd = useRef(goToEnd)
  useLayoutEffect(() => {
    latestGoToEnd.current = goToEnd
  })

  // Opening: once, as soon as there is something to show.
  const isOpened = useRef(false)
  useLayoutEffect(() => {
    if (isOpened.current || !view.ready) return
    isOpened.current = true
    keepEnd()
    const unread = rows.findIndex(({ startsUnread }) => startsUnread)
    // Only what was measured at the end tells whether the first unread one is on the screen already.
    afterFrames(() => {
      const { current: handle } = list
      if (handle !== null && unread >= 0 && handle.getItemOffset(unread) < handle.scrollOffset) {
        atEnd.current = false
        handle.scrollToIndex(unread, { align: 'start', offset: -openingMarginPx })
        afterFrames(() => setPlaced(true))
      } else setPlaced(true)
    })
  }, [view.ready, rows, list, keepEnd])

  // What one writes oneself is always shown.
  const newest = rows.at(-1)?.message
  const newestKey = useRef(newest?.key)
  useLayoutEffect(() => {
    const isNew = newest !== undefined && newest.key !== newestKey.current
    newestKey.current = newest?.key
    if (isNew && newest.mine && newest.state === 'pending') {
      atEnd.current = true
      setAway(false)
    }
    if (isOpened.current && atEnd.current) keepEnd()
  }, [newest, keepEnd])

  const onScroll = (offset: number) => {
    const { current: handle } = list
    const { current: element } = scroller
    if (handle === null || element === null) return
    const below = handle.scrollSize - offset - handle.viewportSize
    const isBack = offset < lastOffset.current
    lastOffset.current = offset
    // Only the reader leaves the end: growth below him is followed. The list learns later than the browser that there is
    // more room, which moves the view back and leaves it at the end.
    const belowInFact = element.scrollHeight - element.scrollTop - element.clientHeight
    if (below <= (isBack ? clampedPx : endSlackPx)) atEnd.current = !view.hasNewer
    else if (isBack && Math.min(below, belowInFact) > endSlackPx) atEnd.current = false
    setAway(below > awayPx && !atEnd.current)
    read.look()
    if (!isPlaced) return
    if (offset < edgePx && !paging.failed) paging.older()
    if (below < edgePx) paging.newer()
  }

  const onResize = () => {
    if (isOpened.current && atEnd.current) keepEnd()
    read.look()
  }

  useGoingBack(scroller, () => {
    atEnd.current = false
  })
  useKeptEnd(scroller, () => {
    if (isOpened.current && atEnd.current) keepEnd()
  })
  // Where the view does not move no scroll event comes to ask for the next page: one that does not fill the screen, or
  // the end of what is there while it opened.
  useEffect(() => {
    const { current: handle } = list
    if (!isPlaced || handle === null || paging.failed) return
    const below = handle.scrollSize - handle.scrollOffset - handle.viewportSize
    if (below < edgePx) paging.newer()
    if (handle.scrollOffset < edgePx) paging.older()
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isPlaced, rows.length])

  const toNewest = () => {
    atEnd.current = true
    setAway(false)
    if (!view.hasNewer) return goToEnd(true)
    const arrive = () => afterFrames(() => atEnd.current && latestGoToEnd.current(false), 1)
    conversation.openLatest().then(arrive, () => {})
  }
  /** The view is about to be moved somewhere else: the end is not followed any more. */
  const leaveEnd = useCallback(() => {
    atEnd.current = false
  }, [])
  return { isPlaced, isAway, shift, onScroll, onResize, toNewest, leaveEnd }
}

/** Rows are measured in one frame and take their places in the next. */
function afterFrames(run: () => void, frames = 3) {
  requestAnimationFrame(() => (frames > 1 ? afterFrames(run, frames - 1) : run()))
}

/** True in the one rendering where rows came or went at the beginning: then the end is what stays in place. */
function useShift(rows: readonly TimelineRow[]): boolean {
  const shown = useRef(rows)
  const before = shown.current
  useLayoutEffect(() => {
    shown.current = rows
  })
  const [oldFirst, newFirst] = [before[0]?.message.key, rows[0]?.message.key]
  if (oldFirst === undefined || newFirst === undefined || oldFirst === newFirst) return false
  const has = (list: readonly TimelineRow[], key: string) =>
    list.some(({ message }) => message.key === key)
  return has(rows, oldFirst) || has(before, newFirst)
}

/** Runs when the visible height changes: a keyboard comes up, the composer grows. */
function useKeptEnd(scroller: RefObject<HTMLDivElement | null>, keep: () => void) {
  const latest = useRef(keep)
  useLayoutEffect(() => {
    latest.current = keep
  })
  useEffect(() => {
    if (scroller.current === null) return undefined
    const observer = new ResizeObserver(() => latest.current())
    observer.observe(scroller.current)
    return () => observer.disconnect()
  }, [scroller])
}
