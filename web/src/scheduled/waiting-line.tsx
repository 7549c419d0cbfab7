import type { ConversationSummary } from '@parley/client/browser'
import { lazy, Suspense, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { Icon } from '../kit/icon.tsx'
import styles from './scheduled.module.css'
import { useWaiting } from './use-waiting.ts'

const WaitingDialog = lazy(async () => ({
  default: (await import('./waiting-dialog.tsx')).WaitingDialog,
}))

/** How many messages wait here for their time; a press shows them. */
export function WaitingLine({ summary }: { summary: ConversationSummary }) {
  const { text } = useText()
  const waiting = useWaiting(summary)
  const [isOpen, setOpen] = useState(false)
  const failed = waiting.filter(({ state }) => state === 'failed').length
  return (
    <>
      {waiting.length > 0 && (
        <button
          type="button"
          className={styles.line}
          data-waiting={waiting.length}
          onClick={() => setOpen(true)}
        >
          <Icon name={failed > 0 ? 'alert' : 'clock'} size={18} className={styles.icon} />
          {failed > 0
            ? text('later.failedCount', { count: failed })
            : text('later.waiting', { count: waiting.length })}
        </button>
      )}
      {isOpen && (
        <Suspense fallback={null}>
          <WaitingDialog summary={summary} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
