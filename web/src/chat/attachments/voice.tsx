import type { Message } from '@parley/client/browser'
import { useEffect, useRef, useState } from 'react'
import { durationText } from '../../i18n/format-bytes.ts'
import { useText } from '../../i18n/use-text.ts'
import { Icon } from '../../kit/icon.tsx'
import { barsOf } from './bars.ts'
import { useFileFacts } from './use-file-facts.ts'
import styles from './voice.module.css'

const barCount = 36

/** A voice message: a press plays it, its loudness is its picture. */
export function Voice({ message }: { message: Message }) {
  const { text } = useText()
  const attachment = message.content.attachments?.[0]
  const facts = useFileFacts(attachment?.file ?? 0)
  const audio = useRef<HTMLAudioElement>(null)
  const [isPlaying, setPlaying] = useState(false)
  const [part, setPart] = useState(0)
  const durationMs = attachment?.durationMs ?? 0
  const time = durationText(durationMs)
  useEffect(() => {
    const { current: player } = audio
    return () => player?.pause()
  }, [])
  const url = facts === undefined || facts === 'gone' ? undefined : facts.url
  const toggle = () => {
    const { current: player } = audio
    if (player === null) return
    if (player.paused) void player.play().catch(() => setPlaying(false))
    else player.pause()
  }
  const bars = barsOf(attachment?.waveform ?? new Uint8Array(), barCount)
  return (
    <span className={styles.voice}>
      <button
        type="button"
        className={styles.play}
        aria-label={`${text(isPlaying ? 'file.pause' : 'file.play')}: ${text('file.voice', { time })}`}
        disabled={url === undefined}
        onClick={(event) => {
          event.stopPropagation()
          toggle()
        }}
      >
        <Icon name={isPlaying ? 'pause' : 'play'} size={20} />
      </button>
      <span className={styles.bars} aria-hidden="true">
        {bars.map((height, index) => (
          <i
            key={index}
            className={index / barCount < part ? styles.played : undefined}
            style={{ height: `${Math.max(12, height * 100)}%` }}
          />
        ))}
      </span>
      <span className={styles.time}>{facts === 'gone' ? text('file.gone') : time}</span>
      {url !== undefined && (
        // oxlint-disable-next-line jsx-a11y/media-has-caption
        <audio
          ref={audio}
          src={url}
          preload="none"
          onPlay={() => setPlaying(true)}
          onPause={() => setPlaying(false)}
          onEnded={() => setPart(0)}
          onTimeUpdate={({ currentTarget: { currentTime, duration } }) =>
            setPart(Number.isFinite(duration) && duration > 0 ? currentTime / duration : 0)
          }
        />
      )}
    </span>
  )
}
