import { useText } from '../i18n/use-text.ts'
import { Icon } from '../kit/icon.tsx'
import { Link } from '../routes/link.tsx'
import styles from './archived-link.module.css'

/** From the list to what was put away. */
export function ArchivedLink({ count }: { count: number }) {
  const { text } = useText()
  return (
    <Link to={{ name: 'archived' }} className={styles.link} draggable={false}>
      <span className={styles.icon}>
        <Icon name="archive" size={18} />
      </span>
      <span className={styles.name}>{text('keep.archived')}</span>
      <span className={styles.count} aria-hidden="true">
        {count}
      </span>
      <span className="visually-hidden">{text('keep.archivedCount', { count })}</span>
      <Icon name="right" size={16} className={styles.forth} />
    </Link>
  )
}
