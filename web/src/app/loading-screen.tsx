import { useText } from '../i18n/use-text.ts'
import { Mark } from '../kit/mark.tsx'
import styles from './loading-screen.module.css'

export function LoadingScreen() {
  const { text } = useText()
  return (
    <main className={styles.screen}>
      <Mark size={56} />
      <p className="visually-hidden" role="status">
        {text('app.loading')}
      </p>
    </main>
  )
}
