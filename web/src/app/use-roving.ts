import { useRef, useState, type KeyboardEvent } from 'react'
import type { VirtualRowsHandle } from './virtual-rows.tsx'

export interface RovingInput {
  count: number
  /** The row one is at; below 0: none. */
  current: number
  /** Rows that only name what follows are passed over. */
  isStop?: (index: number) => boolean
}

/** One stop for Tab in a list; the arrows move inside it. */
export function useRoving({ count, current, isStop = () => true }: RovingInput) {
  const rows = useRef<VirtualRowsHandle>(null)
  const [focused, setFocused] = useState(-1)
  const first = focused >= 0 && focused < count ? focused : Math.max(current, 0)
  const stop = isStop(first) ? first : (next(first, 1) ?? first)

  function next(from: number, by: 1 | -1): number | undefined {
    for (let index = from + by; index >= 0 && index < count; index += by)
      if (isStop(index)) return index
    return undefined
  }

  const target = (key: string): number | undefined => {
    if (key === 'ArrowDown') return next(stop, 1)
    if (key === 'ArrowUp') return next(stop, -1)
    if (key === 'Home') return next(-1, 1)
    if (key === 'End') return next(count, -1)
    return undefined
  }

  return {
    rows,
    stop,
    onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return
      const to = target(event.key)
      if (to === undefined) return
      event.preventDefault()
      setFocused(to)
      rows.current?.focus(to)
    },
    rowProps: (index: number) => ({
      tabIndex: index === stop ? 0 : -1,
      'data-row': String(index),
      onFocus: () => setFocused(index),
    }),
  }
}
