import { pinsOf, type Conversation } from '@parley/client/browser'
import { useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { Icon } from '../kit/icon.tsx'
import { useObservable } from '../session/use-observable.ts'
import { useChat } from './chat-context.ts'
import styles from './pinned-bar.module.css'
import { previewOf } from './preview.ts'

/** What is pinned, one at a time: a press goes there, and the next press to the one before. */
export function PinnedBar({ conversation }: { conversation: Conversation }) {
  const { text } = useText()
  const { nameOf, jumpTo } = useChat()
  const pinned = useObservable(pinsOf(conversation).all)
  const [turn, setTurn] = useState(0)
  const count = pinned.length
  const index = count === 0 ? 0 : turn % count
  const shown = pinned[index]
  if (shown === undefined) return null
  const said = previewOf(text, shown, nameOf)
  const title =
    count === 1 ? text('pinned.title') : text('pinned.count', { index: index + 1, count })
  return (
    <button
      type="button"
      className={styles.bar}
      data-pinned={shown.seq}
      onClick={() => {
        jumpTo(shown.seq)
        setTurn(index + 1)
      }}
    >
      <span className="visually-hidden">{text('pinned.jump')}: </span>
      <Icon name="pin" size={18} className={styles.icon} />
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        <bdi className={styles.said}>{said}</bdi>
      </span>
    </button>
  )
}
