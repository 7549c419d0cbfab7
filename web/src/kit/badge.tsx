import { classNames } from './class-names.ts'
import styles from './badge.module.css'

const countMax = 99

export interface BadgeProps {
  count: number
  /** What it means. */
  label: string
  look?: 'quiet' | undefined
}

/** A number that stands out; a quiet one is there for who looks for it. */
export function Badge({ count, label, look }: BadgeProps) {
  if (count <= 0) return null
  return (
    <span className={classNames(styles.badge, look === 'quiet' && styles.quiet)}>
      <span aria-hidden="true">{count > countMax ? `${countMax}+` : count}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  )
}
