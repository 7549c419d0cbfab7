import styles from './marked.module.css'
import type { Stretch } from './matching.ts'

/** A text in which what was looked for stands out. */
export function Marked({ parts }: { parts: readonly Stretch[] }) {
  return (
    <bdi>
      {parts.map(({ text, hit }, index) =>
        // Stretches have no name but their place.
        hit ? (
          <mark key={index} className={styles.mark}>
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </bdi>
  )
}
