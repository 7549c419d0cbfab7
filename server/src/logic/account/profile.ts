import type { Account, Profile } from '../../data/model.ts'

export function profileOf(account: Profile) {
  const { id, handle, displayName, avatar, kind } = account
  return { account: id, handle, displayName, avatar, kind }
}

export function ownAccountOf(account: Account) {
  return { profile: profileOf(account), locale: account.locale, createdMs: account.createdMs }
}
