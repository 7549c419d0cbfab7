import { IMError, type IMErrorCode } from '@parley/client/browser'
import { useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { errorText } from '../session/error-text.ts'

export interface SubmitError {
  code: IMErrorCode
  text: string
}

/** One submission at a time, and what went wrong with the last one. */
export function useSubmit() {
  const { text } = useText()
  const [busy, setBusy] = useState(false)
  const [thrown, setThrown] = useState<unknown>()
  const submit = (act: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setThrown(undefined)
    act().then(
      () => setBusy(false),
      (reason: unknown) => {
        setThrown(reason)
        setBusy(false)
      },
    )
  }
  const error: SubmitError | undefined =
    thrown === undefined
      ? undefined
      : { code: thrown instanceof IMError ? thrown.code : 'UNKNOWN', text: errorText(text, thrown) }
  return { busy, error, submit, clear: () => setThrown(undefined) }
}
