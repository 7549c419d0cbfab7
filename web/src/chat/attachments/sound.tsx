import styles from './sound.module.css'
import { useFileFacts } from './use-file-facts.ts'

/** A player of the browser; its room is reserved. */
export function Sound({ file, label }: { file: number; label: string }) {
  const facts = useFileFacts(file)
  if (facts === undefined || facts === 'gone') return <span className={styles.sound} />
  return (
    // What is said in it is not known here.
    // oxlint-disable-next-line jsx-a11y/media-has-caption
    <audio
      className={styles.sound}
      src={facts.url}
      aria-label={label}
      controls
      preload="none"
      controlsList="nodownload noplaybackrate"
    />
  )
}
