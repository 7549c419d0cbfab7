import { timeSpan } from '../i18n/format-time.ts'
import { useText } from '../i18n/use-text.ts'
import { Icon } from '../kit/icon.tsx'
import { IconButton } from '../kit/icon-button.tsx'
import styles from './composing-bar.module.css'

/** Says, above what one writes, that it will burn. */
export function BurnBar({ afterMs, onEnd }: { afterMs: number; onEnd: () => void }) {
  const { text, language } = useText()
  return (
    <div className={styles.bar} data-burning={afterMs}>
      <Icon name="flame" size={20} className={styles.icon} />
      <span className={styles.words}>
        <span className={styles.title}>
          {text('burn.bar', { time: timeSpan(language, afterMs) })}
        </span>
      </span>
      <IconButton icon="close" label={text('burn.cancel')} onPress={onEnd} />
    </div>
  )
}
