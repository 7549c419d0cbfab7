import type { Message, Reaction } from '@parley/client/browser'
import { useText } from '../../i18n/use-text.ts'
import { classNames } from '../../kit/class-names.ts'
import { useChat } from '../chat-context.ts'
import { namesOf } from '../notice-words.ts'
import styles from './reactions.module.css'

/** What was said to a message with one emoji each, and by whom. A press joins in, or takes one's own away. */
export function Reactions({ message }: { message: Message }) {
  const { text } = useText()
  if (message.reactions.length === 0) return null
  return (
    <ul className={styles.list} aria-label={text('reaction.list')}>
      {message.reactions.map((reaction) => (
        <li key={reaction.emoji}>
          <Chip message={message} reaction={reaction} />
        </li>
      ))}
    </ul>
  )
}

function Chip({ message, reaction }: { message: Message; reaction: Reaction }) {
  const { text } = useText()
  const { acts, conversation, nameOf, isClosed } = useChat()
  const { emoji, mine, count, accounts } = reaction
  const listed = namesOf(text, nameOf, accounts)
  const more = count - accounts.length
  const names = more > 0 ? text('reaction.andOthers', { names: listed, count: more }) : listed
  const who = text('reaction.by', { emoji, names })
  return (
    <button
      type="button"
      className={classNames(styles.chip, mine && styles.mine)}
      aria-pressed={mine}
      disabled={isClosed}
      data-reaction={emoji}
      onClick={(event) => {
        event.stopPropagation()
        acts.run('reaction', () => conversation.react(message.seq, emoji, { removed: mine }))
      }}
    >
      <span className={styles.emoji}>{emoji}</span>
      <span className={styles.count}>{count}</span>
      <span className="visually-hidden"> {who}</span>
      <span className={styles.tip} aria-hidden="true">
        {who}
      </span>
    </button>
  )
}
