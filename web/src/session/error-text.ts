import { IMError, type IMErrorCode } from '@parley/client/browser'
import type { MessageId } from '../i18n/catalog/en.ts'
import { i18n } from '../i18n/i18n.ts'
import type { Text } from '../i18n/use-text.ts'

/** The words of a stable error code. A newer SDK may know one that this app does not. */
export function errorMessageId(code: IMErrorCode): MessageId {
  const id: MessageId = `error.${code}`
  return id in i18n.messages ? id : 'error.UNKNOWN'
}

/** What a person is told about something that was thrown. */
export function errorText(text: Text, thrown: unknown): string {
  if (!(thrown instanceof IMError)) return text('error.UNKNOWN')
  const said = text(errorMessageId(thrown.code))
  const seconds = Math.ceil(thrown.retryAfterMs / 1_000)
  if (thrown.code !== 'RATE_LIMITED' || seconds <= 0) return said
  return `${said} ${text('auth.retryAfter', { seconds })}`
}
