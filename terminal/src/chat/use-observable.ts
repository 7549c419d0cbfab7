import { useSyncExternalStore } from 'react'
import type { Observable } from '@parley/client/node'

export function useObservable<T>({ subscribe, getSnapshot }: Observable<T>): T {
  return useSyncExternalStore(subscribe, getSnapshot)
}
