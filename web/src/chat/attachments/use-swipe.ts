import { useRef } from 'react'

/** A finger that went so far to a side turns the page. */
const turnPx = 60

/** Turns by a swipe of one finger; two fingers are the browser's. */
export function useSwipe(turn: (step: number) => void) {
  const start = useRef<{ x: number; y: number } | undefined>(undefined)
  return {
    onTouchStart: ({ touches }: React.TouchEvent) => {
      const touch = touches.item(0)
      const isOne = touches.length === 1 && (visualViewport?.scale ?? 1) < 1.05
      start.current = isOne ? { x: touch.clientX, y: touch.clientY } : undefined
    },
    onTouchEnd: ({ changedTouches }: React.TouchEvent) => {
      const { current: from } = start
      const touch = changedTouches.item(0)
      start.current = undefined
      if (from === undefined) return
      const [dx, dy] = [touch.clientX - from.x, touch.clientY - from.y]
      if (Math.abs(dx) > turnPx && Math.abs(dx) > Math.abs(dy) * 1.5) turn(dx > 0 ? -1 : 1)
    },
  }
}
