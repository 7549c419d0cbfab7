import { useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { errorText } from '../session/error-text.ts'

/** One of several acts at a time: which one is under way, and what went wrong with the last. */
export function useUnderWay<Id extends string>() {
  const { text } = useText()
  const [underWay, setUnderWay] = useState<Id>()
  const [thrown, setThrown] = useState<{ reason: unknown }>()
  const run = (id: Id, act: () => Promise<unknown>) => {
    if (underWay !== undefined) return
    setUnderWay(id)
    setThrown(undefined)
    act()
      .catch((reason: unknown) => setThrown({ reason }))
      .finally(() => setUnderWay(undefined))
  }
  const error = thrown === undefined ? undefined : errorText(text, thrown.reason)
  return { underWay, error, run }
}
