import type { Message } from '@parley/client/browser'
import { useQuoted } from '../chat/acts/use-quoted.ts'
import { useChat } from '../chat/chat-context.ts'
import { previewOf } from '../chat/preview.ts'
import type { Composing } from '../chat/use-composing.ts'
import { useText } from '../i18n/use-text.ts'
import { Icon } from '../kit/icon.tsx'
import { IconButton } from '../kit/icon-button.tsx'
import styles from './composing-bar.module.css'

export interface ComposingBarProps {
  composing: Exclude<Composing, { name: 'new' }>
  onEnd: () => void
}

/** What is answered or edited, above what one writes. */
export function ComposingBar({ composing, onEnd }: ComposingBarProps) {
  const { text } = useText()
  const { nameOf } = useChat()
  const isReply = composing.name === 'reply'
  const before: Message = isReply ? composing.to : composing.of
  const now = useQuoted(before.seq)
  const message = now === undefined || now === 'missing' ? before : now
  const title = isReply ? text('quote.of', { name: nameOf(message.sender) }) : text('edit.title')
  return (
    <div className={styles.bar} data-composing={composing.name}>
      <Icon name={isReply ? 'reply' : 'edit'} size={20} className={styles.icon} />
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        <bdi className={styles.said}>{previewOf(text, message, nameOf)}</bdi>
      </span>
      <IconButton
        icon="close"
        label={text(isReply ? 'quote.cancel' : 'edit.cancel')}
        onPress={onEnd}
      />
    </div>
  )
}
