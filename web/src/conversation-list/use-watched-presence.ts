import type { ConversationSummary, IM } from '@parley/client/browser'
import { useEffect, useReducer } from 'react'
import { useIM } from '../session/session-context.ts'
import { useObservable } from '../session/use-observable.ts'

const watchers = new Map<object, readonly number[]>()

/** Several parts of the screen watch people; the client is told of all of them together. */
function watch(im: IM, watcher: object, accounts: readonly number[]): () => void {
  watchers.set(watcher, accounts)
  tell(im)
  return () => {
    watchers.delete(watcher)
    tell(im)
  }
}

let told: string | undefined
let toldTo: IM | undefined
let pending = false

function tell(im: IM) {
  if (pending) return
  pending = true
  queueMicrotask(() => {
    pending = false
    const accounts = [...new Set([...watchers.values()].flat())].toSorted((a, b) => a - b)
    const key = accounts.join(' ')
    if (key === told && im === toldTo) return
    told = key
    toldTo = im
    im.watchPresence(accounts)
  })
}

/** Watches the people of the rows that are on the screen. */
export function useWatchedPresence(
  summaries: readonly ConversationSummary[],
  range: { first: number; last: number },
): void {
  const key = summaries
    .slice(range.first, range.last + 1)
    .map(({ peer }) => peer)
    .filter((peer) => peer > 0)
    .join(' ')
  useWatch(key)
}

/** Watches these people while the component is there; those that are 0 are nobody. */
export function useWatchedAccounts(accounts: readonly number[]): void {
  useWatch(accounts.filter((account) => account > 0).join(' '))
}

/** Watches these accounts while the component is there. */
function useWatch(key: string) {
  const im = useIM()
  useEffect(() => {
    const accounts = key === '' ? [] : key.split(' ').map(Number)
    return watch(im, {}, accounts)
  }, [im, key])
}

/** The presence of an account that some part of the screen watches. */
export function usePresence(account: number) {
  const im = useIM()
  const [, refresh] = useReducer((count: number) => count + 1, 0)
  useEffect(
    () =>
      im.on('presenceChanged', (changed) => {
        if (changed.account === account) refresh()
      }),
    [im, account],
  )
  const state = useObservable(im.connection)
  // Away from the server nobody's presence is known, whatever it was.
  const isKnown = state.name === 'online' || state.name === 'syncing'
  return account > 0 && isKnown ? im.presence(account) : undefined
}

/** As usePresence, and watches it: for one who may not be in the list. */
export function useOwnPresence(account: number) {
  useWatch(account > 0 ? String(account) : '')
  return usePresence(account)
}
