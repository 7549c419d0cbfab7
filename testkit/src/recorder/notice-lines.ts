import { noticeOf, type Message } from '@parley/client'
import { wire } from '@parley/protocol'
import type { DeedKind, Line } from '../checker/history.ts'

const types = wire.NoticeType

const kinds: Readonly<Record<number, DeedKind>> = {
  [types.NOTICE_TYPE_GROUP_CREATED]: 'created',
  [types.NOTICE_TYPE_MEMBERS_ADDED]: 'added',
  [types.NOTICE_TYPE_MEMBER_JOINED]: 'joined',
  [types.NOTICE_TYPE_MEMBER_LEFT]: 'left',
  [types.NOTICE_TYPE_MEMBERS_REMOVED]: 'removed',
}

/** What an entry tells of a group, as lines of a history: the deed behind it, and who came or went with it. */
export function noticeLines(conversation: number, message: Message): Line[] {
  const notice = noticeOf(message)
  if (notice === undefined) return []
  const { seq, sender: by, clientId: id } = message
  const { type, accounts, text, settings } = notice
  const what = kinds[type] ?? 'told'
  const told = what === 'told' ? `${type}:${text}` : text
  const lines: Line[] = [
    {
      ...{ event: 'notice', conversation, seq, id, by, what, text: told },
      accounts: [...accounts].toSorted((a, b) => a - b),
    },
  ]
  const come = what === 'created' ? [by, ...accounts] : accounts
  if (what === 'created' || what === 'added' || what === 'joined')
    for (const account of come) lines.push({ event: 'joined', account, conversation, seq })
  if (what === 'left' || what === 'removed')
    for (const account of accounts) lines.push({ event: 'left', account, conversation, seq })
  if (settings !== undefined)
    lines.push({ event: 'open', conversation, seq, open: settings.historyFromStart })
  return lines
}
