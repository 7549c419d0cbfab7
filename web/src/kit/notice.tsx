import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import styles from './notice.module.css'

export interface NoticeProps {
  look: 'danger' | 'warn' | 'good'
  children: React.ReactNode
}

/** A line that has to be seen and heard. */
export function Notice({ look, children }: NoticeProps) {
  return (
    <p
      className={classNames(styles.notice, styles[look])}
      role={look === 'danger' ? 'alert' : 'status'}
    >
      <Icon name={look === 'good' ? 'tick' : 'alert'} size={18} className={styles.icon} />
      <span>{children}</span>
    </p>
  )
}
