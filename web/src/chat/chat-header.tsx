import type { ConversationSummary } from '@parley/client/browser'
import { useEffect, useRef } from 'react'
import { usePresenceWords } from '../contacts/presence-words.ts'
import { usePersonName } from '../contacts/use-contacts.ts'
import { useOwnPresence } from '../conversation-list/use-watched-presence.ts'
import { GroupFace } from '../groups/group-face.tsx'
import { useText } from '../i18n/use-text.ts'
import { Avatar } from '../kit/avatar.tsx'
import { Badge } from '../kit/badge.tsx'
import { IconButton } from '../kit/icon-button.tsx'
import { Link } from '../routes/link.tsx'
import { goBack } from '../routes/router.ts'
import { useSearch } from '../search/search-context.ts'
import styles from './chat-header.module.css'

/** With whom one talks, and whether they are there; leads to their page, or that of the group. */
export function ChatHeader({ summary, name }: { summary: ConversationSummary; name: string }) {
  const { text } = useText()
  const search = useSearch()
  const heading = useRef<HTMLAnchorElement>(null)
  const presence = useOwnPresence(summary.peer)
  const { id, peer, group } = summary
  const requests = group?.joinRequests ?? 0
  useEffect(() => {
    // On a phone the composer would bring the keyboard up: there the name gets the focus.
    if (matchMedia('(width < 760px)').matches) heading.current?.focus()
  }, [])
  return (
    <header className={styles.header}>
      <IconButton icon="back" label={text('chat.back')} onPress={goBack} className={styles.back} />
      <Link
        ref={heading}
        to={group === undefined ? { name: 'person', account: peer } : { name: 'group', id }}
        className={styles.about}
        title={text(group === undefined ? 'chat.aboutPerson' : 'chat.aboutGroup')}
      >
        {group === undefined ? (
          <Avatar
            account={peer}
            name={name}
            picture={summary.peerProfile?.avatar ?? ''}
            size="small"
            online={presence?.online ?? false}
          />
        ) : (
          <GroupFace group={id} name={name} size="small" />
        )}
        <div className={styles.words}>
          <h2 className={styles.name}>
            <bdi>{name}</bdi>
          </h2>
          <Line summary={summary} />
        </div>
        <Badge count={requests} label={text('groups.joinsWait', { count: requests })} />
      </Link>
      {id > 0 && (
        <IconButton icon="search" label={text('search.inside')} onPress={() => search.begin(id)} />
      )}
    </header>
  )
}

function Line({ summary }: { summary: ConversationSummary }) {
  const { text } = useText()
  const { peer, group, typing, left } = summary
  const presence = useOwnPresence(peer)
  const words = usePresenceWords(presence)
  const typist = usePersonName(group === undefined ? 0 : (typing[0] ?? 0))
  if (typing.length > 0) {
    return (
      <span className={styles.typing} data-typing="">
        <span className={styles.dots} aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        {group === undefined ? text('chat.typing') : text('groups.typing', { name: typist })}
      </span>
    )
  }
  if (group !== undefined) {
    const count = left ? '' : text('groups.members', { count: group.members })
    return <span className={styles.line}>{count}</span>
  }
  if (words !== '')
    return <span className={presence?.online ? styles.online : styles.line}>{words}</span>
  const handle = summary.peerProfile?.handle
  return <span className={styles.line}>{handle === undefined ? '' : `@${handle}`}</span>
}
