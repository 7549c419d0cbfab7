import type { PresenceState } from '@parley/client/browser'
import { relativeTime } from '../i18n/format-time.ts'
import { useNow } from '../i18n/use-now.ts'
import { useText } from '../i18n/use-text.ts'

/** Online, busy, last seen an hour ago; empty: not known. */
export function usePresenceWords(presence: PresenceState | undefined): string {
  const { text, language } = useText()
  const nowMs = useNow()
  if (presence === undefined) return ''
  if (presence.online)
    return presence.status === 'online' ? text('chat.online') : text(`status.${presence.status}`)
  if (presence.lastSeenMs === 0) return ''
  return text('chat.lastSeen', { when: relativeTime(language, presence.lastSeenMs, nowMs) })
}
