import { type Conversation, filesOf, type IM } from '@parley/client/browser'
import { useEffect } from 'react'
import { useIM } from '../../session/session-context.ts'
import { useObservable } from '../../session/use-observable.ts'
import { Uploads } from './uploads.ts'

const known = new WeakMap<Conversation, Uploads>()
const urls = {
  make: (file: File) => URL.createObjectURL(file),
  end: (url: string) => URL.revokeObjectURL(url),
}

/** The same for the same conversation, looked at or not. */
export function uploadsOf(im: IM, conversation: Conversation): Uploads {
  const made = known.get(conversation) ?? new Uploads(filesOf(im), conversation, urls)
  known.set(conversation, made)
  return made
}

export function useUploads(conversation: Conversation) {
  const im = useIM()
  const uploads = uploadsOf(im, conversation)
  const { tray, parcels } = useObservable(uploads)
  const isBusy = tray.length > 0 || parcels.length > 0
  useEffect(() => {
    if (!isBusy) return undefined
    // The bytes are in this page only.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isBusy])
  useEffect(() => im.outbox.subscribe(() => uploads.poke()), [im, uploads])
  return { uploads, tray, parcels }
}
