import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components/Button'
import styles from './button.module.css'
import { classNames } from './class-names.ts'
import { Spinner } from './spinner.tsx'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  look?: 'main' | 'plain' | 'danger' | 'quiet'
  wide?: boolean
  /** Under way: cannot be pressed again, keeps its focus and its width. */
  busy?: boolean
  children: React.ReactNode
}

/** NOTE not the kit's own `isPending`: it leaves an unnamed picture behind for screen readers. */
export function Button({
  look = 'plain',
  wide = false,
  busy = false,
  children,
  onPress,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      {...(onPress === undefined || busy ? {} : { onPress })}
      aria-disabled={busy}
      className={classNames(styles.button, styles[look], wide && styles.wide)}
    >
      <span className={classNames(styles.label, busy && styles.hidden)}>{children}</span>
      {busy && <Spinner className={styles.spinner} />}
    </AriaButton>
  )
}
