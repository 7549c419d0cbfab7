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
  className?: string | undefined
}

export function IconButton(props: IconButtonProps) {
  const { icon, label, onPress, look = 'quiet', disabled = false, keys, className } = props
  return (
    <Button
      aria-label={label}
      {...(keys === undefined ? {} : { 'aria-keyshortcuts': keys })}
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
