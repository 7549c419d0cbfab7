import type { Conversation, ConversationSummary, WindowSnapshot } from '@parley/client/browser'
import { useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from 'react'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import { useNow } from '../i18n/use-now.ts'
import { useText } from '../i18n/use-text.ts'
import { classNames } from '../kit/class-names.ts'
import { Spinner } from '../kit/spinner.tsx'
import { useChat } from './chat-context.ts'
import { JumpButton } from './jump-button.tsx'
import styles from './message-list.module.css'
import { cursorsOf, MessageRow } from './message-row.tsx'
import { timeline } from './timeline.ts'
import { useJump } from './use-jump.ts'
import { usePaging } from './use-paging.ts'
import { useScroll } from './use-scroll.ts'
import { useUnreadDivider } from './use-unread-divider.ts'

/** What a row is taken for before it is measured. Without it the list holds no rows in store until it has measured some. */
const rowPx = 40

export interface MessageListProps {
  conversation: Conversation
  summary: ConversationSummary
  view: WindowSnapshot
  /** Of the conversation. */
  name: string
  /** Where the way to a message is put. */
  jump: RefObject<(seq: number) => void>
  /** A message that is to be shown. */
  at: number
}

/** The history: pages come in at both ends without a jump, and the newest stays in view while one is there. */
export function MessageList(props: MessageListProps) {
  const { conversation, summary, view, name, jump, at } = props
  const { text } = useText()
  const { isGroup, nameOf } = useChat()
  const nowMs = useNow()
  const list = useRef<VirtualizerHandle>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const unreadAfter = useUnreadDivider(summary, view)
  const paging = usePaging(conversation, view)
  // Nothing is held back for a page that does not come.
  const hasOlder = view.hasOlder && !paging.failed
  const rows = useMemo(
    () => timeline({ messages: view.messages, unreadAfter, hasOlder }),
    [view.messages, unreadAfter, hasOlder],
  )
  const scroll = useScroll({ list, scroller, rows, view, conversation, summary, paging })
  const { marked, jumpTo } = useJump({ list, rows, conversation, leaveEnd: scroll.leaveEnd })
  useLayoutEffect(() => {
    jump.current = jumpTo
  })
  const { isPlaced } = scroll
  useEffect(() => {
    if (at > 0 && isPlaced) jumpTo(at)
  }, [at, isPlaced, jumpTo])
  const you = text('chat.you')
  const beginning = text(isGroup ? 'group.beginning' : 'chat.beginning', { name })
  return (
    <div className={styles.place}>
      <div
        ref={scroller}
        className={classNames(styles.scroller, !scroll.isPlaced && styles.hidden)}
        role="region"
        aria-label={text('chat.history', { name })}
        aria-busy={view.loading !== 'none'}
        // It scrolls, so the keyboard must reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        data-history=""
      >
        <div className={styles.spacer} />
        <Virtualizer
          ref={list}
          as="ol"
          item="li"
          data={rows}
          shift={scroll.shift}
          bufferSize={600}
          itemSize={rowPx}
          onScroll={scroll.onScroll}
          onResize={scroll.onResize}
        >
          {(row, index) => (
            <MessageRow
              key={row.message.key}
              {...row}
              {...cursorsOf(summary, row.message)}
              senderName={row.message.mine ? you : nameOf(row.message.sender)}
              nowMs={nowMs}
              beginning={index === 0 && !view.hasOlder ? beginning : undefined}
              isNewest={index === rows.length - 1}
              isMarked={marked > 0 && row.message.seq === marked}
            />
          )}
        </Virtualizer>
      </div>
      {view.loading === 'older' && (
        <p className={styles.loading} role="status">
          <Spinner size={16} />
          <span className="visually-hidden">{text('chat.loadingOlder')}</span>
        </p>
      )}
      {paging.failed && (
        <p className={styles.failed} role="alert">
          {text('chat.loadFailed')}{' '}
          <button type="button" className={styles.retry} onClick={() => paging.older()}>
            {text('chat.retry')}
          </button>
        </p>
      )}
      <JumpButton
        isShown={scroll.isPlaced && (scroll.isAway || view.hasNewer)}
        count={summary.unread}
        onPress={() => scroll.toNewest()}
      />
    </div>
  )
}
