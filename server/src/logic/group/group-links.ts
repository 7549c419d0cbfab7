import { joinTextBytesMax, type ReplyOf, type RequestOf } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import { checkedLine } from '../account/text-field.ts'
import type { Caller } from '../caller.ts'
import { groupAt, guardsOf, limited, requestOf, type GroupDeps } from './group-deps.ts'
import { checkedToken } from './group-fields.ts'
import { tellGroup } from './tell-group.ts'

/** Nobody guesses it. */
const tokenBytes = 16
export const linkLifetimeMsMax = 366 * 24 * 3_600_000

export async function createGroupLink(
  deps: GroupDeps,
  caller: Caller,
  request: RequestOf<'createGroupLink'>,
): Promise<ReplyOf<'createGroupLink'>> {
  const { lifetimeMs, usesMax } = request
  if (lifetimeMs > linkLifetimeMsMax)
    throw new Refusal('BAD_REQUEST', 'a link lives for a year at most, or for ever')
  const conversation = await groupAt(deps, caller, request.target)
  const by = requestOf(deps, caller, request)
  const token = deps.random.fill(new Uint8Array(tokenBytes))
  const act = { do: 'makeLink', lifetimeMs, usesMax } as const
  const { change } = await deps.groups.change(by, conversation, act, guardsOf(deps), token)
  if (change.link === undefined) throw new Error('a link was made, and is not there')
  return change.link
}

export async function listGroupLinks(
  deps: GroupDeps,
  caller: Caller,
  request: RequestOf<'listGroupLinks'>,
): Promise<ReplyOf<'listGroupLinks'>> {
  const conversation = await groupAt(deps, caller, request.target)
  return { links: await deps.groups.links(caller.account, conversation, deps.clock.wallMs()) }
}

export async function lookAtGroupLink(
  deps: GroupDeps,
  caller: Caller,
  request: RequestOf<'lookAtGroupLink'>,
): Promise<ReplyOf<'lookAtGroupLink'>> {
  limited(deps, caller)
  const token = checkedToken(request.token)
  return deps.groups.lookAtLink(caller.account, token, deps.clock.wallMs())
}

/** At once, or by a request that an admin answers. */
export async function joinGroup(
  deps: GroupDeps,
  caller: Caller,
  request: RequestOf<'joinGroup'>,
): Promise<ReplyOf<'joinGroup'>> {
  limited(deps, caller)
  const text = checkedLine(request.text, joinTextBytesMax, 'text')
  const link = { token: checkedToken(request.token), text }
  const by = requestOf(deps, caller, request)
  const joined = await deps.groups.join(by, link, guardsOf(deps))
  tellGroup(deps, by, joined)
  const { waits = false, conversation } = joined.change
  return { conversation: waits ? 0 : conversation }
}

export async function listJoinRequests(
  deps: GroupDeps,
  caller: Caller,
  request: RequestOf<'listJoinRequests'>,
): Promise<ReplyOf<'listJoinRequests'>> {
  const conversation = await groupAt(deps, caller, request.target)
  return { requests: await deps.groups.joinRequests(caller.account, conversation) }
}
