import { memo } from 'react'
import { useText } from '../i18n/use-text.ts'
import { richText } from './rich-text.ts'
import styles from './message-text.module.css'

/** A message as text nodes and links: nothing in it is ever taken for markup. */
export const MessageText = memo(function MessageText({ said }: { said: string }) {
  const { text } = useText()
  return (
    <span className={styles.text} dir="auto">
      {richText(said).map((part, index) =>
        part.kind === 'text' ? (
          part.text
        ) : (
          <a
            // The parts of one text keep their places.
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
      )}
    </span>
  )
})
