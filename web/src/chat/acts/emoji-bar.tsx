import type { Reaction } from '@parley/client/browser'
import { useEffect, useRef } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { classNames } from '../../kit/class-names.ts'
import { Icon } from '../../kit/icon.tsx'
import { moreEmoji, quickEmoji } from './emoji.ts'
import styles from './emoji-bar.module.css'

export interface EmojiBarProps {
  reactions: readonly Reaction[]
  isAll: boolean
  onAll: () => void
  onPick: (emoji: string, removed: boolean) => void
}

/** A few emoji, and more of them behind a button. Those that are one's own are taken away again. */
export function EmojiBar({ reactions, isAll, onAll, onPick }: EmojiBarProps) {
  const { text } = useText()
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isAll) bar.current?.querySelector('button')?.focus()
  }, [isAll])
  const isOwn = (emoji: string) => reactions.some((one) => one.emoji === emoji && one.mine)
  const shown: readonly string[] = isAll ? moreEmoji : quickEmoji
  return (
    <div
      ref={bar}
      className={classNames(styles.bar, isAll && styles.all)}
      role="group"
      aria-label={text('act.react')}
    >
      {shown.map((emoji) => (
        <button
          key={emoji}
          type="button"
          className={classNames(styles.emoji, isOwn(emoji) && styles.own)}
          aria-label={text(isOwn(emoji) ? 'act.unreactWith' : 'act.reactWith', { emoji })}
          onClick={() => onPick(emoji, isOwn(emoji))}
        >
          {emoji}
        </button>
      ))}
      {!isAll && (
        <button
          type="button"
          className={styles.more}
          aria-label={text('act.moreEmoji')}
          onClick={onAll}
        >
          <Icon name="down" size={18} />
        </button>
      )}
    </div>
  )
}
