import { IMError, type Message, type WindowSnapshot } from '@parley/client/browser'
import { lazy, Suspense, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import type { MenuPoint } from '../kit/menu.tsx'
import { errorText } from '../session/error-text.ts'
import { useIM } from '../session/session-context.ts'
import { keepRecalled } from './acts/recalled-texts.ts'
import { useChat } from './chat-context.ts'

const MessageMenu = lazy(async () => ({
  default: (await import('./acts/message-menu.tsx')).MessageMenu,
}))
const Viewer = lazy(async () => ({ default: (await import('./attachments/viewer.tsx')).Viewer }))
const ForwardDialog = lazy(async () => ({
  default: (await import('./forward-dialog.tsx')).ForwardDialog,
}))
const ReadersDialog = lazy(async () => ({
  default: (await import('./readers-dialog.tsx')).ReadersDialog,
}))
const Confirm = lazy(async () => ({ default: (await import('../kit/confirm.tsx')).Confirm }))

export type Overlay =
  | { name: 'menu'; message: Message; anchor: Element | MenuPoint }
  | { name: 'picture'; seq: number; file: number }

export interface ChatOverlaysProps {
  overlay: Overlay | undefined
  view: WindowSnapshot
  onClose: () => void
}

/** What stands above a conversation: the menu of a message, a question, a picture. */
export function ChatOverlays({ overlay, view, onClose }: ChatOverlaysProps) {
  const { text } = useText()
  const im = useIM()
  const { acts, conversation } = useChat()
  const [recalling, setRecalling] = useState<Message>()
  const [deleting, setDeleting] = useState<Message>()
  const [forwarding, setForwarding] = useState<Message>()
  const [asking, setAsking] = useState<Message>()
  const recall = (message: Message) => {
    if (message.mine) keepRecalled(conversation, message.seq, message.text)
    acts.run('recall', () => conversation.recall(message.seq))
  }
  const deleteForMe = async ({ seq }: Message) => {
    // It would wait for a connection, and a person would not know what for.
    if (im.state.name === 'offline') throw new IMError('OFFLINE')
    await conversation.deleteForMe({ seqs: [seq] })
  }
  // As it is now: it may have been changed while the menu stands.
  const current = (message: Message) =>
    view.messages.find(({ key }) => key === message.key) ?? message
  return (
    <Suspense fallback={null}>
      {overlay?.name === 'menu' && !current(overlay.message).gone && (
        <MessageMenu
          message={current(overlay.message)}
          anchor={overlay.anchor}
          onRecall={() => setRecalling(current(overlay.message))}
          onDelete={() => setDeleting(overlay.message)}
          onForward={() => setForwarding(current(overlay.message))}
          onReaders={() => setAsking(overlay.message)}
          onClose={onClose}
        />
      )}
      {forwarding !== undefined && (
        <ForwardDialog message={forwarding} onClose={() => setForwarding(undefined)} />
      )}
      {asking !== undefined && (
        <ReadersDialog message={asking} onClose={() => setAsking(undefined)} />
      )}
      {overlay?.name === 'picture' && (
        <Viewer messages={view.messages} start={overlay} onClose={onClose} />
      )}
      {recalling !== undefined && (
        <Confirm
          title={text('act.recallTitle')}
          hint={text('act.recallHint')}
          action={text('act.recall')}
          describe={(thrown) => errorText(text, thrown)}
          onConfirm={() => recall(recalling)}
          onClose={() => setRecalling(undefined)}
        />
      )}
      {deleting !== undefined && (
        <Confirm
          title={text('keep.deleteForMeTitle')}
          hint={text('keep.deleteForMeHint')}
          action={text('keep.deleteForMeDo')}
          describe={(thrown) => errorText(text, thrown)}
          onConfirm={() => deleteForMe(deleting)}
          onClose={() => setDeleting(undefined)}
        />
      )}
    </Suspense>
  )
}
