import { entryKinds, type Message } from '@parley/client/browser'
import { dayOf } from '../i18n/format-time.ts'

/** Messages of one person closer together than this stand as one group. */
const groupMs = 5 * 60_000

/** A message with its place among its neighbours. */
export interface TimelineRow {
  message: Message
  /** Begins a day: a separator stands above it. */
  startsDay: boolean
  /** The first unread one: a divider stands above it. */
  startsUnread: boolean
  /** First and last of a group of bubbles. */
  first: boolean
  last: boolean
}

export interface TimelineInput {
  messages: readonly Message[]
  /** The divider stands above the first message of others after this seq; undefined: nowhere. */
  unreadAfter: number | undefined
  /** Older messages are still to come: see `timeline`. */
  hasOlder: boolean
}

/**
 * One row a message, so that pages may come before and after without any row changing its key. What stands above a
 * message depends on the one before it. Where older ones are still to come the first message has no row, it only tells
 * about the second: otherwise a row would change its height when they come, which moves the view.
 */
export function timeline({ messages, unreadAfter, hasOlder }: TimelineInput): TimelineRow[] {
  const rows: TimelineRow[] = []
  const startsCut = hasOlder && messages.length > 1
  let dividerStands =
    unreadAfter === undefined || (startsCut && (messages[0]?.seq ?? 0) > unreadAfter + 1)
  let before: TimelineRow | undefined
  for (const message of messages) {
    const startsDay = before === undefined || dayOf(before.message.timeMs) !== dayOf(message.timeMs)
    const startsUnread: boolean =
      !dividerStands && !message.mine && message.seq > (unreadAfter ?? 0)
    if (startsUnread) dividerStands = true
    const first =
      before === undefined || startsDay || startsUnread || !isGroup(before.message, message)
    if (first && before !== undefined) before.last = true
    const row: TimelineRow = { message, startsDay, startsUnread, first, last: false }
    rows.push(row)
    before = row
  }
  if (before !== undefined) before.last = true
  return startsCut ? rows.slice(1) : rows
}

/** Stands between the messages as a line of its own: a notice, or that something was recalled. */
export const isLine = ({ kind, gone }: Message): boolean => gone || kind === entryKinds.notice

function isGroup(a: Message, b: Message): boolean {
  if (isLine(a) || isLine(b)) return false
  return a.sender === b.sender && b.timeMs - a.timeMs < groupMs
}
