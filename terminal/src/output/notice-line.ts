import { wire } from '@parley/protocol'

export interface NoticeJson {
  /** `members_added`, `name_changed`, … */
  readonly type: string
  /** Handles of whom it concerns. */
  readonly accounts: readonly string[]
  readonly text: string
  readonly value: number
}

type Notice = NonNullable<ReturnType<typeof wire.EntryBody.decode>['notice']>
type Named = (account: number) => string

export function noticeJson(notice: Notice, named: Named): NoticeJson {
  const name = wire.NoticeType[notice.type ?? 0] ?? 'NOTICE_TYPE_UNKNOWN'
  return {
    type: name.replace('NOTICE_TYPE_', '').toLowerCase(),
    accounts: (notice.accounts ?? []).map(named),
    text: notice.text ?? '',
    value: notice.value ?? 0,
  }
}

type Words = (notice: NoticeJson & { whom: string }) => string

const english: Readonly<Record<string, Words>> = {
  group_created: ({ text, whom }) =>
    `made the group “${text}”${whom === '' ? '' : ` with ${whom}`}`,
  members_added: ({ whom }) => `added ${whom}`,
  member_joined: () => 'joined',
  member_left: () => 'left',
  members_removed: ({ whom }) => `removed ${whom}`,
  owner_changed: ({ whom }) => `handed the group over to ${whom}`,
  role_changed: ({ whom, value }) => `made ${whom} ${value === 2 ? 'an admin' : 'a member'}`,
  name_changed: ({ text }) => `renamed the group to “${text}”`,
  avatar_changed: () => 'changed the picture of the group',
  announcement_changed: ({ text }) =>
    text === '' ? 'took the announcement away' : `announced: ${text}`,
  member_muted: ({ whom, value }) => (value === 0 ? `let ${whom} write again` : `muted ${whom}`),
  all_muted: ({ value }) => (value === 0 ? 'let all write again' : 'muted all'),
  dissolved: () => 'dissolved the group',
  settings_changed: () => 'changed the settings of the group',
  nickname_changed: ({ text }) =>
    text === '' ? 'took the own nickname away' : `is called “${text}” here`,
  other: () => 'changed something',
}

const chinese: Readonly<Record<string, Words>> = {
  group_created: ({ text, whom }) => `创建了群“${text}”${whom === '' ? '' : `，成员有 ${whom}`}`,
  members_added: ({ whom }) => `邀请 ${whom} 加入了群`,
  member_joined: () => '加入了群',
  member_left: () => '退出了群',
  members_removed: ({ whom }) => `将 ${whom} 移出了群`,
  owner_changed: ({ whom }) => `将群转让给了 ${whom}`,
  role_changed: ({ whom, value }) =>
    value === 2 ? `将 ${whom} 设为管理员` : `取消了 ${whom} 的管理员身份`,
  name_changed: ({ text }) => `将群名改为“${text}”`,
  avatar_changed: () => '更换了群头像',
  announcement_changed: ({ text }) => (text === '' ? '删除了群公告' : `发布了群公告：${text}`),
  member_muted: ({ whom, value }) => (value === 0 ? `解除了 ${whom} 的禁言` : `将 ${whom} 禁言`),
  all_muted: ({ value }) => (value === 0 ? '解除了全员禁言' : '开启了全员禁言'),
  dissolved: () => '解散了群',
  settings_changed: () => '修改了群设置',
  nickname_changed: ({ text }) => (text === '' ? '删除了群昵称' : `的群昵称改为“${text}”`),
  other: () => '作了更改',
}

/** What happened, behind the name of who did it. */
export function noticeText(notice: NoticeJson, language: 'en' | 'zh' = 'en'): string {
  const table = language === 'zh' ? chinese : english
  const words = Object.hasOwn(table, notice.type) ? table[notice.type] : table['other']
  return words?.({ ...notice, whom: notice.accounts.join(', ') }) ?? ''
}
