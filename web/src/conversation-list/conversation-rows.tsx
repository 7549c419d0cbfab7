import type { ConversationSummary } from '@parley/client/browser'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import type { Route } from '../routes/route.ts'
import { useNow } from '../i18n/use-now.ts'
import { ConversationRow } from './conversation-row.tsx'
import styles from './conversation-rows.module.css'
import { isAt } from './conversation-route.ts'
import { useWatchedPresence } from './use-watched-presence.ts'

const rowHeight = 70
/** Rows beyond the edge whose presence is watched too, so that scrolling shows no blank dots. */
const presenceMargin = 8

export interface ConversationRowsProps {
  summaries: readonly ConversationSummary[]
  route: Route
}

/** One stop for Tab; the arrows move inside (roving focus). Only what is near the screen is in the page. */
export function ConversationRows({ summaries, route }: ConversationRowsProps) {
  const list = useRef<VirtualizerHandle>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const [focusedKey, setFocusedKey] = useState<string>()
  const [range, setRange] = useState({ first: 0, last: 20 })
  const nowMs = useNow()
  const current = summaries.findIndex((summary) => isAt(summary, route))
  const focused = summaries.findIndex(({ key }) => key === focusedKey)
  const stop = focused >= 0 ? focused : Math.max(current, 0)
  const kept = useMemo(() => [stop], [stop])
  useWatchedPresence(summaries, range)

  const updateRange = () => {
    const { current: handle } = list
    if (handle === null) return
    const first = Math.max(0, handle.findItemIndex(handle.scrollOffset) - presenceMargin)
    const end = handle.scrollOffset + handle.viewportSize
    const last = handle.findItemIndex(end) + presenceMargin
    setRange((old) => (old.first === first && old.last === last ? old : { first, last }))
  }

  const shownKey = current < 0 ? undefined : summaries[current]?.key
  useEffect(() => {
    if (current >= 0) list.current?.scrollToIndex(current, { align: 'nearest' })
    // Only when another conversation is chosen: a reader who scrolled away stays where he is.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [shownKey])

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const next = step(event.key, stop, summaries.length)
    const summary = next === undefined ? undefined : summaries[next]
    if (next === undefined || summary === undefined) return
    event.preventDefault()
    setFocusedKey(summary.key)
    list.current?.scrollToIndex(next, { align: 'nearest' })
    // The row may only now come into the page.
    requestAnimationFrame(() => {
      scroller.current
        ?.querySelector<HTMLElement>(`[data-row="${CSS.escape(summary.key)}"]`)
        ?.focus()
    })
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it only hears the keys of its links
    <div ref={scroller} className={styles.scroller} onKeyDown={onKeyDown}>
      <Virtualizer
        ref={list}
        as="ul"
        item="li"
        data={summaries}
        itemSize={rowHeight}
        keepMounted={kept}
        onScroll={updateRange}
        onResize={updateRange}
      >
        {(summary, index) => (
          <ConversationRow
            key={summary.key}
            summary={summary}
            isCurrent={index === current}
            isStop={index === stop}
            onFocus={() => setFocusedKey(summary.key)}
            nowMs={nowMs}
          />
        )}
      </Virtualizer>
    </div>
  )
}

function step(key: string, at: number, length: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(at + 1, length - 1)
  if (key === 'ArrowUp') return Math.max(at - 1, 0)
  if (key === 'Home') return 0
  if (key === 'End') return length - 1
  return undefined
}
