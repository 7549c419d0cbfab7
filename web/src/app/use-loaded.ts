import { useCallback, useEffect, useState, type DependencyList } from 'react'
import { useIM } from '../session/session-context.ts'
import { useObservable } from '../session/use-observable.ts'

export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'failed'; error: unknown }
  | { state: 'ready'; value: T }

/** What is asked for when it is looked at, and again when the connection is back. The former answer stays meanwhile. */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>, deps: DependencyList) {
  const isOnline = useObservable(useIM().connection).name === 'online'
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' })
  const run = useCallback(
    async (signal: AbortSignal = new AbortController().signal) => {
      try {
        const value = await load(signal)
        if (!signal.aborted) setLoaded({ state: 'ready', value })
      } catch (error) {
        if (!signal.aborted)
          setLoaded((before) => (before.state === 'ready' ? before : { state: 'failed', error }))
      }
    },
    // The function is new each time; what it reads is named by who calls.
    // oxlint-disable-next-line react/exhaustive-deps
    deps,
  )
  useEffect(() => {
    const abort = new AbortController()
    void run(abort.signal)
    return () => abort.abort()
  }, [run, isOnline])
  return { loaded, reload: run }
}
