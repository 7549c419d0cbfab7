import type { Conversation, ConversationSummary, WindowSnapshot } from '@parley/client/browser'
import { useMemo, useRef } from 'react'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import { useNow } from '../i18n/use-now.ts'
import { useText } from '../i18n/use-text.ts'
import { classNames } from '../kit/class-names.ts'
import { Spinner } from '../kit/spinner.tsx'
import { JumpButton } from './jump-button.tsx'
import styles from './message-list.module.css'
import { cursorsOf, MessageRow } from './message-row.tsx'
import { timeline } from './timeline.ts'
import { usePaging } from './use-paging.ts'
import { useScroll } from './use-scroll.ts'
import { useUnreadDivider } from './use-unread-divider.ts'

export interface MessageListProps {
  conversation: Conversation
  summary: ConversationSummary
  view: WindowSnapshot
  peerName: string
}

/** The history: pages come in at both ends without a jump, and the newest stays in view while one is there. */
export function MessageList({ conversation, summary, view, peerName }: MessageListProps) {
  const { text } = useText()
  const nowMs = useNow()
  const list = useRef<VirtualizerHandle>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const unreadAfter = useUnreadDivider(summary, view)
  const rows = useMemo(
    () => timeline({ messages: view.messages, unreadAfter }),
    [view.messages, unreadAfter],
  )
  const paging = usePaging(conversation, view)
  const scroll = useScroll({ list, scroller, rows, view, conversation, summary, paging })
  const you = text('chat.you')
  const beginning = text(rows.length > 0 ? 'chat.beginning' : 'chat.empty', { name: peerName })
  return (
    <div className={styles.place}>
      <div
        ref={scroller}
        className={classNames(styles.scroller, !scroll.isPlaced && styles.hidden)}
        role="region"
        aria-label={text('chat.history', { name: peerName })}
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
          onScroll={scroll.onScroll}
          onResize={scroll.onResize}
        >
          {(row, index) => (
            <MessageRow
              key={row.message.key}
              {...row}
              {...cursorsOf(summary, row.message)}
              senderName={row.message.mine ? you : peerName}
              nowMs={nowMs}
              beginning={index === 0 && !view.hasOlder ? beginning : undefined}
              isNewest={index === rows.length - 1}
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
