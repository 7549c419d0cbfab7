import { profilesPageMax, type ReplyOf, type RequestOf } from '@parley/protocol'
import type { KeyedLimiter } from '../../base/keyed-limiter.ts'
import { Refusal } from '../../base/refusal.ts'
import { audiences } from '../../data/account-settings-store.ts'
import type { AccountId } from '../../data/model.ts'
import type { Store } from '../../data/store.ts'
import type { Caller } from '../caller.ts'
import { foldHandle } from './handle.ts'
import { profileOf } from './profile.ts'

export interface FindAccountDeps {
  accounts: Store['accounts']
  accountSettings: Pick<Store['accountSettings'], 'of'>
  contacts: Pick<Store['contacts'], 'relation'>
  conversations: Pick<Store['conversations'], 'resolve'>
  /** Handles that an account may look up: nobody walks through all of them. */
  findLimit: KeyedLimiter<AccountId>
}

/** By exact handle. Who lets only contacts find it is not there for who has no request open and no conversation with it. */
export async function findAccount(
  deps: FindAccountDeps,
  caller: Caller,
  request: RequestOf<'findAccount'>,
): Promise<ReplyOf<'findAccount'>> {
  const waitMs = deps.findLimit.take(caller.account)
  if (waitMs > 0) throw new Refusal('RATE_LIMITED', 'too many look-ups', waitMs)
  const account = await deps.accounts.byHandle(foldHandle(request.handle))
  if (account === undefined || !(await mayFind(deps, caller.account, account.id)))
    throw new Refusal('NOT_FOUND')
  return profileOf(account)
}

async function mayFind(
  deps: FindAccountDeps,
  caller: AccountId,
  account: AccountId,
): Promise<boolean> {
  const { findableBy } = await deps.accountSettings.of(account)
  if (findableBy !== audiences.contacts || caller === account) return true
  const { isContact, isOpen } = await deps.contacts.relation(caller, account)
  if (isContact || isOpen) return true
  return (await deps.conversations.resolve(caller, { account })) !== undefined
}

export async function getProfiles(
  deps: { accounts: Store['accounts'] },
  _caller: Caller,
  request: RequestOf<'getProfiles'>,
): Promise<ReplyOf<'getProfiles'>> {
  if (request.accounts.length > profilesPageMax)
    throw new Refusal('TOO_LARGE', 'too many accounts at once')
  return { profiles: (await deps.accounts.profiles(request.accounts)).map(profileOf) }
}
