import type { Observable } from '@parley/client/browser'
import { useSyncExternalStore } from 'react'

/** The present value of a store of the SDK. */
export function useObservable<T>(observable: Observable<T>): T {
  return useSyncExternalStore(observable.subscribe, observable.getSnapshot)
}
