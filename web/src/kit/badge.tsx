import styles from './badge.module.css'

const countMax = 99

/** A number that stands out. `label` is what it means. */
export function Badge({ count, label }: { count: number; label: string }) {
  if (count <= 0) return null
  return (
    <span className={styles.badge}>
      <span aria-hidden="true">{count > countMax ? `${countMax}+` : count}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  )
}
