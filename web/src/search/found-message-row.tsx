import type { FoundMessage } from '@parley/client/browser'
import { useMemo } from 'react'
import { useConversationName } from '../conversation-list/conversation-name.ts'
import { routeOf } from '../conversation-list/conversation-route.ts'
import { PersonFace } from '../contacts/person-row.tsx'
import { usePersonName } from '../contacts/use-contacts.ts'
import { GroupFace } from '../groups/group-face.tsx'
import { shortTime } from '../i18n/format-time.ts'
import { useNow } from '../i18n/use-now.ts'
import { useText } from '../i18n/use-text.ts'
import { classNames } from '../kit/class-names.ts'
import { Link } from '../routes/link.tsx'
import { pathOf, type Route } from '../routes/route.ts'
import { useIM } from '../session/session-context.ts'
import { useObservable } from '../session/use-observable.ts'
import { Marked } from './marked.tsx'
import { snippet } from './matching.ts'
import styles from './search-results.module.css'

export interface FoundMessageRowProps {
  found: FoundMessage
  words: readonly string[]
  route: Route
}

/** A message that was found: in which conversation, who said it and when. It leads to its place there. */
export function FoundMessageRow({ found, words, route }: FoundMessageRowProps) {
  const im = useIM()
  const { text, language } = useText()
  const nowMs = useNow()
  const { message } = found
  const conversation = useMemo(() => im.conversation(found.conversation), [im, found.conversation])
  const summary = useObservable(conversation.summary)
  const name = useConversationName(summary)
  const sender = usePersonName(message.mine ? 0 : message.sender)
  const { peer, id } = summary
  const to = { ...routeOf(summary), at: message.seq }
  const isCurrent = pathOf(route) === pathOf(to)
  const said = message.text
  const isGroup = summary.group !== undefined
  return (
    <li>
      <Link
        to={to}
        className={classNames(styles.row, isCurrent && styles.current)}
        aria-current={isCurrent ? 'page' : undefined}
        data-row={`message ${id} ${message.seq}`}
      >
        {peer > 0 ? (
          <PersonFace account={peer} name={name} size="small" />
        ) : (
          <GroupFace group={id} name={name} size="small" />
        )}
        <span className={styles.words}>
          <span className={styles.line}>
            <span className={styles.name}>
              <bdi>{name}</bdi>
            </span>
            <time className={styles.time} dateTime={new Date(message.timeMs).toISOString()}>
              {shortTime({ text, language, nowMs }, message.timeMs)}
            </time>
          </span>
          <span className={styles.said}>
            {message.mine && text('search.byYou')}
            {!message.mine && isGroup && text('search.by', { name: sender })}
            <Marked parts={snippet(said, words)} />
          </span>
        </span>
      </Link>
    </li>
  )
}
