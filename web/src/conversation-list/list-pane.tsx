import { useMemo, useState, type RefObject } from 'react'
import { useText } from '../i18n/use-text.ts'
import { Avatar } from '../kit/avatar.tsx'
import { Button } from '../kit/button.tsx'
import { classNames } from '../kit/class-names.ts'
import { Icon } from '../kit/icon.tsx'
import { IconButton } from '../kit/icon-button.tsx'
import { Link } from '../routes/link.tsx'
import type { Route } from '../routes/route.ts'
import { go } from '../routes/router.ts'
import { useIM } from '../session/session-context.ts'
import { useObservable } from '../session/use-observable.ts'
import { ConversationRows } from './conversation-rows.tsx'
import { handleIn, matches } from './filter.ts'
import styles from './list-pane.module.css'
import { SearchBox } from './search-box.tsx'

export interface ListPaneProps {
  route: Route
  searchInput: RefObject<HTMLInputElement | null>
  onNew: () => void
}

/** All conversations, newest first, with a way to find one and to start one. */
export function ListPane({ route, searchInput, onNew }: ListPaneProps) {
  const im = useIM()
  const { text } = useText()
  const conversations = useObservable(im.conversations)
  const state = useObservable(im.connection)
  const [query, setQuery] = useState('')
  const shown = useMemo(
    () => conversations.filter((summary) => matches(summary, query)),
    [conversations, query],
  )
  const isLoading = conversations.length === 0 && state.name !== 'online'
  return (
    <nav className={styles.pane} aria-label={text('list.title')}>
      <header className={styles.header}>
        <OwnLink isCurrent={route.name === 'settings'} />
        <h1 className={styles.title}>{text('list.title')}</h1>
        <IconButton icon="compose" label={text('list.new')} onPress={onNew} keys="Alt+N" />
      </header>
      <div className={styles.search}>
        <SearchBox input={searchInput} value={query} onChange={setQuery} />
      </div>
      {shown.length > 0 && <ConversationRows summaries={shown} route={route} />}
      {shown.length === 0 && query === '' && !isLoading && (
        <div className={styles.empty}>
          <p className={styles.emptyTitle}>{text('list.empty')}</p>
          <p>{text('list.emptyHint')}</p>
          <Button look="main" onPress={onNew}>
            <Icon name="compose" size={18} />
            {text('list.new')}
          </Button>
        </div>
      )}
      {shown.length === 0 && query !== '' && <NoMatch query={query} onGo={() => setQuery('')} />}
    </nav>
  )
}

function OwnLink({ isCurrent }: { isCurrent: boolean }) {
  const im = useIM()
  const { text } = useText()
  const me = useObservable(im.account)
  const profile = me?.profile
  return (
    <Link
      to={{ name: 'settings' }}
      className={classNames(styles.own, isCurrent && styles.ownCurrent)}
      aria-label={text('list.settings')}
      aria-current={isCurrent ? 'page' : undefined}
    >
      <Avatar
        account={me?.account ?? 0}
        name={profile?.displayName || (profile?.handle ?? '')}
        picture={profile?.avatar ?? ''}
        size="small"
      />
    </Link>
  )
}

function NoMatch({ query, onGo }: { query: string; onGo: () => void }) {
  const { text } = useText()
  const handle = handleIn(query)
  return (
    <div className={styles.empty} role="status">
      <p>{text('list.noMatch', { query })}</p>
      {handle !== undefined && (
        <Button
          onPress={() => {
            onGo()
            go({ name: 'handle', handle })
          }}
        >
          {text('list.startWith', { handle })}
        </Button>
      )}
    </div>
  )
}
