import type { ConversationSummary, Message } from '@parley/client/browser'
import type { MessageId } from '../i18n/catalog/en.ts'
import { useText } from '../i18n/use-text.ts'
import { classNames } from '../kit/class-names.ts'
import { Icon, type IconName } from '../kit/icon.tsx'
import styles from './message-status.module.css'

export type Status = 'pending' | 'held' | 'failed' | 'unknown' | 'stored' | 'delivered' | 'read'

/** How far an own message has come. */
export function statusOf(
  message: Pick<Message, 'state' | 'seq'>,
  summary: Pick<ConversationSummary, 'peerDelivered' | 'peerRead'>,
): Status {
  if (message.state !== 'stored') return message.state
  if (message.seq <= summary.peerRead) return 'read'
  return message.seq <= summary.peerDelivered ? 'delivered' : 'stored'
}

const icons: Record<Status, IconName> = {
  pending: 'clock',
  held: 'alert',
  failed: 'alert',
  unknown: 'alert',
  stored: 'tick',
  delivered: 'ticks',
  read: 'ticks',
}

/** The words for a status. */
export const statusWords: Record<Status, MessageId> = {
  pending: 'message.pending',
  held: 'message.held',
  failed: 'message.failed',
  unknown: 'message.unknown',
  stored: 'message.stored',
  delivered: 'message.delivered',
  read: 'message.read',
}

export function MessageStatus({
  status,
  className,
}: {
  status: Status
  className?: string | undefined
}) {
  const { text } = useText()
  return (
    <span
      className={classNames(styles.status, styles[status], className)}
      role="img"
      aria-label={text(statusWords[status])}
      data-status={status}
    >
      <Icon name={icons[status]} size={16} />
    </span>
  )
}
