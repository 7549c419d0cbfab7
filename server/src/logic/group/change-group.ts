import {
  groupNicknameBytesMax,
  groupRemarkBytesMax,
  type ReplyOf,
  type RequestOf,
} from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { GroupAct } from '../../data/group-store.ts'
import { checkedAvatar } from '../account/avatar.ts'
import { checkedLine } from '../account/text-field.ts'
import type { Caller } from '../caller.ts'
import { groupAt, guardsOf, requestOf, type GroupDeps } from './group-deps.ts'
import {
  checkedAccount,
  checkedAccounts,
  checkedAnnouncement,
  checkedGivenRole,
  checkedName,
  checkedSettings,
  checkedToken,
} from './group-fields.ts'
import { tellGroup } from './tell-group.ts'

/** What each command does to a group. @throws Refusal BAD_REQUEST, TOO_LARGE */
const acts = {
  setGroup: setAct,
  inviteMembers: ({ accounts }) => ({ do: 'invite', accounts: some(accounts) }),
  removeMembers: ({ accounts }) => ({ do: 'remove', accounts: some(accounts) }),
  leaveGroup: () => ({ do: 'leave' }),
  setMemberRole: ({ account, role }) => ({
    do: 'setRole',
    account: checkedAccount(account),
    role: checkedGivenRole(role),
  }),
  transferGroup: ({ account }) => ({ do: 'transfer', account: checkedAccount(account) }),
  dissolveGroup: () => ({ do: 'dissolve' }),
  muteMember: ({ account, untilMs }) => ({
    do: 'mute',
    account: checkedAccount(account),
    untilMs,
  }),
  setGroupNickname: ({ nickname }) => ({
    do: 'setNickname',
    nickname: checkedLine(nickname, groupNicknameBytesMax, 'nickname'),
  }),
  setGroupRemark: ({ remark }) => ({
    do: 'setRemark',
    remark: checkedLine(remark, groupRemarkBytesMax, 'remark'),
  }),
  revokeGroupLink: ({ token }) => ({ do: 'revokeLink', token: checkedToken(token) }),
  answerJoinRequest: ({ account, accept }) => ({
    do: 'answerJoin',
    account: checkedAccount(account),
    accept,
  }),
} as const satisfies { [N in ChangeName]: (request: RequestOf<N>) => GroupAct }

export type ChangeName =
  | 'setGroup'
  | 'inviteMembers'
  | 'removeMembers'
  | 'leaveGroup'
  | 'setMemberRole'
  | 'transferGroup'
  | 'dissolveGroup'
  | 'muteMember'
  | 'setGroupNickname'
  | 'setGroupRemark'
  | 'revokeGroupLink'
  | 'answerJoinRequest'

export async function changeGroup<N extends ChangeName>(
  deps: GroupDeps,
  name: N,
  caller: Caller,
  request: RequestOf<N>,
): Promise<ReplyOf<ChangeName>> {
  const act = (acts[name] as (request: RequestOf<N>) => GroupAct)(request)
  const conversation = await groupAt(deps, caller, request.target)
  const by = requestOf(deps, caller, request)
  const changed = await deps.groups.change(by, conversation, act, guardsOf(deps))
  tellGroup(deps, by, changed)
  return { seq: changed.change.entry?.seq ?? 0, repeated: changed.repeated }
}

function setAct(request: RequestOf<'setGroup'>): GroupAct {
  switch (request.change) {
    case 'name':
      return { do: 'rename', name: checkedName(request.name ?? '') }
    case 'avatar':
      return { do: 'setAvatar', avatar: checkedAvatar(request.avatar ?? '') }
    case 'announcement':
      return { do: 'announce', text: checkedAnnouncement(request.announcement ?? '') }
    case 'settings':
      return { do: 'setSettings', settings: checkedSettings(request.settings) }
    case 'allMuted':
      return { do: 'muteAll', muted: request.allMuted ?? false }
    default:
      throw new Refusal('BAD_REQUEST', 'nothing is to be changed')
  }
}

function some(accounts: readonly number[]): number[] {
  if (accounts.length === 0) throw new Refusal('BAD_REQUEST', 'no account is named')
  return checkedAccounts(accounts)
}
