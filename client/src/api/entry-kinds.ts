import * as wire from '@parley/protocol/wire'

const { EntryKind, NoticeType } = wire

/** What a message is (`Message.kind`). */
export const entryKinds = {
  text: EntryKind.ENTRY_KIND_TEXT as number,
  image: EntryKind.ENTRY_KIND_IMAGE as number,
  voice: EntryKind.ENTRY_KIND_VOICE as number,
  video: EntryKind.ENTRY_KIND_VIDEO as number,
  file: EntryKind.ENTRY_KIND_FILE as number,
  location: EntryKind.ENTRY_KIND_LOCATION as number,
  card: EntryKind.ENTRY_KIND_CARD as number,
  forward: EntryKind.ENTRY_KIND_FORWARD as number,
  edit: EntryKind.ENTRY_KIND_EDIT as number,
  recall: EntryKind.ENTRY_KIND_RECALL as number,
  reaction: EntryKind.ENTRY_KIND_REACTION as number,
  pin: EntryKind.ENTRY_KIND_PIN as number,
  notice: EntryKind.ENTRY_KIND_NOTICE as number,
} as const

/** What a notice tells (`Notice.type`). */
export const noticeTypes = {
  groupCreated: NoticeType.NOTICE_TYPE_GROUP_CREATED as number,
  membersAdded: NoticeType.NOTICE_TYPE_MEMBERS_ADDED as number,
  memberJoined: NoticeType.NOTICE_TYPE_MEMBER_JOINED as number,
  memberLeft: NoticeType.NOTICE_TYPE_MEMBER_LEFT as number,
  membersRemoved: NoticeType.NOTICE_TYPE_MEMBERS_REMOVED as number,
  ownerChanged: NoticeType.NOTICE_TYPE_OWNER_CHANGED as number,
  roleChanged: NoticeType.NOTICE_TYPE_ROLE_CHANGED as number,
  nameChanged: NoticeType.NOTICE_TYPE_NAME_CHANGED as number,
  avatarChanged: NoticeType.NOTICE_TYPE_AVATAR_CHANGED as number,
  announcementChanged: NoticeType.NOTICE_TYPE_ANNOUNCEMENT_CHANGED as number,
  memberMuted: NoticeType.NOTICE_TYPE_MEMBER_MUTED as number,
  allMuted: NoticeType.NOTICE_TYPE_ALL_MUTED as number,
  dissolved: NoticeType.NOTICE_TYPE_DISSOLVED as number,
  settingsChanged: NoticeType.NOTICE_TYPE_SETTINGS_CHANGED as number,
  nicknameChanged: NoticeType.NOTICE_TYPE_NICKNAME_CHANGED as number,
} as const
