import {
  scheduledOf,
  type ConversationSummary,
  type ScheduledMessage,
} from '@parley/client/browser'
import { useState } from 'react'
import { useUnderWay } from '../app/use-under-way.ts'
import { exactMinute } from '../i18n/format-time.ts'
import { useText } from '../i18n/use-text.ts'
import { Dialog } from '../kit/dialog.tsx'
import { MenuButton } from '../kit/menu-button.tsx'
import type { MenuAction } from '../kit/menu.tsx'
import { Notice } from '../kit/notice.tsx'
import { errorText } from '../session/error-text.ts'
import { useIM } from '../session/session-context.ts'
import styles from './scheduled.module.css'
import { TimeDialog } from './time-dialog.tsx'
import { useWaiting } from './use-waiting.ts'

export interface WaitingDialogProps {
  summary: ConversationSummary
  onClose: () => void
}

/** What waits in one conversation, and what can be done to it. */
export function WaitingDialog({ summary, onClose }: WaitingDialogProps) {
  const scheduled = scheduledOf(useIM())
  const { text } = useText()
  const waiting = useWaiting(summary)
  const { error, run } = useUnderWay()
  const [changing, setChanging] = useState<ScheduledMessage>()
  const actionsOf = (message: ScheduledMessage) => (): MenuAction[] => [
    {
      id: 'now',
      label: text('later.now'),
      icon: 'send',
      onAction: () => run('now', () => scheduled.sendNow(message.id)),
    },
    {
      id: 'change',
      label: text('later.change'),
      icon: 'clock',
      onAction: () => setChanging(message),
    },
    {
      id: 'cancel',
      label: text('later.cancel'),
      icon: 'discard',
      look: 'danger',
      onAction: () => run('cancel', () => scheduled.cancel(message.id)),
    },
  ]
  if (changing !== undefined)
    return (
      <TimeDialog
        title={text('later.changeTitle')}
        atMs={changing.atMs}
        onChoose={(atMs) => scheduled.reschedule(changing.id, atMs)}
        onClose={() => setChanging(undefined)}
      />
    )
  return (
    <Dialog title={text('later.list')} onClose={onClose}>
      {error !== undefined && <Notice look="danger">{error}</Notice>}
      {waiting.length === 0 && <p className={styles.none}>{text('later.none')}</p>}
      <ul className={styles.list}>
        {waiting.map((message) => (
          <li key={message.id} className={styles.item} data-scheduled={message.state}>
            <Words message={message} />
            <MenuButton
              icon="more"
              label={text('later.actionsOf', { text: message.text })}
              actions={actionsOf(message)}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function Words({ message }: { message: ScheduledMessage }) {
  const { text, language } = useText()
  return (
    <span className={styles.words}>
      <bdi className={styles.said}>{message.text}</bdi>
      <time className={styles.when} dateTime={new Date(message.atMs).toISOString()}>
        {exactMinute(language, message.atMs)}
      </time>
      {message.error !== undefined && (
        <span className={styles.failed}>
          {text('later.notSent', { reason: errorText(text, message.error) })}
        </span>
      )}
    </span>
  )
}
