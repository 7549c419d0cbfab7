import type { ConversationSummary, Message } from '@parley/client/browser'
import { memo } from 'react'
import { dayName } from '../i18n/format-time.ts'
import { useText } from '../i18n/use-text.ts'
import { classNames } from '../kit/class-names.ts'
import { MessageBubble } from './message-bubble.tsx'
import styles from './message-row.module.css'
import { NoticeLine } from './notice-line.tsx'
import { isLine, type TimelineRow } from './timeline.ts'

export interface MessageRowProps extends TimelineRow {
  /** Who says it, for those who do not see on which side it stands. */
  senderName: string
  peerDelivered: number
  peerRead: number
  nowMs: number
  /** The very first message: what stands above it. */
  beginning: string | undefined
  isNewest: boolean
  /** One was just taken here. */
  isMarked: boolean
}

/** One message with what stands above it: the day, the divider of what is unread. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { message, startsDay, startsUnread, first, beginning, isMarked } = props
  const { text, language } = useText()
  const shown = { text, language, nowMs: props.nowMs }
  return (
    <div
      className={classNames(
        styles.row,
        first && styles.first,
        props.isNewest && styles.newest,
        isMarked && styles.marked,
      )}
      data-seq={message.seq}
      data-marked={isMarked ? '' : undefined}
    >
      {beginning !== undefined && <p className={styles.beginning}>{beginning}</p>}
      {startsDay && (
        <h3 className={styles.day}>
          <span className={styles.dayName}>{dayName(shown, message.timeMs)}</span>
        </h3>
      )}
      {startsUnread && (
        <h3 className={styles.unread}>
          <span>{text('chat.unread')}</span>
        </h3>
      )}
      {isLine(message) ? <NoticeLine message={message} /> : <MessageBubble {...props} />}
    </div>
  )
})

/** What of a summary a row needs. */
export function cursorsOf(
  summary: ConversationSummary,
  message: Message,
): Pick<MessageRowProps, 'peerDelivered' | 'peerRead'> {
  // Rows of others, and own ones that are read, do not change when a cursor moves on.
  if (!message.mine) return { peerDelivered: 0, peerRead: 0 }
  return {
    peerDelivered: Math.min(summary.peerDelivered, message.seq),
    peerRead: Math.min(summary.peerRead, message.seq),
  }
}
