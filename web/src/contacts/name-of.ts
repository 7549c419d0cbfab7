import type { Profile } from '@parley/client/browser'

/** What an account is called here: the remark, else what it calls itself. Until that is known, nothing. */
export function nameOf(profile: Profile | undefined, remark = ''): string {
  if (remark !== '') return remark
  return profile === undefined ? '…' : profile.displayName || profile.handle
}
