import { useId } from 'react'
import styles from './section.module.css'

/** What belongs together, with its name above. */
export function Section({ title, children }: { title: string; children: React.ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {title}
      </h3>
      <div className={styles.card}>{children}</div>
    </section>
  )
}
