import { IMError } from '@parley/client/browser'
import { useEffect, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { go } from '../routes/router.ts'
import { errorText } from '../session/error-text.ts'
import { useIM } from '../session/session-context.ts'
import { useObservable } from '../session/use-observable.ts'
import { StatePane } from './state-pane.tsx'

/** The page of an address such as /@lin.mei: a listing can link to its seller. */
export function FindHandle({ handle }: { handle: string }) {
  const im = useIM()
  const { text } = useText()
  const [failed, setFailed] = useState<unknown>()
  const isOnline = useObservable(im.connection).name === 'online'
  // Asked again with every connection: what failed for want of one is not the answer.
  useEffect(() => {
    setFailed(undefined)
    const abort = new AbortController()
    im.find(handle, { signal: abort.signal }).then(
      ({ account }) => go({ name: 'direct', account }, { replace: true }),
      (thrown: unknown) => {
        if (!abort.signal.aborted) setFailed(thrown)
      },
    )
    return () => abort.abort()
  }, [im, handle, isOnline])
  if (failed === undefined) return <StatePane title={text('start.looking', { handle })} busy />
  const isMissing = failed instanceof IMError && failed.code === 'NOT_FOUND'
  return <StatePane title={isMissing ? text('start.missing') : errorText(text, failed)} home />
}
