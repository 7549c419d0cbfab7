import { useEffect, useState } from 'react'

/** Words such as "yesterday" grow old. */
const refreshMs = 30_000

/** The time, refreshed twice a minute. */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), refreshMs)
    return () => clearInterval(timer)
  }, [])
  return nowMs
}
