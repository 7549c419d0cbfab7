import type { IM, Message } from '@parley/client/browser'
import { useEffect, useMemo, useRef, useState } from 'react'
import { StatePane } from '../app/state-pane.tsx'
import { Composer } from '../composer/composer.tsx'
import { useConversationName } from '../conversation-list/conversation-name.ts'
import { useText } from '../i18n/use-text.ts'
import type { MenuPoint } from '../kit/menu.tsx'
import { errorText } from '../session/error-text.ts'
import { useIM } from '../session/session-context.ts'
import { useNames } from '../session/use-names.ts'
import { useObservable } from '../session/use-observable.ts'
import { ActTroubleLine } from './acts/act-trouble-line.tsx'
import { QuoteBook } from './acts/quote-book.ts'
import { useActs } from './acts/use-acts.ts'
import { Announcer } from './announcer.tsx'
import { type Chat, ChatContext, ViewContext } from './chat-context.ts'
import { ChatHeader } from './chat-header.tsx'
import { ChatOverlays, type Overlay } from './chat-overlays.tsx'
import styles from './chat-pane.module.css'
import { EmptyChat } from './empty-chat.tsx'
import { MessageList } from './message-list.tsx'
import { PinnedBar } from './pinned-bar.tsx'
import { useClearMark } from './use-clear-mark.ts'
import { useComposing } from './use-composing.ts'
import { useOpening } from './use-opening.ts'

export type ChatTarget = Parameters<IM['conversation']>[0]

/** One conversation. Its parent gives it a key of its own for each target. `at`: a message that is to be shown. */
export function ChatPane({ target, at = 0 }: { target: ChatTarget; at?: number | undefined }) {
  const im = useIM()
  const { text } = useText()
  // The target of one pane never changes, but comes as a new object each time.
  // oxlint-disable-next-line react/exhaustive-deps
  const conversation = useMemo(() => im.conversation(target), [im])
  const summary = useObservable(conversation.summary)
  const view = useObservable(conversation.window)
  const isMissing = useMissing(im, summary.peer, summary.peerProfile !== undefined)
  const opening = useOpening(conversation)
  useClearMark(conversation)
  const name = useConversationName(summary)
  const isGroup = summary.group !== undefined
  const nameOf = useNames(isGroup ? summary.id : 0)
  const { acts, trouble, dismiss } = useActs(im)
  const { composing, again, actions, end } = useComposing(conversation)
  const [overlay, setOverlay] = useState<Overlay>()
  const quotes = useMemo(() => new QuoteBook(conversation), [conversation])
  const jump = useRef<(seq: number) => void>(() => {})
  const chat = useMemo<Chat>(
    () => ({
      conversation,
      isGroup,
      isClosed: summary.left,
      nameOf,
      quotes,
      acts,
      ...actions,
      jumpTo: (seq) => jump.current(seq),
      openMenu: (message: Message, anchor: Element | MenuPoint) =>
        setOverlay({ name: 'menu', message, anchor }),
      openPicture: (message: Message, file: number) =>
        setOverlay({ name: 'picture', seq: message.seq, file }),
    }),
    [conversation, isGroup, summary.left, nameOf, quotes, acts, actions],
  )

  if (isMissing)
    return <StatePane title={text('chat.unavailable')} hint={text('error.NOT_FOUND')} home />
  if (opening.error !== undefined && !view.ready && summary.id > 0) {
    return <StatePane title={text('chat.unavailable')} hint={errorText(text, opening.error)} home />
  }
  const isEmpty = view.ready && view.messages.length === 0
  const isShown = opening.isDone || summary.unread === 0
  return (
    <ChatContext value={chat}>
      <ViewContext value={view}>
        <section className={styles.pane} aria-label={name} data-chat="">
          <ChatHeader summary={summary} name={name} />
          {summary.id > 0 && <PinnedBar conversation={conversation} />}
          {isEmpty && <EmptyChat summary={summary} name={name} />}
          {!isEmpty && !isShown && <div className={styles.opening} />}
          {!isEmpty && isShown && (
            <MessageList
              conversation={conversation}
              summary={summary}
              view={view}
              name={name}
              jump={jump}
              at={at}
            />
          )}
          <Announcer conversation={conversation} nameOf={nameOf} />
          <ActTroubleLine trouble={trouble} onDismiss={dismiss} />
          {summary.left ? (
            <p className={styles.left}>{text('chat.left')}</p>
          ) : (
            <Composer
              conversation={conversation}
              summary={summary}
              name={name}
              composing={composing}
              again={again}
              onEdit={actions.edit}
              onEnd={end}
            />
          )}
          <ChatOverlays overlay={overlay} view={view} onClose={() => setOverlay(undefined)} />
        </section>
      </ViewContext>
    </ChatContext>
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
