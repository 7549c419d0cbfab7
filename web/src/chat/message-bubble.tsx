import { entryKinds } from '@parley/client/browser'
import { useState } from 'react'
import { clockTime, exactTime } from '../i18n/format-time.ts'
import { useText } from '../i18n/use-text.ts'
import { Avatar } from '../kit/avatar.tsx'
import { classNames } from '../kit/class-names.ts'
import { useIM } from '../session/session-context.ts'
import { Quote } from './acts/quote.tsx'
import { Reactions } from './acts/reactions.tsx'
import { usePressMenu } from '../kit/use-press-menu.ts'
import { BurnMark } from './burn-mark.tsx'
import { focusNeighbour } from './focus-neighbour.ts'
import { useChat } from './chat-context.ts'
import { MessageBody } from './message-body.tsx'
import styles from './message-bubble.module.css'
import type { MessageRowProps } from './message-row.tsx'
import { MessageStatus, statusOf, statusWords } from './message-status.tsx'
import { MessageTools } from './message-tools.tsx'
import { contentPreview } from './preview.ts'
import { isEmojiOnly } from './rich-text.ts'
import { UnsentActions } from './unsent-actions.tsx'

const faces = 8
const framed: readonly number[] = [entryKinds.location, entryKinds.forward]
const shownAlone: readonly number[] = [entryKinds.image, entryKinds.video]

/** What somebody said, with who, when, how far it came, and what can be done to it. */
export function MessageBubble(props: MessageRowProps) {
  const { message, senderName, peerDelivered, peerRead, first, last, isNewest } = props
  const { text, language } = useText()
  const { isGroup, openMenu } = useChat()
  const [isOpen, setOpen] = useState(false)
  const press = usePressMenu((anchor) => openMenu(message, anchor))
  const status = message.mine ? statusOf(message, { peerDelivered, peerRead }) : undefined
  const isStuck = status === 'failed' || status === 'held' || status === 'unknown'
  const exact = exactTime(language, message.timeMs)
  const isPlain = message.kind === entryKinds.text && message.replyTo === 0
  const isLarge = isPlain && isEmojiOnly(message.text)
  const isBare = shownAlone.includes(message.kind) && message.text === '' && message.replyTo === 0
  const isFramed =
    framed.includes(message.kind) || (message.kind === entryKinds.file && message.text === '')
  const isNamed = isGroup && !message.mine && first
  const said = text('chat.said', { name: senderName, text: contentPreview(text, message) })
  return (
    <div
      className={classNames(
        styles.line,
        message.mine ? styles.own : styles.their,
        first && styles.first,
        last && styles.last,
        isGroup && !message.mine && styles.faced,
      )}
    >
      <div className={styles.side}>
        {isGroup && !message.mine && <Face account={message.sender} isShown={last} />}
        {/* One of them is a stop of Tab, the arrows go on; the same is done by the buttons beside it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <div
          className={classNames(
            styles.bubble,
            isLarge && styles.large,
            isBare && styles.bare,
            isFramed && styles.framed,
            shownAlone.includes(message.kind) && styles.pictured,
            isStuck && styles.stuck,
          )}
          role="article"
          aria-label={said}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={isNewest ? 0 : -1}
          data-bubble=""
          {...press}
          onKeyDown={(event) => {
            focusNeighbour(event)
            press.onKeyDown(event)
          }}
          onClick={() => {
            if (getSelection()?.isCollapsed !== false) setOpen(!isOpen)
          }}
        >
          {isNamed ? (
            <span
              className={classNames(styles.sender, styles[`face${(message.sender % faces) + 1}`])}
            >
              <bdi>{senderName}</bdi>
            </span>
          ) : (
            <span className="visually-hidden">{senderName}: </span>
          )}
          {message.replyTo > 0 && <Quote message={message} />}
          <MessageBody message={message} />
          <span className={styles.meta}>
            <BurnMark message={message} />
            {message.edited && <span>{text('chat.edited')}</span>}
            <time dateTime={new Date(message.timeMs).toISOString()}>
              {clockTime(language, message.timeMs)}
            </time>
            {status !== undefined && <MessageStatus status={status} />}
            <span className={styles.tip} aria-hidden="true">
              {exact}
            </span>
          </span>
        </div>
        <MessageTools message={message} senderName={senderName} />
      </div>
      <Reactions message={message} />
      {isOpen && (
        <p className={styles.detail}>
          {exact}
          {status !== undefined && ` · ${text(statusWords[status])}`}
        </p>
      )}
      {isStuck && <UnsentActions message={message} status={status} />}
    </div>
  )
}

/** Beside the last bubble of a group of bubbles. */
function Face({ account, isShown }: { account: number; isShown: boolean }) {
  const im = useIM()
  const { nameOf } = useChat()
  if (!isShown) return <span className={styles.noFace} />
  const picture = im.profile(account)?.avatar ?? ''
  return <Avatar account={account} name={nameOf(account)} picture={picture} size="small" />
}
