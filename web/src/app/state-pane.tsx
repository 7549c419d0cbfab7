import { useText } from '../i18n/use-text.ts'
import { Spinner } from '../kit/spinner.tsx'
import { Link } from '../routes/link.tsx'
import styles from './state-pane.module.css'

export interface StatePaneProps {
  title: string
  hint?: string
  busy?: boolean
  /** Offers the way back. */
  home?: boolean
}

/** A pane that has one thing to say. */
export function StatePane({ title, hint, busy = false, home = false }: StatePaneProps) {
  const { text } = useText()
  return (
    <div className={styles.pane} role={busy ? 'status' : 'alert'}>
      {busy && <Spinner size={26} className={styles.spinner} />}
      <h2 className={styles.title}>{title}</h2>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {home && (
        <Link to={{ name: 'home' }} className={styles.link}>
          {text('app.home')}
        </Link>
      )}
    </div>
  )
}
