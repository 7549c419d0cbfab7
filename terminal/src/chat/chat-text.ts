/** The words of the full-screen client. */
export type ChatLanguage = 'en' | 'zh'

const en = {
  language: 'en',
  conversations: 'Conversations',
  empty: 'No conversation yet. Type /to HANDLE to begin one.',
  members: 'members',
  unknownGroup: 'you are in no group',
  nothing: 'Nothing here yet. Write the first message.',
  keys: 'Enter send · ↑ again · Tab next · PgUp scroll · /to HANDLE · Ctrl-C quit',
  read: 'read',
  connecting: 'connecting …',
  offline: 'offline: what you write leaves when the connection is back',
  signedOut: 'signed out: this device has ended',
  kicked: 'the server ended the connection',
  typing: 'types …',
  online: 'online',
  today: 'Today',
  yesterday: 'Yesterday',
  failed: 'not sent',
  recalled: 'recalled',
  unknownHandle: 'there is no account',
  more: 'newer messages below',
}

const zh: Record<keyof typeof en, string> = {
  language: 'zh',
  conversations: '会话',
  empty: '还没有会话。输入 /to 用户名 开始聊天。',
  members: '位成员',
  unknownGroup: '您不在这个群里：',
  nothing: '还没有消息，写第一条吧。',
  keys: '回车 发送 · ↑ 重写 · Tab 切换 · PgUp 翻页 · /to 用户名 · Ctrl-C 退出',
  read: '已读',
  connecting: '正在连接……',
  offline: '离线:写下的消息会在恢复连接后发出',
  signedOut: '已退出登录:此设备已失效',
  kicked: '服务器结束了连接',
  typing: '正在输入……',
  online: '在线',
  today: '今天',
  yesterday: '昨天',
  failed: '未发送',
  recalled: '已撤回',
  unknownHandle: '没有这个用户',
  more: '下面有新消息',
}

export type ChatText = typeof en

export function chatText(language: ChatLanguage): ChatText {
  return language === 'zh' ? zh : en
}

/** By --lang, else by the locale of the environment. */
export function chatLanguage(
  wish: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): ChatLanguage {
  const locale =
    wish ?? environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? ''
  return /^zh/i.test(locale) ? 'zh' : 'en'
}
