import { groupPageMax, type ReplyOf, type RequestOf } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { Caller } from '../caller.ts'
import { groupAt, type GroupDeps } from './group-deps.ts'

const pageDefault = 50

export type ListMembersDeps = Pick<GroupDeps, 'groups' | 'conversations'>

export async function listMembers(
  deps: ListMembersDeps,
  caller: Caller,
  request: RequestOf<'listMembers'>,
): Promise<ReplyOf<'listMembers'>> {
  const { after, accounts } = request
  if (accounts.length > groupPageMax) throw new Refusal('TOO_LARGE', 'too many accounts')
  const conversation = await groupAt(deps, caller, request.target)
  const page = { after, limit: limitOf(request.limit), accounts }
  return deps.groups.members(caller.account, conversation, page)
}

/** Who has, or has not, read an entry. */
export async function listReaders(
  deps: ListMembersDeps,
  caller: Caller,
  request: RequestOf<'listReaders'>,
): Promise<ReplyOf<'listReaders'>> {
  const { seq, unread, after } = request
  const conversation = await groupAt(deps, caller, request.target)
  const limit = limitOf(request.limit)
  const reader = caller.account
  return deps.groups.readers({ reader, conversation, seq, unread, after, limit })
}

const limitOf = (asked: number): number => Math.min(asked || pageDefault, groupPageMax)
