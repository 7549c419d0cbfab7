import type { ConversationSummary } from '@parley/client/browser'
import { useText } from '../i18n/use-text.ts'
import { Badge } from '../kit/badge.tsx'
import { classNames } from '../kit/class-names.ts'
import { Icon, type IconName } from '../kit/icon.tsx'
import styles from './row-marks.module.css'

/** Muted, pinned, how much is unread: quiet where nobody is told of it. */
export function RowMarks({ summary }: { summary: ConversationSummary }) {
  const { text } = useText()
  const { muted, pinned, unread, markedUnread, mentioned, archived } = summary
  const isQuiet = archived || (muted && mentioned === 0)
  return (
    <>
      {muted && <Sign name="muted" icon="bellOff" label={text('keep.muted')} />}
      {pinned > 0 && <Sign name="pinned" icon="pin" label={text('keep.pinned')} />}
      <Badge
        count={unread}
        label={text('list.unread', { count: unread })}
        look={isQuiet ? 'quiet' : undefined}
      />
      {markedUnread && unread === 0 && (
        <span className={styles.mark} data-sign="marked">
          <span className={classNames(styles.dot, isQuiet && styles.quiet)} />
          <span className="visually-hidden">{text('keep.marked')}</span>
        </span>
      )}
    </>
  )
}

function Sign({ name, icon, label }: { name: string; icon: IconName; label: string }) {
  return (
    <span className={styles.sign} data-sign={name}>
      <Icon name={icon} size={16} />
      <span className="visually-hidden">{label}</span>
    </span>
  )
}
