import * as wire from '#wire'
import { command } from './row.ts'

/** A change of a group: has its effect once, and comes to a GroupReply. */
function change<Q>(id: number, request: Q) {
  return command(id, 'session', 'requestKey', true, request, wire.GroupReply)
}

function look<Q, R>(id: number, request: Q, reply: R) {
  return command(id, 'session', 'none', true, request, reply)
}

export const groupCommands = {
  createGroup: command(
    0x0601,
    'session',
    'requestKey',
    false,
    wire.CreateGroupRequest,
    wire.CreateGroupReply,
  ),
  setGroup: change(0x0602, wire.SetGroupRequest),
  inviteMembers: change(0x0603, wire.InviteMembersRequest),
  removeMembers: change(0x0604, wire.RemoveMembersRequest),
  leaveGroup: change(0x0605, wire.LeaveGroupRequest),
  setMemberRole: change(0x0606, wire.SetMemberRoleRequest),
  transferGroup: change(0x0607, wire.TransferGroupRequest),
  dissolveGroup: change(0x0608, wire.DissolveGroupRequest),
  muteMember: change(0x0609, wire.MuteMemberRequest),
  setGroupNickname: change(0x060a, wire.SetGroupNicknameRequest),
  setGroupRemark: change(0x060b, wire.SetGroupRemarkRequest),
  listMembers: look(0x0610, wire.ListMembersRequest, wire.ListMembersReply),
  listReaders: look(0x0611, wire.ListReadersRequest, wire.ListReadersReply),
  createGroupLink: command(
    0x0620,
    'session',
    'requestKey',
    true,
    wire.CreateGroupLinkRequest,
    wire.GroupLink,
  ),
  revokeGroupLink: change(0x0621, wire.RevokeGroupLinkRequest),
  listGroupLinks: look(0x0622, wire.ListGroupLinksRequest, wire.ListGroupLinksReply),
  lookAtGroupLink: command(
    0x0623,
    'session',
    'none',
    false,
    wire.LookAtGroupLinkRequest,
    wire.LookAtGroupLinkReply,
  ),
  joinGroup: command(
    0x0624,
    'session',
    'requestKey',
    false,
    wire.JoinGroupRequest,
    wire.JoinGroupReply,
  ),
  listJoinRequests: look(0x0625, wire.ListJoinRequestsRequest, wire.ListJoinRequestsReply),
  answerJoinRequest: change(0x0626, wire.AnswerJoinRequestRequest),
} as const
