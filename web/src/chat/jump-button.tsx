import { useText } from '../i18n/use-text.ts'
import { Icon } from '../kit/icon.tsx'
import styles from './jump-button.module.css'

export interface JumpButtonProps {
  isShown: boolean
  count: number
  onPress: () => void
}

/** Away from the end: how much is new down there, and the way to it. */
export function JumpButton({ isShown, count, onPress }: JumpButtonProps) {
  const { text } = useText()
  if (!isShown) return null
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={count > 0 ? text('chat.toNewestCount', { count }) : text('chat.toNewest')}
      onClick={onPress}
    >
      {count > 0 && <span className={styles.count}>{text('chat.unreadJump', { count })}</span>}
      <Icon name="down" size={18} />
    </button>
  )
}
