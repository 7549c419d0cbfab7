import { useEffect, useRef } from 'react'
import { useText } from '../i18n/use-text.ts'
import { goBack } from '../routes/router.ts'
import { classNames } from '../kit/class-names.ts'
import { IconButton } from '../kit/icon-button.tsx'
import styles from './page.module.css'

export interface PageProps {
  title: string
  /** It stands beside the list: beside it there is no need to go back. */
  top?: boolean
  /** At the end of the header. */
  action?: React.ReactNode
  /** The children scroll by themselves. */
  bare?: boolean
  children: React.ReactNode
}

/** A pane of its own with a title, a way back, and a column of sections. */
export function Page({ title, top = false, action, bare = false, children }: PageProps) {
  const { text } = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className={styles.page}>
      <header className={classNames(styles.header, top && styles.withoutBack)}>
        <IconButton
          icon="back"
          label={text('page.back')}
          onPress={goBack}
          className={styles.back}
        />
        <h2 ref={heading} className={styles.title} tabIndex={-1}>
          {title}
        </h2>
        {action}
      </header>
      {bare ? (
        children
      ) : (
        <div className={styles.scroller}>
          <div className={styles.column}>{children}</div>
        </div>
      )}
    </div>
  )
}
