import { useEffect, useState } from 'react'

/** Words such as "yesterday" grow old. */
const refreshMs = 30_000

/** The time, refreshed twice a minute, or as often as is said. */
export function useNow(everyMs = refreshMs): number {
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return nowMs
}
