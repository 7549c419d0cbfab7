import { lazy, Suspense, useRef, type RefObject } from 'react'
import { ContactList } from '../contacts/contact-list.tsx'
import { ConversationsBody } from '../conversation-list/conversations-body.tsx'
import { SearchBox } from '../conversation-list/search-box.tsx'
import { useText } from '../i18n/use-text.ts'
import { Avatar } from '../kit/avatar.tsx'
import { classNames } from '../kit/class-names.ts'
import { IconButton } from '../kit/icon-button.tsx'
import { Link } from '../routes/link.tsx'
import type { Route } from '../routes/route.ts'
import { go } from '../routes/router.ts'
import { isSearching, useSearch } from '../search/search-context.ts'
import { useIM } from '../session/session-context.ts'
import { useObservable } from '../session/use-observable.ts'
import { partOf, type Part } from './part.ts'
import { PartTabs } from './part-tabs.tsx'
import styles from './side-pane.module.css'

const SearchResults = lazy(async () => ({
  default: (await import('../search/search-results.tsx')).SearchResults,
}))

export interface SidePaneProps {
  route: Route
  searchInput: RefObject<HTMLInputElement | null>
  /** Begins a conversation, or looks for somebody to add. */
  onNew: () => void
  onAdd: () => void
}

/** Conversations or contacts, or what was found: beside the detail, on a phone the first screen. */
export function SidePane({ route, searchInput, onNew, onAdd }: SidePaneProps) {
  const { text } = useText()
  const search = useSearch()
  const part = usePart(route)
  const title = text(titles[part])
  return (
    <nav className={styles.pane} aria-label={title}>
      <header className={styles.header}>
        {part === 'archived' ? (
          <IconButton
            icon="back"
            label={text('chat.back')}
            onPress={() => go({ name: 'home' })}
            className={styles.back}
          />
        ) : (
          <OwnLink isCurrent={route.name === 'settings'} />
        )}
        <h1 className={styles.title}>{title}</h1>
        {part === 'contacts' && (
          <IconButton icon="personAdd" label={text('contacts.add')} onPress={onAdd} />
        )}
        {part === 'conversations' && (
          <IconButton icon="compose" label={text('list.new')} onPress={onNew} keys="Alt+N" />
        )}
      </header>
      <div className={styles.search}>
        <SearchBox
          input={searchInput}
          value={search.query.text}
          isOn={isSearching(search.query)}
          onChange={(typed) => search.change({ text: typed })}
          onClear={search.end}
        />
      </div>
      {isSearching(search.query) ? (
        <Suspense fallback={<div className={styles.waiting} />}>
          <SearchResults route={route} />
        </Suspense>
      ) : part === 'contacts' ? (
        <ContactList route={route} onAdd={onAdd} />
      ) : (
        <ConversationsBody
          key={part}
          route={route}
          isArchived={part === 'archived'}
          onNew={onNew}
        />
      )}
      <PartTabs part={part} />
    </nav>
  )
}

const titles = {
  conversations: 'list.title',
  archived: 'keep.archived',
  contacts: 'contacts.title',
} as const

function usePart(route: Route): Part {
  const shown = useRef<Part>('conversations')
  shown.current = partOf(route, shown.current)
  return shown.current
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
