import type { ConversationSummary } from '@parley/client/browser'
import { MessageStatus, statusOf } from '../chat/message-status.tsx'
import { GroupFace } from '../groups/group-face.tsx'
import { isNotice } from '../chat/notice-words.ts'
import { previewOf } from '../chat/preview.ts'
import { shortTime } from '../i18n/format-time.ts'
import { useText, type Text } from '../i18n/use-text.ts'
import { Avatar } from '../kit/avatar.tsx'
import { classNames } from '../kit/class-names.ts'
import { Icon } from '../kit/icon.tsx'
import type { MenuPoint } from '../kit/menu.tsx'
import { usePressMenu } from '../kit/use-press-menu.ts'
import { Link } from '../routes/link.tsx'
import { useConversationName } from './conversation-name.ts'
import { useNames } from '../session/use-names.ts'
import styles from './conversation-row.module.css'
import { routeOf } from './conversation-route.ts'
import { RowMarks } from './row-marks.tsx'
import { usePresence } from './use-watched-presence.ts'

export interface ConversationRowProps {
  summary: ConversationSummary
  isCurrent: boolean
  /** The one row that Tab stops at. */
  isStop: boolean
  onFocus: () => void
  onMenu: (anchor: Element | MenuPoint) => void
  nowMs: number
}

/** One line of the list: who, what was said last, when, how much is unread. */
export function ConversationRow({
  summary,
  isCurrent,
  isStop,
  onFocus,
  onMenu,
  nowMs,
}: ConversationRowProps) {
  const { text, language } = useText()
  const presence = usePresence(summary.peer)
  const name = useConversationName(summary)
  const { last, group } = summary
  const isOnline = presence?.online ?? false
  const menuKeys = usePressMenu(onMenu)
  // One that is still to be made has nothing to keep.
  const hasMenu = summary.id > 0
  return (
    <div className={styles.place}>
      <Link
        to={routeOf(summary)}
        className={classNames(styles.row, isCurrent && styles.current)}
        aria-current={isCurrent ? 'page' : undefined}
        tabIndex={isStop ? 0 : -1}
        data-row={summary.key}
        onFocus={onFocus}
        draggable={false}
        {...(hasMenu ? menuKeys : {})}
      >
        {group === undefined ? (
          <Avatar
            account={summary.peer}
            name={name}
            picture={summary.peerProfile?.avatar ?? ''}
            online={isOnline}
          />
        ) : (
          <GroupFace group={summary.id} name={name} />
        )}
        <span className={styles.words}>
          <span className={styles.line}>
            <span className={styles.name}>
              <bdi>{name}</bdi>
              {isOnline && <span className="visually-hidden"> {text('list.online')}</span>}
            </span>
            {last?.mine === true && summary.draft === '' && (
              <MessageStatus status={statusOf(last, summary)} className={styles.status} />
            )}
            {last !== undefined && (
              <time className={styles.time} dateTime={new Date(summary.timeMs).toISOString()}>
                {shortTime({ text, language, nowMs }, summary.timeMs)}
              </time>
            )}
          </span>
          <span className={classNames(styles.line, styles.second)}>
            <Preview summary={summary} isCurrent={isCurrent} text={text} />
            <RowMarks summary={summary} />
          </span>
        </span>
      </Link>
      {hasMenu && (
        <button
          type="button"
          className={styles.more}
          tabIndex={-1}
          aria-haspopup="menu"
          aria-label={text('keep.actionsOf', { name })}
          title={text('keep.actions')}
          onClick={(event) => onMenu(event.currentTarget)}
        >
          <Icon name="more" size={18} />
        </button>
      )}
    </div>
  )
}

interface PreviewProps {
  summary: ConversationSummary
  isCurrent: boolean
  text: Text
}

function Preview({ summary, isCurrent, text }: PreviewProps) {
  const { typing, draft, last, group } = summary
  const nameOf = useNames(group === undefined ? 0 : summary.id)
  if (typing.length > 0) {
    return <span className={classNames(styles.preview, styles.typing)}>{text('list.typing')}</span>
  }
  // One sees the draft of the open conversation where one writes it.
  if (draft !== '' && !isCurrent) {
    return (
      <span className={styles.preview}>
        <span className={styles.draft}>{text('list.draft')}</span> <bdi>{oneLine(draft)}</bdi>
      </span>
    )
  }
  if (last === undefined) return <span className={styles.preview}>{text('list.nothing')}</span>
  const said = previewOf(text, last, nameOf)
  const isNamed = group !== undefined && !last.mine && !last.gone && !isNotice(last)
  const shown = isNamed ? text('chat.said', { name: nameOf(last.sender), text: said }) : said
  return (
    <span className={styles.preview}>
      <bdi>{oneLine(shown)}</bdi>
    </span>
  )
}

const previewLengthMax = 160
const oneLine = (said: string) => said.slice(0, previewLengthMax).replace(/\s+/g, ' ')
