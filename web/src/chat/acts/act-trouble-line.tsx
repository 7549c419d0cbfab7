import { useText } from '../../i18n/use-text.ts'
import { IconButton } from '../../kit/icon-button.tsx'
import { Notice } from '../../kit/notice.tsx'
import styles from './act-trouble-line.module.css'
import type { ActTrouble } from './use-acts.ts'

export interface ActTroubleLineProps {
  trouble: ActTrouble | undefined
  onDismiss: () => void
}

/** Why the last act is not done, above the composer. */
export function ActTroubleLine({ trouble, onDismiss }: ActTroubleLineProps) {
  const { text } = useText()
  if (trouble === undefined) return null
  return (
    <div className={styles.line} data-trouble="">
      <Notice look={trouble.look}>{trouble.words}</Notice>
      <IconButton icon="close" label={text('act.dismiss')} onPress={onDismiss} />
    </div>
  )
}
