import { groupRoles, mayInGroup, type ConversationSummary } from '@parley/client/browser'
import { exactTime } from '../i18n/format-time.ts'
import { useNow } from '../i18n/use-now.ts'
import { useText } from '../i18n/use-text.ts'
import { Notice } from '../kit/notice.tsx'
import styles from './composer.module.css'

export interface ComposerNotesProps {
  summary: ConversationSummary
  error: string | undefined
  /** Characters too many. */
  excess: number
}

/** What stands in the way of sending, above where one writes. */
export function ComposerNotes({ summary, error, excess }: ComposerNotesProps) {
  const { text } = useText()
  const muted = useMuted(summary)
  return (
    <>
      {error !== undefined && (
        <div className={styles.note}>
          <Notice look="danger">{error}</Notice>
        </div>
      )}
      {excess > 0 && (
        <div className={styles.note}>
          <Notice look="warn">{text('composer.tooLong', { count: excess })}</Notice>
        </div>
      )}
      {muted !== undefined && (
        <div className={styles.note}>
          <Notice look="warn">{muted}</Notice>
        </div>
      )}
    </>
  )
}

function useMuted({ group }: ConversationSummary): string | undefined {
  const { text, language } = useText()
  const nowMs = useNow()
  if (group === undefined) return undefined
  if (group.mutedUntilMs > nowMs)
    return text('group.muted', { when: exactTime(language, group.mutedUntilMs) })
  const role = group.role || groupRoles.member
  if (!group.allMuted || mayInGroup('writeWhileAllMuted', role, group.settings)) return undefined
  return text('group.allMuted')
}
