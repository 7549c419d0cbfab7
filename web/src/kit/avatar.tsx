import { useState } from 'react'
import styles from './avatar.module.css'
import { classNames } from './class-names.ts'
import { initials } from './initials.ts'

const faces = 8

export interface AvatarProps {
  /** Chooses the colour: the same account has the same one everywhere. */
  account: number
  name: string
  picture: string
  size?: 'small' | 'middle' | 'large'
  online?: boolean
  /** Groups have corners. */
  shape?: 'round' | 'square'
}

/** Decoration: the name stands beside it. */
export function Avatar(props: AvatarProps) {
  const { account, name, picture, size = 'middle', online = false, shape = 'round' } = props
  const [broken, setBroken] = useState('')
  // Pictures come inside the profile; an address elsewhere would tell its host who looks.
  const shown = picture.startsWith('data:image/') && picture !== broken
  const face = styles[`face${(account % faces) + 1}`]
  return (
    <span
      className={classNames(styles.avatar, styles[size], styles[shape], !shown && face)}
      aria-hidden="true"
    >
      {shown ? (
        <img className={styles.picture} src={picture} alt="" onError={() => setBroken(picture)} />
      ) : (
        <span className={styles.initials}>{initials(name)}</span>
      )}
      {online && <span className={styles.online} data-online="" />}
    </span>
  )
}
