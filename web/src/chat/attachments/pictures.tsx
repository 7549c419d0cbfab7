import type { Message } from '@parley/client/browser'
import { useText } from '../../i18n/use-text.ts'
import { Icon } from '../../kit/icon.tsx'
import { useChat } from '../chat-context.ts'
import { albumColumns, pictureSize } from './picture-size.ts'
import { placeholderOf } from './placeholder.ts'
import styles from './pictures.module.css'
import { useFileFacts, useRetries } from './use-file-facts.ts'

export type Attachment = NonNullable<Message['content']['attachments']>[number]

/** One picture as it is, several as an album. Their room is reserved before they are there. */
export function Pictures({ message }: { message: Message }) {
  const attachments = message.content.attachments ?? []
  const [only] = attachments
  if (only === undefined) return null
  if (attachments.length === 1) {
    const { width, height } = pictureSize(only.width ?? 0, only.height ?? 0)
    return (
      <span
        className={styles.one}
        style={{ width, aspectRatio: `${width} / ${height}` }}
        data-media=""
      >
        <Picture message={message} attachment={only} />
      </span>
    )
  }
  const columns = albumColumns(attachments.length)
  return (
    <span
      className={styles.album}
      style={{ gridTemplateColumns: `repeat(${columns}, 1fr)`, width: columns * 112 }}
      data-media=""
    >
      {attachments.map((attachment, index) => (
        <span key={index} className={styles.cell}>
          <Picture message={message} attachment={attachment} />
        </span>
      ))}
    </span>
  )
}

function Picture({ message, attachment }: { message: Message; attachment: Attachment }) {
  const { text } = useText()
  const { nameOf, openPicture } = useChat()
  const file = attachment.file ?? 0
  const retries = useRetries()
  const facts = useFileFacts(file, retries.turn)
  const blur = placeholderOf(attachment.placeholder)
  const isGone = facts === 'gone' || retries.isBroken
  const source = facts === undefined || facts === 'gone' ? undefined : addressOf(facts)
  return (
    <button
      type="button"
      className={styles.picture}
      aria-label={
        isGone
          ? text('picture.unavailable')
          : text('picture.open', { name: nameOf(message.sender) })
      }
      disabled={isGone}
      data-picture={file}
      style={blur === undefined ? undefined : { backgroundImage: `url(${blur})` }}
      onClick={(event) => {
        event.stopPropagation()
        openPicture(message, file)
      }}
    >
      {source !== undefined && !isGone && !retries.isFailed && (
        <img
          className={styles.image}
          src={source}
          alt=""
          draggable={false}
          decoding="async"
          onError={retries.fail}
        />
      )}
      {isGone && (
        <span className={styles.gone}>
          <Icon name="picture" size={24} />
        </span>
      )}
    </button>
  )
}

/** Small pictures have no thumbnail, and move only whole. */
const addressOf = (facts: { url: string; thumbnailUrl: string | undefined; mediaType: string }) =>
  facts.mediaType === 'image/gif' ? facts.url : (facts.thumbnailUrl ?? facts.url)
