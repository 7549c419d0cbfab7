import { wire } from '@parley/protocol'
import { declareTable, type RowOf } from './declared-table.ts'

export const groupKind: number = wire.ConversationKind.CONVERSATION_KIND_GROUP

/** What every send to a group looks at: narrow. */
export const groupTable = declareTable({
  name: 'group_state',
  columns: {
    conversation: 'integer',
    owner: 'integer',
    /** A JSON list, as long as groupAdminsMax; the roles of the member rows say the same. */
    admins: 'text',
    members: 'integer',
    /** The entry by which members came or went last. */
    membersSeq: 'integer',
    mentionAllSeq: 'integer',
    mentionAllBy: 'integer',
    inviteFrom: 'integer',
    mentionAllFrom: 'integer',
    approveJoins: 'integer',
    historyFromStart: 'integer',
    allMuted: 'integer',
    dissolvedSeq: 'integer',
    joinRequests: 'integer',
  },
  key: ['conversation'],
  indexes: [],
})

export const groupTextTable = declareTable({
  name: 'group_text',
  columns: {
    conversation: 'integer',
    name: 'text',
    announcement: 'text',
    avatar: 'text',
    avatarSeq: 'integer',
  },
  key: ['conversation'],
  indexes: [],
})

/** What is seldom set of a member; without a row nothing is. */
export const groupMemberTable = declareTable({
  name: 'group_member',
  columns: {
    conversation: 'integer',
    account: 'integer',
    mutedUntilMs: 'integer',
    nickname: 'text',
    remark: 'text',
    /** The newest entry that names this member. */
    mentionedSeq: 'integer',
    /** What the group was called when the member left. */
    formerName: 'text',
  },
  key: ['conversation', 'account'],
  indexes: [],
})

export const groupLinkTable = declareTable({
  name: 'group_link',
  columns: {
    token: 'blob',
    conversation: 'integer',
    creator: 'integer',
    createdMs: 'integer',
    expiresMs: 'integer',
    usesMax: 'integer',
    uses: 'integer',
  },
  key: ['token'],
  indexes: [['conversation', 'createdMs']],
})

export const joinRequestTable = declareTable({
  name: 'group_join_request',
  columns: { conversation: 'integer', account: 'integer', text: 'text', askedMs: 'integer' },
  key: ['conversation', 'account'],
  indexes: [['conversation', 'askedMs']],
})

export const groupTables = [
  groupTable,
  groupTextTable,
  groupMemberTable,
  groupLinkTable,
  joinRequestTable,
] as const

export type GroupRow = RowOf<typeof groupTable>
export type GroupMemberRow = RowOf<typeof groupMemberTable>
