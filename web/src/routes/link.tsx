import type { AnchorHTMLAttributes, MouseEvent, Ref } from 'react'
import { pathOf, type Route } from './route.ts'
import { go } from './router.ts'

export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  to: Route
  replace?: boolean
  ref?: Ref<HTMLAnchorElement>
}

/** A real link: the middle button and "open in a new tab" do what they do everywhere. */
export function Link({ to, replace = false, onClick, children, ...rest }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const isPlain =
      event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    if (event.defaultPrevented || !isPlain) return
    event.preventDefault()
    go(to, { replace })
  }
  return (
    <a {...rest} href={pathOf(to)} onClick={follow}>
      {children}
    </a>
  )
}
