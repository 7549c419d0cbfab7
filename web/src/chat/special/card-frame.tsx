import type { Message } from '@parley/client/browser'
import { useText } from '../../i18n/use-text.ts'
import { MessageText } from '../message-text.tsx'
import { contentPreview } from '../preview.ts'
import styles from './frame.module.css'

/** Something of the marketplace: what its sender says for those who do not know its type. */
export function CardFrame({ message }: { message: Message }) {
  const { text } = useText()
  return (
    <span className={styles.frame}>
      <MessageText said={contentPreview(text, message)} />
    </span>
  )
}
