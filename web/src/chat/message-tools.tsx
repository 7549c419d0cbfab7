import type { Message } from '@parley/client/browser'
import { useText } from '../i18n/use-text.ts'
import { Icon } from '../kit/icon.tsx'
import { useChat } from './chat-context.ts'
import styles from './message-tools.module.css'

/**
 * Beside a message under the mouse, and always there for screen readers. NOTE plain buttons: a history has hundreds, and
 * no stops of Tab, since the message itself is one.
 */
export function MessageTools({ message, senderName }: { message: Message; senderName: string }) {
  const { text } = useText()
  const { openMenu, reply, isClosed } = useChat()
  return (
    <span className={styles.tools}>
      {message.seq > 0 && !isClosed && (
        <button
          type="button"
          className={styles.tool}
          tabIndex={-1}
          aria-label={text('act.reply')}
          title={text('act.reply')}
          onClick={() => reply(message)}
        >
          <Icon name="reply" size={18} />
        </button>
      )}
      <button
        type="button"
        className={styles.tool}
        tabIndex={-1}
        aria-haspopup="menu"
        aria-label={text('act.actionsOf', { name: senderName })}
        title={text('act.actions')}
        data-actions=""
        onClick={(event) => openMenu(message, event.currentTarget)}
      >
        <Icon name="more" size={18} />
      </button>
    </span>
  )
}
