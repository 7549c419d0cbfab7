import { accountItemBytesMax, pageEntriesMax, textBytesMax, type ReplyRead } from '@parley/protocol'
import type { LoginFacts } from './session.ts'
import { toBase64 } from '../base/bytes.ts'
import { readProfile } from './profile.ts'

export function loginFacts(reply: ReplyRead<'login'>): LoginFacts {
  const { limits, account } = reply
  const profile = readProfile(account?.profile)
  return {
    account: profile.account,
    device: reply.device,
    profile,
    locale: account?.locale ?? '',
    generation: toBase64(reply.generation),
    limits: {
      textBytesMax: limits?.textBytesMax || textBytesMax,
      pageEntriesMax: limits?.pageEntriesMax || pageEntriesMax,
      accountItemBytesMax: limits?.accountItemBytesMax || accountItemBytesMax,
    },
  }
}
