import { FindDialog } from '../contacts/find-dialog.tsx'
import { useText } from '../i18n/use-text.ts'
import { Icon } from '../kit/icon.tsx'
import { Link } from '../routes/link.tsx'
import { go } from '../routes/router.ts'
import styles from './new-conversation.module.css'

/** Finds an account by its exact handle and opens the conversation with it; or leads to a new group. */
export function NewConversation({ onClose }: { onClose: () => void }) {
  const { text } = useText()
  return (
    <FindDialog
      title={text('start.title')}
      action={text('start.go')}
      onFound={(account) => go({ name: 'direct', account })}
      onClose={onClose}
    >
      <Link to={{ name: 'newGroup' }} onClick={onClose} className={styles.group}>
        <span className={styles.icon}>
          <Icon name="people" />
        </span>
        <span className={styles.words}>
          <span className={styles.name}>{text('groups.new')}</span>
          <span className={styles.hint}>{text('groups.newHint')}</span>
        </span>
        <Icon name="right" size={18} className={styles.forth} />
      </Link>
    </FindDialog>
  )
}
