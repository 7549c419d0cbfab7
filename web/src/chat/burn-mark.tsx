import type { Message } from '@parley/client/browser'
import { timeSpan } from '../i18n/format-time.ts'
import { useNow } from '../i18n/use-now.ts'
import { useText } from '../i18n/use-text.ts'
import { Icon } from '../kit/icon.tsx'
import styles from './burn-mark.module.css'

const secondMs = 1_000

/** Beside the time of a message that burns: that it will, and once it was read, how soon. */
export function BurnMark({ message }: { message: Message }) {
  const { burnAfterMs } = message.content
  if (burnAfterMs === 0) return null
  return message.burnAtMs === undefined ? (
    <Mark span={burnAfterMs} isLit={false} />
  ) : (
    <Countdown atMs={message.burnAtMs} />
  )
}

function Countdown({ atMs }: { atMs: number }) {
  const nowMs = useNow(secondMs)
  return <Mark span={Math.max(secondMs, atMs - nowMs)} isLit />
}

function Mark({ span, isLit }: { span: number; isLit: boolean }) {
  const { text, language } = useText()
  const time = timeSpan(language, span)
  const short = timeSpan(language, span, 'narrow')
  return (
    <span className={styles.mark} data-burn={isLit ? 'lit' : 'waiting'}>
      <Icon name="flame" size={14} />
      <span aria-hidden="true">{isLit && short}</span>
      <span className="visually-hidden">{text(isLit ? 'burn.left' : 'burn.bar', { time })}</span>
    </span>
  )
}
