import { Button } from 'react-aria-components/Button'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'
import styles from './icon-button.module.css'

export interface IconButtonProps {
  icon: IconName
  /** Said by screen readers and shown on hover. */
  label: string
  onPress?: () => void
  look?: 'quiet' | 'filled'
  disabled?: boolean
  keys?: string
  /** What a press opens, and whether it is open. */
  opens?: 'menu' | 'dialog' | 'listbox'
  isOpen?: boolean
  className?: string | undefined
  ref?: React.Ref<HTMLButtonElement>
}

export function IconButton(props: IconButtonProps) {
  const { icon, label, onPress, look = 'quiet', disabled = false, keys, className } = props
  const { opens, isOpen = false, ref } = props
  return (
    <Button
      {...(ref === undefined ? {} : { ref })}
      aria-label={label}
      {...(keys === undefined ? {} : { 'aria-keyshortcuts': keys })}
      {...(opens === undefined ? {} : { 'aria-haspopup': opens, 'aria-expanded': isOpen })}
      isDisabled={disabled}
      {...(onPress === undefined ? {} : { onPress })}
      className={classNames(styles.button, styles[look], className)}
    >
      <Icon name={icon} size={20} />
      <span className={styles.tip} aria-hidden="true">
        {label}
      </span>
    </Button>
  )
}
