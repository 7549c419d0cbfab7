import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'

const keysBack = new Set(['ArrowUp', 'PageUp', 'Home'])

/**
 * Calls back when the reader begins to scroll up, before the view moves. Where the view went is known only later, and
 * rows that are measured meanwhile would take it back to the end.
 */
export function useGoingBack(scroller: RefObject<HTMLDivElement | null>, goesBack: () => void) {
  const latest = useRef(goesBack)
  useLayoutEffect(() => {
    latest.current = goesBack
  })
  useEffect(() => {
    const { current: element } = scroller
    if (element === null) return undefined
    const abort = new AbortController()
    const options = { passive: true, signal: abort.signal }
    const back = () => {
      if (element.scrollTop > 0) latest.current()
    }
    let lastY = 0
    element.addEventListener(
      'wheel',
      ({ deltaY, ctrlKey }) => {
        if (deltaY < 0 && !ctrlKey) back()
      },
      options,
    )
    element.addEventListener(
      'touchstart',
      ({ touches }) => {
        lastY = touches[0]?.clientY ?? 0
      },
      options,
    )
    element.addEventListener(
      'touchmove',
      ({ touches }) => {
        const y = touches[0]?.clientY ?? 0
        if (y > lastY) back()
        lastY = y
      },
      options,
    )
    element.addEventListener(
      'keydown',
      ({ key, target }) => {
        if (target === element && keysBack.has(key)) back()
      },
      options,
    )
    return () => abort.abort()
  }, [scroller])
}
