import { useRef } from 'react'
import type { MenuPoint } from '../../kit/menu.tsx'

const longPressMs = 420
/** A finger that moves further than this scrolls. */
const slackPx = 10

/** Opens a menu by the right button, a long press, Enter or the menu key. */
export function usePressMenu(open: (anchor: Element | MenuPoint) => void) {
  const press = useRef<{ timer: number; x: number; y: number } | undefined>(undefined)
  const isOpened = useRef(false)
  const end = () => {
    if (press.current !== undefined) clearTimeout(press.current.timer)
    press.current = undefined
  }
  return {
    onContextMenu: (event: React.MouseEvent<HTMLElement>) => {
      const isLink = (event.target as Element).closest('a, video, audio') !== null
      if (isLink || getSelection()?.isCollapsed === false) return
      event.preventDefault()
      end()
      isOpened.current = true
      open({ x: event.clientX, y: event.clientY })
    },
    onPointerDown: (event: React.PointerEvent<HTMLElement>) => {
      isOpened.current = false
      if (event.pointerType !== 'touch') return
      const { clientX: x, clientY: y } = event
      end()
      const timer = window.setTimeout(() => {
        press.current = undefined
        isOpened.current = true
        open({ x, y })
      }, longPressMs)
      press.current = { timer, x, y }
    },
    onPointerMove: ({ clientX, clientY }: React.PointerEvent<HTMLElement>) => {
      const { current: at } = press
      if (at !== undefined && Math.hypot(clientX - at.x, clientY - at.y) > slackPx) end()
    },
    onPointerUp: end,
    onPointerCancel: end,
    /** A press that opened the menu is no tap. */
    onClickCapture: (event: React.MouseEvent<HTMLElement>) => {
      if (!isOpened.current) return
      isOpened.current = false
      event.preventDefault()
      event.stopPropagation()
    },
    onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => {
      if (event.target !== event.currentTarget) return
      const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)
      if (event.key !== 'Enter' && !isMenuKey) return
      event.preventDefault()
      open(event.currentTarget)
    },
  }
}
