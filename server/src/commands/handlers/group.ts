import type { RequestOf } from '@parley/protocol'
import type { Caller } from '../../logic/caller.ts'
import { changeGroup, type ChangeName } from '../../logic/group/change-group.ts'
import { createGroup } from '../../logic/group/create-group.ts'
import type { GroupDeps } from '../../logic/group/group-deps.ts'
import {
  createGroupLink,
  joinGroup,
  listGroupLinks,
  listJoinRequests,
  lookAtGroupLink,
} from '../../logic/group/group-links.ts'
import { listMembers, listReaders } from '../../logic/group/list-members.ts'
import type { Authorizations } from '../authorization.ts'
import type { HandlersOf } from '../handler.ts'

export type GroupHandlerDeps = GroupDeps

type GroupCommandName =
  | ChangeName
  | 'createGroup'
  | 'listMembers'
  | 'listReaders'
  | 'createGroupLink'
  | 'listGroupLinks'
  | 'lookAtGroupLink'
  | 'joinGroup'
  | 'listJoinRequests'

/** Who may: see ../authorization.ts. */
export const groupAuthorization = {
  createGroup: 'inviter',
  setGroup: 'role',
  inviteMembers: 'role',
  removeMembers: 'role',
  leaveGroup: 'role',
  setMemberRole: 'role',
  transferGroup: 'role',
  dissolveGroup: 'role',
  muteMember: 'role',
  setGroupNickname: 'role',
  setGroupRemark: 'role',
  listMembers: 'role',
  listReaders: 'role',
  createGroupLink: 'role',
  revokeGroupLink: 'role',
  listGroupLinks: 'role',
  lookAtGroupLink: 'link',
  joinGroup: 'link',
  listJoinRequests: 'role',
  answerJoinRequest: 'role',
} as const satisfies Authorizations<GroupCommandName>

export function groupHandlers(deps: GroupHandlerDeps): HandlersOf<GroupCommandName> {
  const change =
    <N extends ChangeName>(name: N) =>
    (caller: Caller, request: RequestOf<N>) =>
      changeGroup(deps, name, caller, request)
  return {
    createGroup: (caller, request) => createGroup(deps, caller, request),
    setGroup: change('setGroup'),
    inviteMembers: change('inviteMembers'),
    removeMembers: change('removeMembers'),
    leaveGroup: change('leaveGroup'),
    setMemberRole: change('setMemberRole'),
    transferGroup: change('transferGroup'),
    dissolveGroup: change('dissolveGroup'),
    muteMember: change('muteMember'),
    setGroupNickname: change('setGroupNickname'),
    setGroupRemark: change('setGroupRemark'),
    listMembers: (caller, request) => listMembers(deps, caller, request),
    listReaders: (caller, request) => listReaders(deps, caller, request),
    createGroupLink: (caller, request) => createGroupLink(deps, caller, request),
    revokeGroupLink: change('revokeGroupLink'),
    listGroupLinks: (caller, request) => listGroupLinks(deps, caller, request),
    lookAtGroupLink: (caller, request) => lookAtGroupLink(deps, caller, request),
    joinGroup: (caller, request) => joinGroup(deps, caller, request),
    listJoinRequests: (caller, request) => listJoinRequests(deps, caller, request),
    answerJoinRequest: change('answerJoinRequest'),
  }
}
