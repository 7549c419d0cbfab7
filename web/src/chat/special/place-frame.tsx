import { placeOf, type Message } from '@parley/client/browser'
import { useText } from '../../i18n/use-text.ts'
import { Icon } from '../../kit/icon.tsx'
import { MessageText } from '../message-text.tsx'
import styles from './frame.module.css'
import { mapAddress } from './map-address.ts'

/** A place: its name, its address, and a map that opens elsewhere. */
export function PlaceFrame({ message }: { message: Message }) {
  const { text } = useText()
  const place = placeOf(message)
  if (place === undefined) return <MessageText said={message.text} />
  const name = place.name || message.text || text('kind.location', { name: '' })
  return (
    <span className={styles.frame}>
      <span className={styles.head}>
        <Icon name="place" size={20} />
        <bdi>{name}</bdi>
      </span>
      {place.address !== '' && <bdi className={styles.more}>{place.address}</bdi>}
      <a
        className={styles.link}
        href={mapAddress(place)}
        target="_blank"
        rel="noopener noreferrer nofollow"
      >
        {text('place.open')}
        <span className="visually-hidden"> ({text('message.link')})</span>
      </a>
    </span>
  )
}
