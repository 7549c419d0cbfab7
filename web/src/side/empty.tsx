import styles from './empty.module.css'

export interface EmptyProps {
  title?: string
  children?: React.ReactNode
}

/** What the side pane says where it has nothing to list. */
export function Empty({ title, children }: EmptyProps) {
  return (
    <div className={styles.empty} role="status">
      {title !== undefined && <p className={styles.emptyTitle}>{title}</p>}
      {children}
    </div>
  )
}
