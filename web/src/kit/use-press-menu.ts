import { useRef } from 'react'
import type { MenuPoint } from './menu.tsx'

const longPressMs = 420
/** A finger that moves further than this scrolls. */
const slackPx = 10

/** Opens a menu by the right button, a long press or the menu key; by Enter too, unless it is a link, which that follows. */
export function usePressMenu(open: (anchor: Element | MenuPoint) => void) {
  const press = useRef<{ timer: number; x: number; y: number } | undefined>(undefined)
  const isOpened = useRef(false)
  const end = () => {
    if (press.current !== undefined) clearTimeout(press.current.timer)
    press.current = undefined
  }
  return {
    onContextMenu: (event: React.MouseEvent<HTMLElement>) => {
      const own = (event.target as Element).closest('a, video, audio')
      const hasOwnMenu = own !== null && own !== event.currentTarget
      if (hasOwnMenu || getSelection()?.isCollapsed === false) return
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
      const isByKey = event.detail === 0
      if (!isOpened.current || isByKey) return
      isOpened.current = false
      event.preventDefault()
      event.stopPropagation()
    },
    onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => {
      if (event.target !== event.currentTarget) return
      const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)
      const isEnter = event.key === 'Enter' && !(event.currentTarget instanceof HTMLAnchorElement)
      if (!isEnter && !isMenuKey) return
      event.preventDefault()
      open(event.currentTarget)
    },
  }
}
