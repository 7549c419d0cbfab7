import { forwardOf, type Message } from '@parley/client/browser'
import { lazy, Suspense, useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { contentPreview } from '../preview.ts'
import styles from './frame.module.css'

const Dialog = lazy(async () => ({ default: (await import('../../kit/dialog.tsx')).Dialog }))

/** So many are shown without opening it. */
const shownMax = 4

/** Messages of another conversation, as they were when they were forwarded. */
export function ForwardFrame({ message }: { message: Message }) {
  const { text } = useText()
  const [isOpen, setOpen] = useState(false)
  const forward = forwardOf(message)
  const title = forward?.title || text('forward.from')
  const entries = (forward?.messages ?? []).map((one) => {
    return { name: one.senderName, said: contentPreview(text, one) }
  })
  return (
    <span className={styles.frame}>
      <bdi className={styles.head}>{title}</bdi>
      {entries.slice(0, shownMax).map(({ name, said }, index) => (
        // What was forwarded does not change.
        <bdi key={index} className={styles.more}>
          {text('chat.said', { name, text: said })}
        </bdi>
      ))}
      {entries.length > 0 && (
        <button
          type="button"
          className={styles.open}
          onClick={(event) => {
            event.stopPropagation()
            setOpen(true)
          }}
        >
          {text('forward.open', { count: entries.length })}
        </button>
      )}
      {isOpen && (
        <Suspense fallback={null}>
          <Dialog title={title} onClose={() => setOpen(false)}>
            <ol className={styles.list}>
              {entries.map(({ name, said }, index) => (
                <li key={index} className={styles.entry}>
                  <bdi className={styles.from}>{name}</bdi>
                  <bdi className={styles.wrapped}>{said}</bdi>
                </li>
              ))}
            </ol>
          </Dialog>
        </Suspense>
      )}
    </span>
  )
}
