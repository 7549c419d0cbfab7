import { useRequestCount } from '../contacts/use-contacts.ts'
import { useText } from '../i18n/use-text.ts'
import { Badge } from '../kit/badge.tsx'
import { classNames } from '../kit/class-names.ts'
import { Icon, type IconName } from '../kit/icon.tsx'
import { Link } from '../routes/link.tsx'
import type { Route } from '../routes/route.ts'
import { useSearch } from '../search/search-context.ts'
import { useIM } from '../session/session-context.ts'
import { useObservable } from '../session/use-observable.ts'
import type { Part } from './part.ts'
import styles from './part-tabs.module.css'

/** Between conversations and contacts, with what waits in each. */
export function PartTabs({ part }: { part: Part }) {
  const im = useIM()
  const { text } = useText()
  const unread = useObservable(im.unread)
  const requests = useRequestCount()
  return (
    <div className={styles.tabs}>
      <Tab
        to={{ name: 'home' }}
        icon="chat"
        label={text('list.title')}
        isCurrent={part !== 'contacts'}
        count={unread}
        countLabel={text('list.unread', { count: unread })}
      />
      <Tab
        to={{ name: 'contacts' }}
        icon="people"
        label={text('contacts.title')}
        isCurrent={part === 'contacts'}
        count={requests}
        countLabel={text('contacts.waiting', { count: requests })}
      />
    </div>
  )
}

interface TabProps {
  to: Route
  icon: IconName
  label: string
  isCurrent: boolean
  count: number
  countLabel: string
}

function Tab({ to, icon, label, isCurrent, count, countLabel }: TabProps) {
  const search = useSearch()
  return (
    <Link
      to={to}
      onClick={search.end}
      className={classNames(styles.tab, isCurrent && styles.current)}
      aria-current={isCurrent ? 'true' : undefined}
    >
      <span className={styles.icon}>
        <Icon name={icon} size={22} />
        <span className={styles.badge}>
          <Badge count={count} label={countLabel} />
        </span>
      </span>
      {label}
    </Link>
  )
}
