import { lazy, Suspense, useRef } from 'react'
import { ListPane } from '../conversation-list/list-pane.tsx'
import { useText } from '../i18n/use-text.ts'
import { classNames } from '../kit/class-names.ts'
import { useRoute } from '../routes/router.ts'
import { useIM } from '../session/session-context.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import { Detail } from './detail.tsx'
import styles from './shell.module.css'
import { useShortcuts } from './use-shortcuts.ts'
import { useTitle } from './use-title.ts'
import { useWake } from './use-wake.ts'

const NewConversation = lazy(async () => ({
  default: (await import('../conversation-list/new-conversation.tsx')).NewConversation,
}))

/** List and detail: two panes side by side, on a phone one at a time. */
export function Shell() {
  const im = useIM()
  const { text } = useText()
  const route = useRoute()
  const searchInput = useRef<HTMLInputElement>(null)
  const { starting, setStarting } = useShortcuts(im, route, searchInput)
  useTitle(im, route)
  useWake(im)
  const isHome = route.name === 'home' || route.name === 'signIn' || route.name === 'register'
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#detail">
        {text('app.skip')}
      </a>
      <ConnectionBanner />
      <div className={classNames(styles.panes, isHome ? styles.atList : styles.atDetail)}>
        <ListPane route={route} searchInput={searchInput} onNew={() => setStarting(true)} />
        <main id="detail" className={styles.detail} tabIndex={-1}>
          <Detail route={route} onNew={() => setStarting(true)} />
        </main>
      </div>
      {starting && (
        <Suspense fallback={null}>
          <NewConversation onClose={() => setStarting(false)} />
        </Suspense>
      )}
    </div>
  )
}
