import type { Message } from '@parley/client/browser'
import { lazy, Suspense, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useText } from '../i18n/use-text.ts'
import { Icon } from '../kit/icon.tsx'
import { errorText } from '../session/error-text.ts'
import { useIM } from '../session/session-context.ts'
import { type Status, statusWords } from './message-status.tsx'
import styles from './unsent-actions.module.css'

const Confirm = lazy(async () => ({ default: (await import('../kit/confirm.tsx')).Confirm }))

/** Below a message that does not leave by itself: why, and what can be done. */
export function UnsentActions({ message, status }: { message: Message; status: Status }) {
  const im = useIM()
  const { text } = useText()
  const [asking, setAsking] = useState(false)
  const sent = () => im.outbox.getSnapshot().find(({ key }) => key === message.key)
  const reason = message.error === undefined ? undefined : errorText(text, message.error)
  return (
    <div className={styles.place}>
      <p className={styles.reason}>
        <strong>{text(statusWords[status])}</strong>
        {reason !== undefined && <> · {reason}</>}
      </p>
      <span className={styles.actions}>
        <Button className={styles.action ?? ''} onPress={() => sent()?.resend()}>
          <Icon name="retry" size={16} />
          {text('message.resend')}
        </Button>
        <Button className={styles.action ?? ''} onPress={() => setAsking(true)}>
          <Icon name="discard" size={16} />
          {text('message.discard')}
        </Button>
      </span>
      {asking && (
        <Suspense fallback={null}>
          <Confirm
            title={text('message.discardTitle')}
            hint={text('message.discardHint')}
            action={text('message.discard')}
            describe={(thrown) => errorText(text, thrown)}
            onConfirm={() => sent()?.discard()}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      )}
    </div>
  )
}
