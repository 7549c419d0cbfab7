import type { ConversationSummary, Message } from '@parley/client/browser'
import { memo, useState } from 'react'
import { clockTime, dayName, exactTime } from '../i18n/format-time.ts'
import { useText } from '../i18n/use-text.ts'
import { classNames } from '../kit/class-names.ts'
import styles from './message-row.module.css'
import { MessageStatus, statusOf, statusWords } from './message-status.tsx'
import { MessageText } from './message-text.tsx'
import { isEmojiOnly } from './rich-text.ts'
import type { TimelineRow } from './timeline.ts'
import { UnsentActions } from './unsent-actions.tsx'

export interface MessageRowProps extends TimelineRow {
  /** Who says it, for those who do not see on which side it stands. */
  senderName: string
  peerDelivered: number
  peerRead: number
  nowMs: number
  /** The very first message: what stands above it. */
  beginning: string | undefined
  isNewest: boolean
}

/** One message with what stands above it: the day, the divider of what is unread. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { message, startsDay, startsUnread, first, last, beginning } = props
  const { text, language } = useText()
  const shown = { text, language, nowMs: props.nowMs }
  return (
    <div
      className={classNames(
        styles.row,
        message.mine ? styles.own : styles.their,
        first && styles.first,
        last && styles.last,
        props.isNewest && styles.newest,
      )}
      data-seq={message.seq}
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
      <Bubble {...props} />
    </div>
  )
})

function Bubble({ message, senderName, peerDelivered, peerRead }: MessageRowProps) {
  const { text, language } = useText()
  const [isOpen, setOpen] = useState(false)
  const status = message.mine ? statusOf(message, { peerDelivered, peerRead }) : undefined
  const isStuck = status === 'failed' || status === 'held' || status === 'unknown'
  const exact = exactTime(language, message.timeMs)
  const isLarge = !message.gone && isEmojiOnly(message.text)
  return (
    <div className={styles.line}>
      {/* A tap shows the exact time; the same is in <time> for who cannot tap. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        className={classNames(styles.bubble, isLarge && styles.large, isStuck && styles.stuck)}
        onClick={() => {
          if (getSelection()?.isCollapsed !== false) setOpen(!isOpen)
        }}
      >
        <span className="visually-hidden">{senderName}: </span>
        {message.gone ? (
          <em className={styles.gone}>{text('chat.gone')}</em>
        ) : (
          <MessageText said={message.text} />
        )}
        <span className={styles.meta}>
          {message.edited && <span>{text('chat.edited')}</span>}
          <time dateTime={new Date(message.timeMs).toISOString()}>
            {clockTime(language, message.timeMs)}
          </time>
          {status !== undefined && <MessageStatus status={status} />}
          <span className={styles.tip} aria-hidden="true">
            {exact}
          </span>
        </span>
      </div>
      {isOpen && (
        <p className={styles.detail}>
          {exact}
          {status !== undefined && ` · ${text(statusWords[status])}`}
        </p>
      )}
      {isStuck && <UnsentActions message={message} status={status} />}
    </div>
  )
}

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
