import { useMemo, useRef, type KeyboardEvent, type ReactElement, type Ref } from 'react'
import { useImperativeHandle } from 'react'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import styles from './virtual-rows.module.css'

/** Rows beyond the edge that count as seen too, so that scrolling shows no blanks. */
const margin = 8

export interface VirtualRowsHandle {
  /** Brings a row into view and gives it the focus. */
  focus(index: number): void
  show(index: number): void
}

export interface VirtualRowsProps<T> {
  ref?: Ref<VirtualRowsHandle>
  rows: readonly T[]
  rowHeight: number
  /** A row that stays in the page wherever one scrolls. */
  kept?: number
  onKeyDown?: (event: KeyboardEvent<HTMLDivElement>) => void
  /** Which rows are on the screen, or near it. */
  onSeen?: (seen: { first: number; last: number }) => void
  children: (row: T, index: number) => ReactElement
}

/** A list of any length: only what is near the screen is in the page. Its rows carry data-row. */
export function VirtualRows<T>(props: VirtualRowsProps<T>) {
  const { rows, rowHeight, kept = 0, onKeyDown, onSeen, children } = props
  const list = useRef<VirtualizerHandle>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const seen = useRef({ first: -1, last: -1 })
  const keptRows = useMemo(
    () => [Math.min(kept, Math.max(rows.length - 1, 0))],
    [kept, rows.length],
  )
  useImperativeHandle(props.ref, () => ({
    focus(index) {
      list.current?.scrollToIndex(index, { align: 'nearest' })
      // The row may only now come into the page.
      requestAnimationFrame(() => {
        scroller.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus()
      })
    },
    show: (index) => list.current?.scrollToIndex(index, { align: 'nearest' }),
  }))
  const look = () => {
    const { current: handle } = list
    if (handle === null || onSeen === undefined) return
    const first = Math.max(0, handle.findItemIndex(handle.scrollOffset) - margin)
    const last = handle.findItemIndex(handle.scrollOffset + handle.viewportSize) + margin
    if (seen.current.first === first && seen.current.last === last) return
    seen.current = { first, last }
    onSeen(seen.current)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it only hears the keys of its rows
    <div ref={scroller} className={styles.scroller} onKeyDown={onKeyDown}>
      <Virtualizer
        ref={list}
        as="ul"
        item="li"
        data={rows}
        itemSize={rowHeight}
        keepMounted={keptRows}
        onScroll={look}
        onResize={look}
      >
        {children}
      </Virtualizer>
    </div>
  )
}
