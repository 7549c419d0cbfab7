import type { AccountId, ConversationView } from '../../data/model.ts'
import type { Store } from '../../data/store.ts'
import { profileOf } from '../account/profile.ts'

/** Profiles of the accounts that these conversations name. */
export async function profilesOf(
  accounts: Pick<Store['accounts'], 'profiles'>,
  views: readonly ConversationView[],
) {
  const named = new Set<AccountId>()
  for (const { peer, entries } of views) {
    if (peer !== 0) named.add(peer)
    for (const { sender } of entries) if (sender !== 0) named.add(sender)
  }
  return named.size === 0 ? [] : (await accounts.profiles([...named])).map(profileOf)
}
