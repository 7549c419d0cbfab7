import type { Message } from '@parley/client/browser'
import { useText } from '../../i18n/use-text.ts'
import { Icon } from '../../kit/icon.tsx'
import styles from './film.module.css'
import { pictureSize } from './picture-size.ts'
import { placeholderOf } from './placeholder.ts'
import { useFileFacts } from './use-file-facts.ts'

/** A film in its place; nothing of it is loaded before it is played, but its beginning. */
export function Film({ message }: { message: Message }) {
  const { text } = useText()
  const attachment = message.content.attachments?.[0]
  const facts = useFileFacts(attachment?.file ?? 0)
  const given = pictureSize(attachment?.width || 16, attachment?.height || 9)
  const isSmall = (attachment?.width ?? 0) === 0
  const { width, height } = isSmall ? { width: 320, height: 180 } : given
  const blur = placeholderOf(attachment?.placeholder)
  return (
    <span
      className={styles.film}
      style={{
        width,
        aspectRatio: `${width} / ${height}`,
        ...(blur !== undefined && { backgroundImage: `url(${blur})` }),
      }}
      data-media=""
    >
      {facts === 'gone' && (
        <span className={styles.gone}>
          <Icon name="picture" size={24} />
          {text('file.gone')}
        </span>
      )}
      {facts !== undefined && facts !== 'gone' && (
        // What is said in it is not known here.
        // oxlint-disable-next-line jsx-a11y/media-has-caption
        <video
          className={styles.video}
          src={facts.url}
          aria-label={attachment?.name || text('kind.video')}
          controls
          playsInline
          preload="metadata"
        />
      )}
    </span>
  )
}
