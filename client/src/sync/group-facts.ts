import { groupRoles } from '@parley/protocol'
import * as wire from '@parley/protocol/wire'
import type { AccountId } from '../base/model.ts'
import { withDefaults } from '../base/with-defaults.ts'
import type { ConversationRecord } from './conversation-record.ts'
import type { LogEntry } from './log-entry.ts'

export interface GroupSettings {
  /** The least role that may. */
  readonly inviteFrom: number
  readonly mentionAllFrom: number
  readonly approveJoins: boolean
  readonly historyFromStart: boolean
}

/** A group as this account sees it. Of one that it left: the name, and nothing else. */
export interface GroupFacts {
  readonly name: string
  /** Empty also while it is not known: see groupsOf(im).avatar. */
  readonly avatar: string
  /** The entry that changed the avatar last; 0: there is none. */
  readonly avatarSeq: number
  readonly announcement: string
  readonly owner: AccountId
  readonly admins: readonly AccountId[]
  readonly members: number
  readonly settings: GroupSettings
  readonly allMuted: boolean
  readonly dissolved: boolean
  /** Own role (1 member, 2 admin, 3 owner), mute, nickname (others see it) and remark (nobody else does). */
  readonly role: number
  readonly mutedUntilMs: number
  readonly nickname: string
  readonly remark: string
  /** That wait for an answer of ours. */
  readonly joinRequests: number
}

export interface Notice {
  /** NoticeType. */
  readonly type: number
  readonly accounts: readonly AccountId[]
  readonly text: string
  readonly value: number
  readonly settings: GroupSettings | undefined
}

type Read<T> = { [Key in keyof T]?: T[Key] | null } | null | undefined

const settingsDefault: GroupSettings = {
  inviteFrom: 0,
  mentionAllFrom: 0,
  approveJoins: false,
  historyFromStart: false,
}

const groupDefault: Omit<GroupFacts, 'settings'> = {
  name: '',
  avatar: '',
  avatarSeq: 0,
  announcement: '',
  owner: 0,
  admins: [],
  members: 0,
  allMuted: false,
  dissolved: false,
  role: 0,
  mutedUntilMs: 0,
  nickname: '',
  remark: '',
  joinRequests: 0,
}

export const readSettings = (read: Read<GroupSettings>): GroupSettings =>
  withDefaults(settingsDefault, read)

export function readGroup(
  read: Read<Omit<GroupFacts, 'settings'> & { settings: Read<GroupSettings> }>,
): GroupFacts | undefined {
  if (read === null || read === undefined) return undefined
  return { ...withDefaults(groupDefault, read), settings: readSettings(read.settings) }
}

/** NOTE a view of the list leaves the avatar out: it is the one known as long as its seq is. */
export function mergeGroup(
  known: GroupFacts | undefined,
  group: GroupFacts | undefined,
): GroupFacts | undefined {
  if (known === undefined || group === undefined || group.avatar !== '') return group ?? known
  const isSame = group.avatarSeq === known.avatarSeq || group.role === 0
  return isSame ? { ...group, avatar: known.avatar } : group
}

/** What no notice tells of: as a view has it, which is older than what a notice told of the rest. */
export function withViewFacts(
  known: GroupFacts | undefined,
  view: GroupFacts | undefined,
): GroupFacts | undefined {
  if (known === undefined || view === undefined) return known
  const { remark, joinRequests } = view
  return { ...known, remark, joinRequests }
}

const kindNotice = wire.EntryKind.ENTRY_KIND_NOTICE as number
const types = wire.NoticeType

/** What an entry or message tells of its conversation or of the members; undefined: it is no notice. */
export function noticeOf({
  kind,
  content: { notice },
}: Pick<LogEntry, 'kind' | 'content'>): Notice | undefined {
  if (kind !== kindNotice || notice === null || notice === undefined) return undefined
  const { settings } = notice
  return {
    type: notice.type ?? 0,
    accounts: [...(notice.accounts ?? [])],
    text: notice.text ?? '',
    value: notice.value ?? 0,
    settings: settings === null || settings === undefined ? undefined : readSettings(settings),
  }
}

export function namesMe({ content }: Pick<LogEntry, 'content'>, me: AccountId): boolean {
  return content.mentionAll || content.mentions.some(({ account }) => account === me)
}

/**
 * What is known of a group after a new entry of its log: nobody has to ask again when something changes.
 * @returns whether we are in it again: what it is now, and our cursors there, have to be asked for.
 */
export function takeNotice(record: ConversationRecord, entry: LogEntry, me: AccountId): boolean {
  const notice = noticeOf(entry)
  if (notice === undefined || entry.seq <= record.groupAt) return false
  record.groupAt = entry.seq
  if (record.group === undefined) return false
  record.group = { ...record.group, ...changes(record.group, notice, entry, me) }
  if (leaves(notice, me)) record.left = true
  if (notice.type === types.NOTICE_TYPE_DISSOLVED) record.left = true
  const isBack = record.left && comes(notice, me)
  if (isBack) record.left = false
  return isBack
}

const comes = ({ type, accounts }: Notice, me: AccountId): boolean =>
  (type === types.NOTICE_TYPE_MEMBERS_ADDED || type === types.NOTICE_TYPE_MEMBER_JOINED) &&
  accounts.includes(me)

const leaves = ({ type, accounts }: Notice, me: AccountId): boolean =>
  (type === types.NOTICE_TYPE_MEMBER_LEFT || type === types.NOTICE_TYPE_MEMBERS_REMOVED) &&
  accounts.includes(me)

function changes(
  group: GroupFacts,
  notice: Notice,
  { seq, sender }: LogEntry,
  me: AccountId,
): Partial<GroupFacts> {
  const { type, accounts, text, value, settings } = notice
  const [first = 0] = accounts
  const others = group.admins.filter((admin) => !accounts.includes(admin))
  switch (type) {
    case types.NOTICE_TYPE_MEMBERS_ADDED:
    case types.NOTICE_TYPE_MEMBER_JOINED:
      return { members: value }
    case types.NOTICE_TYPE_MEMBER_LEFT:
    case types.NOTICE_TYPE_MEMBERS_REMOVED:
      return { members: value, admins: others }
    case types.NOTICE_TYPE_OWNER_CHANGED: {
      const role = first === me ? groupRoles.owner : sender === me ? groupRoles.admin : group.role
      return { owner: first, admins: [...others, sender], role }
    }
    case types.NOTICE_TYPE_ROLE_CHANGED:
      return {
        admins: value === groupRoles.admin ? [...others, first] : others,
        ...(first === me ? { role: value } : {}),
      }
    case types.NOTICE_TYPE_NAME_CHANGED:
      return { name: text }
    case types.NOTICE_TYPE_AVATAR_CHANGED:
      return { avatar: '', avatarSeq: value === 0 ? 0 : seq }
    case types.NOTICE_TYPE_ANNOUNCEMENT_CHANGED:
      return { announcement: text }
    case types.NOTICE_TYPE_MEMBER_MUTED:
      return first === me ? { mutedUntilMs: value } : {}
    case types.NOTICE_TYPE_ALL_MUTED:
      return { allMuted: value === 1 }
    case types.NOTICE_TYPE_DISSOLVED:
      return { dissolved: true }
    case types.NOTICE_TYPE_SETTINGS_CHANGED:
      return settings === undefined ? {} : { settings }
    case types.NOTICE_TYPE_NICKNAME_CHANGED:
      return first === me ? { nickname: text } : {}
    default:
      return {}
  }
}
