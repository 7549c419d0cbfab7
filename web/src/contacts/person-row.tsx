import type { ReactNode } from 'react'
import { usePresence } from '../conversation-list/use-watched-presence.ts'
import { useText } from '../i18n/use-text.ts'
import { Avatar } from '../kit/avatar.tsx'
import { Link } from '../routes/link.tsx'
import { useProfile } from '../session/use-profile.ts'
import styles from './person-row.module.css'
import { nameOf } from './name-of.ts'
import { useContact } from './use-contacts.ts'

export interface PersonRowProps {
  account: number
  /** Instead of the account name. */
  line?: ReactNode
  /** What stands behind the name. */
  mark?: ReactNode
  /** At the end: what can be done. */
  end?: (name: string) => ReactNode
}

/** A line of a list: who it is, with a link to their page. */
export function PersonRow({ account, line, mark, end }: PersonRowProps) {
  const profile = useProfile(account)
  const contact = useContact(account)
  const name = nameOf(profile, contact?.remark)
  return (
    <div className={styles.row}>
      <Link to={{ name: 'person', account }} className={styles.who}>
        <PersonFace account={account} name={name} />
        <span className={styles.words}>
          <span className={styles.name}>
            <bdi>{name}</bdi>
            {mark}
          </span>
          <span className={styles.line}>{line ?? <Handle handle={profile?.handle} />}</span>
        </span>
      </Link>
      {end?.(name)}
    </div>
  )
}

const Handle = ({ handle }: { handle: string | undefined }) =>
  handle === undefined ? null : <>@{handle}</>

export interface PersonFaceProps {
  account: number
  name: string
  size?: 'small' | 'middle' | 'large'
}

/** The picture of somebody, and whether they are there. */
export function PersonFace({ account, name, size = 'middle' }: PersonFaceProps) {
  const { text } = useText()
  const profile = useProfile(account)
  const presence = usePresence(account)
  const isOnline = presence?.online ?? false
  return (
    <>
      <Avatar
        account={account}
        name={name}
        picture={profile?.avatar ?? ''}
        size={size}
        online={isOnline}
      />
      {isOnline && <span className="visually-hidden">{text('list.online')} </span>}
    </>
  )
}
