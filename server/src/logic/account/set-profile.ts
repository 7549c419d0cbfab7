import {
  displayNameBytesMax,
  localeLengthMax,
  type ReplyOf,
  type RequestOf,
} from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { Store } from '../../data/store.ts'
import type { Caller } from '../caller.ts'
import { checkedAvatar } from './avatar.ts'
import { ownAccountOf } from './profile.ts'
import { checkedLine } from './text-field.ts'

export async function setProfile(
  deps: { accounts: Store['accounts'] },
  caller: Caller,
  request: RequestOf<'setProfile'>,
): Promise<ReplyOf<'setProfile'>> {
  const displayName = checked(request.displayName, (text) =>
    checkedLine(text, displayNameBytesMax, 'display_name'),
  )
  if (displayName === '') throw new Refusal('BAD_REQUEST', 'display_name is empty')
  const account = await deps.accounts.setProfile(caller.account, {
    displayName,
    avatar: checked(request.avatar, checkedAvatar),
    locale: checked(request.locale, (text) => checkedLine(text, localeLengthMax, 'locale')),
  })
  if (account === undefined) throw new Refusal('NOT_FOUND')
  return ownAccountOf(account)
}

/** Absent fields stay absent. */
function checked(
  text: string | null | undefined,
  check: (text: string) => string,
): string | undefined {
  return text === null || text === undefined ? undefined : check(text)
}
