import { searchPageDefault, searchPageMax, type ReplyOf, type RequestOf } from '@parley/protocol'
import type { KeyedLimiter } from '../../base/keyed-limiter.ts'
import type { AccountId } from '../../data/model.ts'
import type { Store } from '../../data/store.ts'
import { profileOf } from '../account/profile.ts'
import type { Caller } from '../caller.ts'
import { checkSearchText, takeSearch } from './search-messages.ts'

export interface SearchNamesDeps {
  accounts: Pick<Store['accounts'], 'profiles'>
  search: Pick<Store['search'], 'names'>
  searchLimit: KeyedLimiter<AccountId>
}

/** @throws Refusal RATE_LIMITED, TOO_LARGE, BUSY */
export async function searchNames(
  deps: SearchNamesDeps,
  { account }: Caller,
  request: RequestOf<'searchNames'>,
): Promise<ReplyOf<'searchNames'>> {
  checkSearchText(request.text)
  takeSearch(deps.searchLimit, account)
  const limit = Math.min(request.limit || searchPageDefault, searchPageMax)
  const found = await deps.search.names(account, request.text, limit)
  const peers = found.map(({ peer }) => peer).filter((peer) => peer !== 0)
  const accounts = new Map((await deps.accounts.profiles(peers)).map((one) => [one.id, one]))
  return {
    names: found.map(({ conversation, peer, groupName, remark }) => {
      const person = accounts.get(peer)
      return { conversation, profile: person && profileOf(person), groupName, remark }
    }),
  }
}
