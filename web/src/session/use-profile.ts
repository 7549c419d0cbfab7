import type { Profile } from '@parley/client/browser'
import { useCallback, useSyncExternalStore } from 'react'
import { useIM } from './session-context.ts'

/** What is known of an account; asked for when it is not. */
export function useProfile(account: number): Profile | undefined {
  const im = useIM()
  const subscribe = useCallback(
    (changed: () => void) =>
      im.on('profileChanged', (profile) => {
        if (profile.account === account) changed()
      }),
    [im, account],
  )
  return useSyncExternalStore(subscribe, () => (account > 0 ? im.profile(account) : undefined))
}
