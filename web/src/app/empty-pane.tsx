import { useText } from '../i18n/use-text.ts'
import { Button } from '../kit/button.tsx'
import { Icon } from '../kit/icon.tsx'
import { Mark } from '../kit/mark.tsx'
import styles from './empty-pane.module.css'
import { KeyList } from './key-list.tsx'

/** Beside the list while no conversation is chosen. */
export function EmptyPane({ onNew }: { onNew: () => void }) {
  const { text } = useText()
  return (
    <div className={styles.pane}>
      <Mark size={64} />
      <h2 className={styles.title}>{text('pane.empty')}</h2>
      <p className={styles.hint}>{text('pane.emptyHint')}</p>
      <Button look="main" onPress={onNew}>
        <Icon name="compose" size={18} />
        {text('list.new')}
      </Button>
      <div className={styles.keys}>
        <KeyList />
      </div>
    </div>
  )
}
