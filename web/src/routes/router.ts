import { useMemo, useSyncExternalStore } from 'react'
import { parseRoute, pathOf, type Route } from './route.ts'

const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('popstate', listener)
  }
}

const announce = () => {
  for (const listener of listeners) listener()
}

/** The route that the address says. */
export function useRoute(): Route {
  const path = useSyncExternalStore(subscribe, () => location.pathname)
  return useMemo(() => parseRoute(path), [path])
}

export interface GoOptions {
  /** Takes the place of the present entry in the browser's history. */
  replace?: boolean
}

export function go(route: Route, { replace = false }: GoOptions = {}): void {
  const path = pathOf(route)
  if (path === location.pathname) return
  if (replace) history.replaceState(history.state, '', path)
  else history.pushState({ inside: true }, '', path)
  announce()
}

/** Back to where one came from, when that is in the app; else home. */
export function goBack(): void {
  const state: unknown = history.state
  const isInside = typeof state === 'object' && state !== null && 'inside' in state
  if (isInside) history.back()
  else go({ name: 'home' }, { replace: true })
}
