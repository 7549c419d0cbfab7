import { Component, type ReactNode } from 'react'
import { i18n } from '../i18n/i18n.ts'
import { Button } from '../kit/button.tsx'
import styles from './crash-screen.module.css'

/** A fault of ours shall not leave an empty page: what was sent is safe, and reloading goes on. */
export class CrashScreen extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false }

  static getDerivedStateFromError() {
    return { crashed: true }
  }

  override render() {
    if (!this.state.crashed) return this.props.children
    return (
      <main className={styles.screen} role="alert">
        <h1 className={styles.title}>{i18n._('app.crashed')}</h1>
        <p className={styles.hint}>{i18n._('app.crashedHint')}</p>
        <Button look="main" onPress={() => location.reload()}>
          {i18n._('app.reload')}
        </Button>
      </main>
    )
  }
}
