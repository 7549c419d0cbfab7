import type { Message } from '@parley/client/node'
import { localDay, localMinute } from '../output/clock-time.ts'
import { plainText } from '../output/plain-text.ts'
import type { ChatText } from './chat-text.ts'

export interface ChatLine {
  key: string
  kind: 'day' | 'message'
  text: string
  time: string
  mine: boolean
  mark: string
  /** The other side has read it. */
  isRead: boolean
}

const dayMs = 24 * 3_600_000

/** Messages as rows of the screen, with a row where a day begins. */
export function messageLines(
  messages: readonly Message[],
  seen: { peerDelivered: number; peerRead: number; nowMs: number },
  text: ChatText,
): ChatLine[] {
  const lines: ChatLine[] = []
  let day = ''
  for (const message of messages) {
    const today = localDay(message.timeMs)
    if (today !== day) {
      day = today
      const name = dayName(message.timeMs, seen.nowMs, text)
      lines.push({
        key: `day ${today}`,
        kind: 'day',
        text: name,
        time: '',
        mine: false,
        mark: '',
        isRead: false,
      })
    }
    lines.push({
      key: message.key,
      kind: 'message',
      text: message.gone ? `(${text.recalled})` : plainText(message.text),
      time: localMinute(message.timeMs).slice(-5),
      mine: message.mine,
      mark: message.mine ? tick(message, seen, text) : '',
      isRead: message.seq > 0 && message.seq <= seen.peerRead,
    })
  }
  return lines
}

/** … on its way, ✓ stored, ✓✓ on a device of the other side. */
export function tick(message: Message, seen: { peerDelivered: number }, text: ChatText): string {
  if (message.state === 'failed' || message.state === 'unknown' || message.state === 'held')
    return `! ${text.failed}`
  if (message.seq === 0) return '…'
  return message.seq <= seen.peerDelivered ? '✓✓' : '✓'
}

function dayName(timeMs: number, nowMs: number, text: ChatText): string {
  if (localDay(timeMs) === localDay(nowMs)) return text.today
  if (localDay(timeMs) === localDay(nowMs - dayMs)) return text.yesterday
  return localDay(timeMs)
}
