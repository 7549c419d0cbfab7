import type { Message } from '@parley/client/browser'
import { useText } from '../../i18n/use-text.ts'
import { useChat } from '../chat-context.ts'
import { previewOf } from '../preview.ts'
import styles from './quote.module.css'
import { useQuoted } from './use-quoted.ts'

/** The message that this one answers. Always two lines high, so that nothing jumps when it is known; a press goes there. */
export function Quote({ message }: { message: Message }) {
  const { text } = useText()
  const { nameOf, jumpTo } = useChat()
  const quoted = useQuoted(message.replyTo)
  if (quoted === undefined || quoted === 'missing')
    return (
      <span className={styles.quote}>
        <span className={styles.said}>
          {text(quoted === undefined ? 'quote.loading' : 'quote.missing')}
        </span>
      </span>
    )
  const name = nameOf(quoted.sender)
  const said = previewOf(text, quoted, nameOf)
  return (
    <button
      type="button"
      className={styles.quote}
      data-quote={quoted.seq}
      onClick={(event) => {
        event.stopPropagation()
        jumpTo(quoted.seq)
      }}
    >
      <span className="visually-hidden">{text('quote.jump')}: </span>
      <span className={styles.name}>
        <bdi>{name}</bdi>
      </span>
      <span className={styles.said}>
        <bdi>{said}</bdi>
      </span>
    </button>
  )
}
