import { lazy, Suspense, useCallback, useRef, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { classNames } from '../kit/class-names.ts'
import { go, useRoute } from '../routes/router.ts'
import { SearchContext, useSearchControl } from '../search/search-context.ts'
import { useIM } from '../session/session-context.ts'
import { isList } from '../side/part.ts'
import { SidePane } from '../side/side-pane.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { Detail } from './detail.tsx'
import styles from './shell.module.css'
import { useShortcuts } from './use-shortcuts.ts'
import { useTitle } from './use-title.ts'
import { useWake } from './use-wake.ts'

const NewConversation = lazy(async () => ({
  default: (await import('../conversation-list/new-conversation.tsx')).NewConversation,
}))
const AddContact = lazy(async () => ({
  default: (await import('../contacts/add-contact.tsx')).AddContact,
}))

/** List and detail: two panes side by side, on a phone one at a time. */
export function Shell() {
  const im = useIM()
  const { text } = useText()
  const route = useRoute()
  const searchInput = useRef<HTMLInputElement>(null)
  const { starting, setStarting } = useShortcuts(im, route, searchInput)
  const [adding, setAdding] = useState(false)
  const search = useSearchControl(
    useCallback(() => {
      // On a phone the field is on the first screen.
      if (searchInput.current?.checkVisibility() !== true) go({ name: 'home' })
      requestAnimationFrame(() => searchInput.current?.focus())
    }, []),
  )
  useTitle(im, route)
  useWake(im)
  const onNew = () => setStarting(true)
  return (
    <SearchContext value={search}>
      <div className={styles.shell}>
        <a className={styles.skip} href="#detail">
          {text('app.skip')}
        </a>
        <ConnectionBanner />
        <div className={classNames(styles.panes, isList(route) ? styles.atList : styles.atDetail)}>
          <SidePane
            route={route}
            searchInput={searchInput}
            onNew={onNew}
            onAdd={() => setAdding(true)}
          />
          <main id="detail" className={styles.detail} tabIndex={-1}>
            <Detail route={route} onNew={onNew} />
          </main>
        </div>
        <Suspense fallback={null}>
          {starting && <NewConversation onClose={() => setStarting(false)} />}
          {adding && <AddContact onClose={() => setAdding(false)} />}
        </Suspense>
      </div>
    </SearchContext>
  )
}
