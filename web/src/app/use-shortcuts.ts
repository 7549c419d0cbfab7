import type { IM } from '@parley/client/browser'
import { useEffect, useState, type RefObject } from 'react'
import { isAt, routeOf } from '../conversation-list/conversation-route.ts'
import type { Route } from '../routes/route.ts'
import { go, goBack } from '../routes/router.ts'
import { isList } from '../side/part.ts'

/** From the detail to the list: beside it to the row one is at, on a phone back to where one came from. */
function leave() {
  const row =
    document.querySelector<HTMLElement>('nav [data-row][aria-current]') ??
    document.querySelector<HTMLElement>('nav [data-row]')
  if (row?.checkVisibility() === true) row.focus()
  else goBack()
}

/** Keys that work wherever the focus is. Those of a dialog come first: it keeps them from here. */
export function useShortcuts(
  im: IM,
  route: Route,
  searchInput: RefObject<HTMLInputElement | null>,
) {
  const [starting, setStarting] = useState(false)
  useEffect(() => {
    const step = (by: 1 | -1) => {
      const all = im.conversations.getSnapshot()
      const current = all.find((summary) => isAt(summary, route))
      const isArchived = current?.archived ?? route.name === 'archived'
      const list = all.filter(({ archived }) => archived === isArchived)
      const at = current === undefined ? -1 : list.indexOf(current)
      const next = list[at < 0 ? 0 : at + by]
      if (next !== undefined) go(routeOf(next), { replace: !isList(route) })
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || starting) return
      const command = event.ctrlKey || event.metaKey
      if (command && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
        searchInput.current?.focus()
        searchInput.current?.select()
      } else if (event.altKey && !command && event.code === 'KeyN') setStarting(true)
      else if (event.altKey && !command && event.key === 'ArrowDown') step(1)
      else if (event.altKey && !command && event.key === 'ArrowUp') step(-1)
      else if (event.key === 'Escape' && route.name !== 'home') leave()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [im, route, searchInput, starting])
  return { starting, setStarting }
}
