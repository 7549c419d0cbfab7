import { Fragment } from 'react'
import type { MessageId } from '../i18n/catalog/en.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './key-list.module.css'

const isApple = /Mac|iP(hone|ad)/.test(navigator.userAgent)
const command = isApple ? '⌘' : 'Ctrl'
const alt = isApple ? '⌥' : 'Alt'

const rows: readonly { id: MessageId; keys: readonly string[] }[] = [
  { id: 'keys.search', keys: [command, 'K'] },
  { id: 'keys.new', keys: [alt, 'N'] },
  { id: 'keys.next', keys: [alt, '↑', '↓'] },
  { id: 'keys.leave', keys: ['Esc'] },
]

/** What can be done by keyboard alone. */
export function KeyList() {
  const { text } = useText()
  return (
    <dl className={styles.list}>
      {rows.map(({ id, keys }) => (
        <Fragment key={id}>
          <dt className={styles.what}>{text(id)}</dt>
          <dd className={styles.keys}>
            {keys.map((key) => (
              <kbd key={key} className={styles.key}>
                {key}
              </kbd>
            ))}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
