import * as wire from '#wire'

/** Numbers as on the wire (GroupRole). */
export const groupRoles = {
  member: wire.GroupRole.GROUP_ROLE_MEMBER as number,
  admin: wire.GroupRole.GROUP_ROLE_ADMIN as number,
  owner: wire.GroupRole.GROUP_ROLE_OWNER as number,
} as const
export type GroupRoleName = keyof typeof groupRoles

export interface GroupPermission {
  /** The least role that may, or the setting of the group that names it. */
  from: GroupRoleName | { setting: 'inviteFrom' | 'mentionAllFrom' }
  /** The highest role that may; else the owner. */
  to?: GroupRoleName
  /** Only towards members of a lower role than one's own. */
  onLower?: true
  doc: string
}

/** Who may do what in a group. The table of docs/groups.md is made from it; a test walks every row with every role. The
 * server keeps to it; a client asks it what to offer. */
export const groupPermissions = {
  see: { from: 'member', doc: 'Read, list members, see who has read an entry.' },
  write: { from: 'member', doc: 'Send, unless one is muted.' },
  writeWhileAllMuted: { from: 'admin', doc: 'Send while all are muted.' },
  mentionAll: { from: { setting: 'mentionAllFrom' }, doc: 'Name everybody (@all).' },
  recallOthers: { from: 'admin', onLower: true, doc: 'Take away what a member wrote.' },
  pin: { from: 'admin', doc: 'Pin a message for everybody, and take a pin away.' },
  setNickname: { from: 'member', doc: "Change one's own name in the group." },
  setRemark: { from: 'member', doc: "Change one's own, private remark." },
  leave: { from: 'member', to: 'admin', doc: 'Leave. An owner hands the group over first.' },
  invite: { from: { setting: 'inviteFrom' }, doc: 'Add members.' },
  remove: { from: 'admin', onLower: true, doc: 'Remove a member.' },
  mute: { from: 'admin', onLower: true, doc: 'Mute a member until a time, and end that.' },
  muteAll: { from: 'admin', doc: 'Mute all, and end that.' },
  rename: { from: 'admin', doc: 'Change the name.' },
  setAvatar: { from: 'admin', doc: 'Change the picture.' },
  announce: { from: 'admin', doc: 'Change the announcement.' },
  makeLink: { from: 'admin', doc: 'Make a link by which people join.' },
  seeLinks: { from: 'admin', doc: 'List the links.' },
  revokeLink: { from: 'admin', doc: 'Revoke a link.' },
  seeJoins: { from: 'admin', doc: 'List the requests to join.' },
  answerJoin: { from: 'admin', doc: 'Accept or refuse a request to join.' },
  setSettings: { from: 'owner', doc: 'Change the settings of the group.' },
  setRole: { from: 'owner', onLower: true, doc: 'Make a member an admin, and end that.' },
  transfer: { from: 'owner', doc: 'Hand the group over to another member.' },
  dissolve: { from: 'owner', doc: 'Dissolve the group.' },
} as const satisfies Record<string, GroupPermission>

export type GroupPermissionName = keyof typeof groupPermissions

/** Whether a role may; towards a member of role `target`, where it is an act on one. */
export function mayInGroup(
  name: GroupPermissionName,
  role: number,
  settings: { inviteFrom: number; mentionAllFrom: number },
  target?: number,
): boolean {
  const { from, to, onLower }: GroupPermission = groupPermissions[name]
  const least = typeof from === 'string' ? groupRoles[from] : settings[from.setting]
  if (role < least || role > groupRoles[to ?? 'owner']) return false
  return onLower !== true || target === undefined || target < role
}
