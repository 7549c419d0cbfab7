import type { IM } from '@parley/client/browser'
import { useEffect, useMemo, useState } from 'react'
import { StatePane } from '../app/state-pane.tsx'
import { Composer } from '../composer/composer.tsx'
import { useConversationName } from '../conversation-list/conversation-name.ts'
import { useText } from '../i18n/use-text.ts'
import { errorText } from '../session/error-text.ts'
import { useIM } from '../session/session-context.ts'
import { useObservable } from '../session/use-observable.ts'
import { Announcer } from './announcer.tsx'
import { ChatHeader } from './chat-header.tsx'
import styles from './chat-pane.module.css'
import { EmptyChat } from './empty-chat.tsx'
import { MessageList } from './message-list.tsx'
import { useOpening } from './use-opening.ts'

export type ChatTarget = Parameters<IM['conversation']>[0]

/** One conversation. Its parent gives it a key of its own for each target. */
export function ChatPane({ target }: { target: ChatTarget }) {
  const im = useIM()
  const { text } = useText()
  // The target of one pane never changes, but comes as a new object each time.
  // oxlint-disable-next-line react/exhaustive-deps
  const conversation = useMemo(() => im.conversation(target), [im])
  const summary = useObservable(conversation.summary)
  const view = useObservable(conversation.window)
  const isMissing = useMissing(im, summary.peer, summary.peerProfile !== undefined)
  const opening = useOpening(conversation)
  const name = useConversationName(summary)

  if (isMissing)
    return <StatePane title={text('chat.unavailable')} hint={text('error.NOT_FOUND')} home />
  if (opening.error !== undefined && !view.ready && summary.id > 0) {
    return <StatePane title={text('chat.unavailable')} hint={errorText(text, opening.error)} home />
  }
  const isEmpty = view.ready && view.messages.length === 0
  const isShown = opening.isDone || summary.unread === 0
  return (
    <section className={styles.pane} aria-label={name}>
      <ChatHeader summary={summary} name={name} />
      {isEmpty && <EmptyChat summary={summary} name={name} />}
      {!isEmpty && !isShown && <div className={styles.opening} />}
      {!isEmpty && isShown && (
        <MessageList conversation={conversation} summary={summary} view={view} peerName={name} />
      )}
      <Announcer conversation={conversation} name={name} />
      {summary.left ? (
        <p className={styles.left}>{text('chat.left')}</p>
      ) : (
        <Composer conversation={conversation} summary={summary} name={name} />
      )}
    </section>
  )
}

/** True once it is certain that there is no such account. */
function useMissing(im: IM, account: number, isKnown: boolean): boolean {
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    if (account === 0 || isKnown) return undefined
    const abort = new AbortController()
    im.profiles([account], { signal: abort.signal }).then(
      (profiles) => {
        if (!abort.signal.aborted) setMissing(profiles.length === 0)
      },
      // Not known: offline, for example. The name comes when it comes.
      () => {},
    )
    return () => abort.abort()
  }, [im, account, isKnown])
  return isMissing && !isKnown
}
