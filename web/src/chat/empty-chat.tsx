import type { ConversationSummary } from '@parley/client/browser'
import { useText } from '../i18n/use-text.ts'
import { Avatar } from '../kit/avatar.tsx'
import styles from './empty-chat.module.css'

/** Before the first message. */
export function EmptyChat({ summary, name }: { summary: ConversationSummary; name: string }) {
  const { text } = useText()
  const profile = summary.peerProfile
  return (
    <div className={styles.place}>
      <Avatar account={summary.peer} name={name} picture={profile?.avatar ?? ''} size="large" />
      <p className={styles.title}>{text('chat.empty', { name })}</p>
      {profile !== undefined && <p className={styles.handle}>@{profile.handle}</p>}
      <p className={styles.hint}>{text('chat.emptyHint')}</p>
    </div>
  )
}
