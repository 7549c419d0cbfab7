import { useEffect, useMemo, useState } from 'react'
import { useRoving } from '../app/use-roving.ts'
import { useWatchedAccounts } from '../conversation-list/use-watched-presence.ts'
import { useText } from '../i18n/use-text.ts'
import { Badge } from '../kit/badge.tsx'
import { Button } from '../kit/button.tsx'
import { classNames } from '../kit/class-names.ts'
import { Icon } from '../kit/icon.tsx'
import { Link } from '../routes/link.tsx'
import type { Route } from '../routes/route.ts'
import { useIM } from '../session/session-context.ts'
import { useObservable } from '../session/use-observable.ts'
import { Empty } from '../side/empty.tsx'
import styles from './contact-list.module.css'
import { listContacts, tagsOf, type ContactLine } from './list-contacts.ts'
import { PersonFace } from './person-row.tsx'
import { useContacts, useRequestCount } from './use-contacts.ts'
import { VirtualRows } from '../app/virtual-rows.tsx'

export interface ContactListProps {
  route: Route
  onAdd: () => void
}

/** Everybody whom one knows by letter, and the way to the requests. */
export function ContactList({ route, onAdd }: ContactListProps) {
  const im = useIM()
  const { text } = useText()
  const all = useObservable(useContacts().all)
  const named = useNames(all.map(({ account }) => account))
  const [tag, setTag] = useState('')
  const tags = useMemo(() => tagsOf(all), [all])
  const shownTag = tags.includes(tag) ? tag : ''
  const lines = useMemo(
    () => listContacts(all, (account) => im.profile(account), shownTag),
    // A name that comes moves its line.
    // oxlint-disable-next-line react/exhaustive-deps
    [all, im, shownTag, named],
  )
  return (
    <>
      <div className={styles.top}>
        <RequestsLink isCurrent={route.name === 'requests'} />
        {tags.length > 0 && <Tags tags={tags} chosen={shownTag} onChoose={setTag} />}
      </div>
      {lines.length > 0 ? (
        <Lines lines={lines} route={route} />
      ) : (
        <Empty title={text('contacts.empty')}>
          <p>{text('contacts.emptyHint')}</p>
          <Button look="main" onPress={onAdd}>
            <Icon name="personAdd" size={18} />
            {text('contacts.add')}
          </Button>
        </Empty>
      )}
    </>
  )
}

/** Grows when a name of one of these comes or changes. */
function useNames(accounts: readonly number[]): number {
  const im = useIM()
  const [count, setCount] = useState(0)
  const key = accounts.join(' ')
  useEffect(() => {
    const known = new Set(key.split(' ').map(Number))
    return im.on('profileChanged', ({ account }) => {
      if (known.has(account)) setCount((before) => before + 1)
    })
  }, [im, key])
  return count
}

function RequestsLink({ isCurrent }: { isCurrent: boolean }) {
  const { text } = useText()
  const count = useRequestCount()
  return (
    <Link
      to={{ name: 'requests' }}
      className={classNames(styles.place, isCurrent && styles.current)}
      aria-current={isCurrent ? 'page' : undefined}
    >
      <span className={styles.placeIcon}>
        <Icon name="personAdd" />
      </span>
      <span className={styles.placeName}>{text('requests.title')}</span>
      <Badge count={count} label={text('contacts.waiting', { count })} />
    </Link>
  )
}

interface TagsProps {
  tags: readonly string[]
  chosen: string
  onChoose: (tag: string) => void
}

function Tags({ tags, chosen, onChoose }: TagsProps) {
  const { text } = useText()
  return (
    <div className={styles.tags} role="group" aria-label={text('person.tags')}>
      {tags.map((tag) => (
        <button
          key={tag}
          type="button"
          className={classNames(styles.tag, tag === chosen && styles.tagChosen)}
          aria-pressed={tag === chosen}
          onClick={() => onChoose(tag === chosen ? '' : tag)}
        >
          {tag}
        </button>
      ))}
    </div>
  )
}

const accountOf = (line: ContactLine) => ('account' in line ? line.account : 0)

function Lines({ lines, route }: { lines: readonly ContactLine[]; route: Route }) {
  const [seen, setSeen] = useState({ first: 0, last: 24 })
  useWatchedAccounts(lines.slice(seen.first, seen.last + 1).map(accountOf))
  const current = lines.findIndex(
    (line) => 'account' in line && route.name === 'person' && line.account === route.account,
  )
  const roving = useRoving({
    count: lines.length,
    current,
    isStop: (index) => accountOf(lines[index] ?? { letter: '' }) > 0,
  })
  return (
    <VirtualRows
      ref={roving.rows}
      rows={lines}
      rowHeight={58}
      kept={roving.stop}
      onKeyDown={roving.onKeyDown}
      onSeen={setSeen}
    >
      {(line, index) =>
        'letter' in line ? (
          <h2 key={`letter ${line.letter}`} className={styles.letter}>
            {line.letter}
          </h2>
        ) : (
          <Line
            key={line.account}
            line={line}
            isCurrent={index === current}
            {...roving.rowProps(index)}
          />
        )
      }
    </VirtualRows>
  )
}

interface LineProps {
  line: Extract<ContactLine, { account: number }>
  isCurrent: boolean
  tabIndex: number
  'data-row': string
  onFocus: () => void
}

function Line({ line, isCurrent, ...focus }: LineProps) {
  const { text } = useText()
  return (
    <Link
      to={{ name: 'person', account: line.account }}
      className={classNames(styles.row, isCurrent && styles.current)}
      aria-current={isCurrent ? 'page' : undefined}
      draggable={false}
      {...focus}
    >
      <PersonFace account={line.account} name={line.name} size="small" />
      <bdi className={styles.name}>{line.name}</bdi>
      {line.blocked && <span className={styles.blocked}>{text('person.blocked')}</span>}
    </Link>
  )
}
