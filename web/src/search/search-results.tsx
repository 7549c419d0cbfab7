import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import { handleIn } from '../conversation-list/handle.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../kit/button.tsx'
import { Icon } from '../kit/icon.tsx'
import { Notice } from '../kit/notice.tsx'
import { Spinner } from '../kit/spinner.tsx'
import { Link } from '../routes/link.tsx'
import type { Route } from '../routes/route.ts'
import { errorText } from '../session/error-text.ts'
import { FoundMessageRow } from './found-message-row.tsx'
import { FoundGroupRow, FoundPersonRow } from './found-name-row.tsx'
import { wordsOf } from './matching.ts'
import { hasFilters, useSearch } from './search-context.ts'
import { SearchFilters } from './search-filters.tsx'
import styles from './search-results.module.css'
import { useFoundMessages } from './use-found-messages.ts'
import { useFoundNames } from './use-found-names.ts'

/** What was found: people, groups, messages. With a filter it is about messages alone. */
export function SearchResults({ route }: { route: Route }) {
  const { text } = useText()
  const { query } = useSearch()
  const isFiltered = hasFilters(query)
  const names = useFoundNames(isFiltered ? '' : query.text)
  const { messages, more, retry } = useFoundMessages(query)
  const words = useMemo(() => wordsOf(query.text), [query.text])
  const list = useRef<HTMLDivElement>(null)
  const handle = isFiltered ? undefined : handleIn(query.text)
  const { people, groups } = names
  const isKnown = people.some((person) => person.handle === handle)
  const count = people.length + groups.length + messages.found.length
  const isNothing = messages.state === 'ready' && count === 0
  useEffect(() => {
    list.current?.scrollTo({ top: 0 })
  }, [query])
  return (
    <>
      <SearchFilters />
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it only hears the keys of its links */}
      <div ref={list} className={styles.scroller} onKeyDown={moveFocus}>
        <p className="visually-hidden" role="status">
          {messages.state === 'ready' && text('search.count', { count })}
        </p>
        {people.length > 0 && (
          <Results title={text('search.people')}>
            {people.map((person) => (
              <FoundPersonRow key={person.account} person={person} words={words} route={route} />
            ))}
          </Results>
        )}
        {groups.length > 0 && (
          <Results title={text('search.groups')}>
            {groups.map((summary) => (
              <FoundGroupRow key={summary.key} summary={summary} words={words} route={route} />
            ))}
          </Results>
        )}
        {messages.found.length > 0 && (
          <Results title={text('search.messages')}>
            {messages.found.map((found) => (
              <FoundMessageRow
                key={`${found.conversation}/${found.message.seq}`}
                found={found}
                words={words}
                route={route}
              />
            ))}
          </Results>
        )}
        {messages.next !== undefined && (
          <div className={styles.more}>
            <Button look="quiet" busy={messages.isPaging} onPress={() => void more()}>
              {text('search.more')}
            </Button>
          </div>
        )}
        {messages.state === 'loading' && (
          <p className={styles.busy} role="status">
            <Spinner size={16} />
            {text('search.looking')}
          </p>
        )}
        {messages.state === 'failed' && (
          <div className={styles.failed}>
            <Notice look="danger">{errorText(text, messages.error)}</Notice>
            <Button onPress={retry}>{text('chat.retry')}</Button>
          </div>
        )}
        {isNothing && <p className={styles.nothing}>{text('search.nothing')}</p>}
        {messages.state === 'none' && isFiltered && (
          <p className={styles.nothing}>{text('search.needsText')}</p>
        )}
        {handle !== undefined && !isKnown && (
          <Link to={{ name: 'handle', handle }} className={styles.find} data-row="handle">
            <Icon name="personAdd" size={18} />
            {text('list.startWith', { handle })}
          </Link>
        )}
      </div>
    </>
  )
}

function Results({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section>
      <h2 className={styles.title}>{title}</h2>
      <ul>{children}</ul>
    </section>
  )
}

/** The arrows go through all that was found, whatever section it is in. */
function moveFocus(event: KeyboardEvent<HTMLDivElement>) {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const at = rows.indexOf(document.activeElement as HTMLElement)
  const next = rows[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (at < 0 || next === undefined) return
  event.preventDefault()
  next.focus()
}
