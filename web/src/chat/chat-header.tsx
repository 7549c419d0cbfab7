import type { ConversationSummary } from '@parley/client/browser'
import { useEffect, useRef } from 'react'
import { useOwnPresence } from '../conversation-list/use-watched-presence.ts'
import { relativeTime } from '../i18n/format-time.ts'
import { useNow } from '../i18n/use-now.ts'
import { useText } from '../i18n/use-text.ts'
import { Avatar } from '../kit/avatar.tsx'
import { IconButton } from '../kit/icon-button.tsx'
import { goBack } from '../routes/router.ts'
import styles from './chat-header.module.css'

/** With whom one talks, and whether they are there. */
export function ChatHeader({ summary, name }: { summary: ConversationSummary; name: string }) {
  const { text } = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  const presence = useOwnPresence(summary.peer)
  const profile = summary.peerProfile
  useEffect(() => {
    // On a phone the composer would bring the keyboard up: there the name gets the focus.
    if (matchMedia('(width < 760px)').matches) heading.current?.focus()
  }, [])
  return (
    <header className={styles.header}>
      <IconButton icon="back" label={text('chat.back')} onPress={goBack} className={styles.back} />
      <Avatar
        account={summary.peer}
        name={name}
        picture={profile?.avatar ?? ''}
        size="small"
        online={presence?.online ?? false}
      />
      <div className={styles.words}>
        <h2 ref={heading} className={styles.name} tabIndex={-1}>
          <bdi>{name}</bdi>
        </h2>
        <Line summary={summary} online={presence?.online} lastSeenMs={presence?.lastSeenMs ?? 0} />
      </div>
    </header>
  )
}

interface LineProps {
  summary: ConversationSummary
  online: boolean | undefined
  lastSeenMs: number
}

function Line({ summary, online, lastSeenMs }: LineProps) {
  const { text, language } = useText()
  const nowMs = useNow()
  if (summary.typing.length > 0) {
    return (
      <p className={styles.typing} data-typing="">
        <span className={styles.dots} aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        {text('chat.typing')}
      </p>
    )
  }
  if (online === true) return <p className={styles.online}>{text('chat.online')}</p>
  if (lastSeenMs > 0) {
    const when = relativeTime(language, lastSeenMs, nowMs)
    return <p className={styles.line}>{text('chat.lastSeen', { when })}</p>
  }
  const handle = summary.peerProfile?.handle
  return <p className={styles.line}>{handle === undefined ? '' : `@${handle}`}</p>
}
