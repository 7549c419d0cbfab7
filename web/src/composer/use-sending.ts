import { type Conversation, IMError, scheduledOf, type TextInput } from '@parley/client/browser'
import { useState } from 'react'
import type { Acts } from '../chat/acts/use-acts.ts'
import type { Composing } from '../chat/use-composing.ts'
import { useText } from '../i18n/use-text.ts'
import { errorText } from '../session/error-text.ts'
import { useIM } from '../session/session-context.ts'
import { canSend as canSendPieces, trayMax } from './uploads/uploads.ts'
import { useUploads } from './uploads/use-uploads.ts'

export interface SendingInput {
  conversation: Conversation
  composing: Composing
  acts: Acts
}

/** Sends what was written: as a message, with files, as an answer, or as an edit. */
export function useSending({ conversation, composing, acts }: SendingInput) {
  const { text } = useText()
  const { uploads, tray, parcels } = useUploads(conversation)
  const im = useIM()
  const [error, setError] = useState<string>()
  const [burnAfterMs, setBurnAfterMs] = useState(0)
  const isEdit = composing.name === 'edit'

  const addFiles = (files: File[]) => {
    if (isEdit) return setError(text('attach.editing'))
    const refused = uploads.add(files)
    setError(refused > 0 ? text('attach.tooMany', { count: trayMax }) : undefined)
  }
  const canSend = (said: string) => {
    if (isEdit) return composing.of.content.attachments?.length ? true : said !== ''
    return tray.length > 0 ? canSendPieces(tray) : said !== ''
  }
  const deliver = (said: TextInput) => {
    if (isEdit) {
      const { of } = composing
      if (said.text !== of.text) acts.run('edit', () => conversation.edit(of, said))
      return
    }
    if (tray.length > 0) uploads.send({ ...said, ...more() })
    else conversation.send({ ...said, ...more() })
  }
  /** What it answers, and that it burns. */
  const more = () => ({
    ...(composing.name === 'reply' ? { replyTo: composing.to.seq } : {}),
    ...(burnAfterMs > 0 ? { burnAfterMs } : {}),
  })
  /** @returns whether it is on its way; else `error` says why. */
  const send = (said: TextInput): boolean => {
    try {
      deliver(said)
      setError(undefined)
      return true
    } catch (thrown) {
      if (!(thrown instanceof IMError)) throw thrown
      setError(errorText(text, thrown))
      return false
    }
  }
  /** Only words: files are uploaded for being sent now. */
  const canSendLater = (said: string) => !isEdit && tray.length === 0 && said !== ''
  const sendLater = (said: TextInput, atMs: number) =>
    scheduledOf(im).schedule(conversation, { ...said, ...more(), atMs })
  return {
    burnAfterMs,
    setBurnAfterMs,
    canSendLater,
    sendLater,
    uploads,
    tray,
    parcels,
    error,
    addFiles,
    canSend,
    send,
    forgetError: () => setError(undefined),
  }
}
