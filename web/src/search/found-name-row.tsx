import type { ConversationSummary } from '@parley/client/browser'
import { conversationName } from '../conversation-list/conversation-name.ts'
import { PersonFace } from '../contacts/person-row.tsx'
import { GroupFace } from '../groups/group-face.tsx'
import { useText } from '../i18n/use-text.ts'
import { classNames } from '../kit/class-names.ts'
import { Link } from '../routes/link.tsx'
import type { Route } from '../routes/route.ts'
import { Marked } from './marked.tsx'
import { stretches } from './matching.ts'
import styles from './search-results.module.css'
import type { FoundPerson } from './use-found-names.ts'

interface RowProps {
  words: readonly string[]
  route: Route
}

export function FoundPersonRow({ person, words, route }: RowProps & { person: FoundPerson }) {
  const { account, name, handle } = person
  const isCurrent = route.name === 'direct' && route.account === account
  return (
    <li>
      <Link
        to={{ name: 'direct', account }}
        className={classNames(styles.row, isCurrent && styles.current)}
        aria-current={isCurrent ? 'page' : undefined}
        data-row={`person ${account}`}
      >
        <PersonFace account={account} name={name} size="small" />
        <span className={styles.words}>
          <span className={styles.name}>
            <Marked parts={stretches(name, words)} />
          </span>
          {handle !== '' && (
            <span className={styles.said}>
              @<Marked parts={stretches(handle, words)} />
            </span>
          )}
        </span>
      </Link>
    </li>
  )
}

export function FoundGroupRow({
  summary,
  words,
  route,
}: RowProps & { summary: ConversationSummary }) {
  const { text } = useText()
  const { id } = summary
  const name = conversationName(summary)
  const isCurrent = route.name === 'conversation' && route.id === id
  return (
    <li>
      <Link
        to={{ name: 'conversation', id }}
        className={classNames(styles.row, isCurrent && styles.current)}
        aria-current={isCurrent ? 'page' : undefined}
        data-row={`group ${id}`}
      >
        <GroupFace group={id} name={name} size="small" />
        <span className={styles.words}>
          <span className={styles.name}>
            <Marked parts={stretches(name, words)} />
          </span>
          {!summary.left && (
            <span className={styles.said}>
              {text('groups.members', { count: summary.group?.members ?? 0 })}
            </span>
          )}
        </span>
      </Link>
    </li>
  )
}
