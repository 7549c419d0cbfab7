import { noticeOf, type Message, type Notice } from '@parley/client/node'
import { localDay, localMinute } from '../output/clock-time.ts'
import { noticeJson, noticeText } from '../output/notice-line.ts'
import { plainText } from '../output/plain-text.ts'
import type { ChatText } from './chat-text.ts'
import { displayWidth } from './display-width.ts'
import { wrapText } from './wrap-text.ts'

/** One row of the screen. */
export interface MessageRow {
  readonly key: string
  readonly kind: 'blank' | 'day' | 'name' | 'mine' | 'theirs' | 'failed'
  readonly indent: number
  readonly text: string
  /** Time and ticks, behind the last row of a message. */
  readonly tail: string
  readonly isRead: boolean
}

export interface Seen {
  /** The other side's cursors. */
  readonly peerDelivered: number
  readonly peerRead: number
  readonly nowMs: number
  /** In a group: what others are called. Absent: there is one other side, and nobody asks who speaks. */
  readonly nameOf?: ((account: number) => string) | undefined
}

const dayMs = 24 * 3_600_000
/** A message leaves this much free on the side of the other one. */
const marginColumns = 8
const columnsMin = 10

/** Messages as rows of exactly the pane's width, with a row where a day begins. */
export function messageRows(
  messages: readonly Message[],
  seen: Seen,
  pane: { columns: number; text: ChatText },
): MessageRow[] {
  const newestRead = messages.findLast(({ mine, seq }) => mine && seq > 0 && seq <= seen.peerRead)
  let day = ''
  let speaker = 0
  return messages.flatMap((message) => {
    const today = localDay(message.timeMs)
    const isNewDay = today !== day
    day = today
    const isNewestRead = message === newestRead
    const notice = noticeOf(message)
    const isNewSpeaker = isNewDay || message.sender !== speaker
    speaker = notice === undefined ? message.sender : 0
    const rows =
      notice === undefined
        ? [
            ...(isNewSpeaker ? nameRows(message, seen) : []),
            ...oneMessage(message, { seen, isNewestRead }, pane),
          ]
        : noticeRows(message, notice, seen, pane)
    return isNewDay ? [...dayRows(message.timeMs, seen.nowMs, pane), ...rows] : rows
  })
}

function oneMessage(
  message: Message,
  { seen, isNewestRead }: { seen: Seen; isNewestRead: boolean },
  { columns, text }: { columns: number; text: ChatText },
): MessageRow[] {
  const isFailed = ['failed', 'unknown', 'held'].includes(message.state)
  const kind = isFailed ? 'failed' : message.mine ? 'mine' : 'theirs'
  const mark = message.mine ? ` ${tick(message, seen, text)}` : ''
  const label = isNewestRead ? ` ${text.read}` : ''
  const tail = `  ${localMinute(message.timeMs)}${mark}${label}`
  const width = Math.max(columnsMin, columns - marginColumns)
  const body = message.gone ? `(${text.recalled})` : plainText(message.text)
  const lines = wrapText(body, width)
  const last = lines.at(-1) ?? ''
  const hasRoom = displayWidth(last) + displayWidth(tail) <= columns
  const shown = hasRoom ? lines : [...lines, '']
  const widths = shown.map((line, index) => {
    const isLast = index === shown.length - 1
    return displayWidth(line) + (isLast ? displayWidth(tail) : 0)
  })
  const indent = message.mine ? Math.max(0, columns - Math.max(...widths)) : 0
  return shown.map((line, index) => ({
    key: `${message.key} ${index}`,
    kind,
    indent,
    text: line,
    tail: index === shown.length - 1 ? tail : '',
    isRead: message.seq > 0 && message.seq <= seen.peerRead,
  }))
}

/** Who speaks from here on. */
function nameRows({ key, mine, sender }: Message, { nameOf }: Seen): MessageRow[] {
  if (nameOf === undefined || mine) return []
  const text = plainText(nameOf(sender)).replaceAll('\n', ' ')
  return [{ key: `${key} name`, kind: 'name', indent: 0, text, tail: '', isRead: false }]
}

/** What happened to a group stands in the middle. */
function noticeRows(
  { key, sender }: Message,
  notice: Notice,
  { nameOf = String }: Seen,
  { columns, text }: { columns: number; text: ChatText },
): MessageRow[] {
  const json = noticeJson({ ...notice, accounts: [...notice.accounts] } as never, nameOf)
  const language = text.language === 'zh' ? 'zh' : 'en'
  const said = plainText(`${nameOf(sender)} ${noticeText(json, language)}`)
  return wrapText(said, Math.max(columnsMin, columns - marginColumns)).map((line, index) => ({
    ...{ key: `${key} ${index}`, kind: 'day', text: line, tail: '', isRead: false },
    indent: Math.max(0, Math.floor((columns - displayWidth(line)) / 2)),
  }))
}

/** … on its way, ✓ stored, ✓✓ on a device of the other side (and in another colour once read). */
function tick(message: Message, seen: Seen, text: ChatText): string {
  if (message.state === 'failed' || message.state === 'unknown' || message.state === 'held')
    return `! ${text.failed}`
  if (message.seq === 0) return '…'
  return message.seq <= seen.peerDelivered ? '✓✓' : '✓'
}

function dayRows(
  timeMs: number,
  nowMs: number,
  { columns, text }: { columns: number; text: ChatText },
): MessageRow[] {
  const name = `── ${dayName(timeMs, nowMs, text)} ──`
  const indent = Math.max(0, Math.floor((columns - displayWidth(name)) / 2))
  const key = `day ${localDay(timeMs)}`
  const day = { key, kind: 'day', indent, text: name, tail: '', isRead: false } as const
  return [{ ...day, key: `${key} gap`, kind: 'blank', text: '' }, day]
}

function dayName(timeMs: number, nowMs: number, text: ChatText): string {
  if (localDay(timeMs) === localDay(nowMs)) return text.today
  if (localDay(timeMs) === localDay(nowMs - dayMs)) return text.yesterday
  return localDay(timeMs)
}
