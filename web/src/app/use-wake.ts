import type { IM } from '@parley/client/browser'
import { useEffect } from 'react'

/** What was missed while the page slept shall be there when it is looked at. */
export function useWake(im: IM): void {
  useEffect(() => {
    const wake = () => {
      if (document.visibilityState === 'visible') im.wake()
    }
    document.addEventListener('visibilitychange', wake)
    addEventListener('online', wake)
    addEventListener('pageshow', wake)
    return () => {
      document.removeEventListener('visibilitychange', wake)
      removeEventListener('online', wake)
      removeEventListener('pageshow', wake)
    }
  }, [im])
}
