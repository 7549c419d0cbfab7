import type { ConversationSummary } from '@parley/client/browser'
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import type { MenuPoint } from '../kit/menu.tsx'
import type { Route } from '../routes/route.ts'
import { useNow } from '../i18n/use-now.ts'
import { ConversationRow } from './conversation-row.tsx'
import styles from './conversation-rows.module.css'
import { isAt } from './conversation-route.ts'
import type { Keeper } from './use-keeping.ts'
import { useWatchedPresence } from './use-watched-presence.ts'

const RowMenu = lazy(async () => ({ default: (await import('./row-menu.tsx')).RowMenu }))

const rowHeight = 70
/** Rows beyond the edge whose presence is watched too, so that scrolling shows no blank dots. */
const presenceMargin = 8

export interface ConversationRowsProps {
  summaries: readonly ConversationSummary[]
  route: Route
  keeper: Keeper
}

/** One stop for Tab; the arrows move inside (roving focus). Only what is near the screen is in the page. */
export function ConversationRows({ summaries, route, keeper }: ConversationRowsProps) {
  const list = useRef<VirtualizerHandle>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const [focusedKey, setFocusedKey] = useState<string>()
  const [menu, setMenu] = useState<{ key: string; anchor: Element | MenuPoint | undefined }>()
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

  const latest = useRef(summaries)
  useEffect(() => {
    latest.current = summaries
  }, [summaries])

  /** The focus of a row that went with what was set goes to the one in its place. */
  const holdFocus = (place: number) => () => {
    // Twice: a dialog that closes gives its focus back in the first.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body
        if (isLost) focusRow(Math.min(place, latest.current.length - 1))
      }),
    )
  }

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const next = step(event.key, stop, summaries.length)
    const summary = next === undefined ? undefined : summaries[next]
    if (next === undefined || summary === undefined) return
    event.preventDefault()
    focusRow(next)
  }

  const focusRow = (next: number) => {
    const summary = latest.current[next]
    if (summary === undefined) return
    setFocusedKey(summary.key)
    list.current?.scrollToIndex(next, { align: 'nearest' })
    // The row may only now come into the page.
    requestAnimationFrame(() => {
      scroller.current
        ?.querySelector<HTMLElement>(`[data-row="${CSS.escape(summary.key)}"]`)
        ?.focus()
    })
  }

  const opened = summaries.find(({ key }) => key === menu?.key)
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it only hears the keys of its links */}
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
              onMenu={(anchor) => setMenu({ key: summary.key, anchor })}
              nowMs={nowMs}
            />
          )}
        </Virtualizer>
      </div>
      {menu !== undefined && opened !== undefined && (
        <Suspense fallback={null}>
          <RowMenu
            key={menu.key}
            summary={opened}
            anchor={menu.anchor}
            isCurrent={opened.key === shownKey}
            keeper={keeper}
            onHide={() => setMenu({ key: opened.key, anchor: undefined })}
            onDone={holdFocus(summaries.indexOf(opened))}
            onClose={() => setMenu(undefined)}
          />
        </Suspense>
      )}
    </>
  )
}

function step(key: string, at: number, length: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(at + 1, length - 1)
  if (key === 'ArrowUp') return Math.max(at - 1, 0)
  if (key === 'Home') return 0
  if (key === 'End') return length - 1
  return undefined
}
