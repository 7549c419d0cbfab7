import type { Message } from '@parley/client/browser'
import { memo } from 'react'
import { useText } from '../i18n/use-text.ts'
import { classNames } from '../kit/class-names.ts'
import styles from './message-text.module.css'
import { markMentions } from './mark-mentions.ts'
import { richText } from './rich-text.ts'

type Mentions = NonNullable<Message['content']['mentions']>

export interface MessageTextProps {
  said: string
  mentions?: Mentions | undefined
  /** The reader's account: where they are named stands out. */
  me?: number
  /** Everybody is named. */
  all?: boolean
}

/** A message as text nodes, links and names: nothing in it is ever taken for markup. */
export const MessageText = memo(function MessageText(props: MessageTextProps) {
  const { said, mentions = [], me = 0, all = false } = props
  return (
    <span className={styles.text} dir="auto">
      {markMentions(said, mentions).map((part, index) =>
        part.account === undefined ? (
          // The parts of one text keep their places.
          <Rich key={index} said={part.text} />
        ) : (
          <span
            key={index}
            className={classNames(styles.mention, (all || part.account === me) && styles.me)}
            data-mention={part.account}
          >
            {part.text}
          </span>
        ),
      )}
    </span>
  )
})

function Rich({ said }: { said: string }) {
  const { text } = useText()
  return richText(said).map((part, index) =>
    part.kind === 'text' ? (
      part.text
    ) : (
      <a
        key={index}
        className={styles.link}
        href={part.href}
        target="_blank"
        rel="noopener noreferrer nofollow ugc"
      >
        {part.text}
        <span className="visually-hidden"> ({text('message.link')})</span>
      </a>
    ),
  )
}
