import { useLingui } from '@lingui/react'
import { useCallback } from 'react'
import type { MessageId } from './catalog/en.ts'

export type Text = (id: MessageId, values?: Record<string, string | number>) => string

/** Words in the language that is shown; a component that uses it renders anew when that changes. */
export function useText(): { text: Text; language: string } {
  const { i18n } = useLingui()
  const { locale } = i18n
  // The locale is what changes: i18n itself stays the same object.
  // oxlint-disable-next-line react/exhaustive-deps
  const text = useCallback<Text>((id, values) => i18n._(id, values), [i18n, locale])
  return { text, language: locale }
}
