import type { Message } from '@parley/client/browser'
import { useText } from '../i18n/use-text.ts'
import { recalledText } from './acts/recalled-texts.ts'
import { useChat } from './chat-context.ts'
import styles from './notice-line.module.css'
import { previewOf } from './preview.ts'

/** A line between the messages: what happened to the conversation, or that a message was recalled. */
export function NoticeLine({ message }: { message: Message }) {
  const { text } = useText()
  const { nameOf, conversation, writeAgain, isClosed } = useChat()
  const again = message.gone ? recalledText(conversation, message.seq) : ''
  return (
    <p className={styles.line} data-notice="">
      <span className={styles.words}>{previewOf(text, message, nameOf)}</span>
      {again !== '' && !isClosed && (
        <button type="button" className={styles.again} onClick={() => writeAgain(again)}>
          {text('recalled.again')}
        </button>
      )}
    </p>
  )
}
