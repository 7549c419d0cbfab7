import type { Message } from '@parley/client/browser'
import { useState } from 'react'
import { bytesText } from '../../i18n/format-bytes.ts'
import { useText } from '../../i18n/use-text.ts'
import { Icon } from '../../kit/icon.tsx'
import { errorText } from '../../session/error-text.ts'
import { useIM } from '../../session/session-context.ts'
import { useChat } from '../chat-context.ts'
import styles from './file-card.module.css'
import type { Attachment } from './pictures.tsx'
import { saveFile } from './save-file.ts'
import { Sound } from './sound.tsx'

/** Files to be saved; sound can be heard as well. */
export function FileCards({ message }: { message: Message }) {
  return (
    <span className={styles.cards}>
      {(message.content.attachments ?? []).map((attachment, index) => (
        // The files of a message keep their places.
        <FileCard key={index} attachment={attachment} />
      ))}
    </span>
  )
}

function FileCard({ attachment }: { attachment: Attachment }) {
  const im = useIM()
  const { conversation } = useChat()
  const { text, language } = useText()
  const [trouble, setTrouble] = useState<string>()
  const name = attachment.name || text('file.unnamed')
  const size = bytesText(language, attachment.bytes ?? 0)
  const save = () => {
    setTrouble(undefined)
    saveFile(im, conversation.id, { ...attachment, name }).catch((thrown: unknown) => {
      const isGone = thrown instanceof Error && 'code' in thrown && thrown.code === 'NOT_FOUND'
      setTrouble(isGone ? text('file.gone') : errorText(text, thrown))
    })
  }
  const isSound = attachment.mediaType?.startsWith('audio/') === true
  return (
    <span className={styles.item}>
      <button
        type="button"
        className={styles.card}
        data-file={attachment.file}
        onClick={(event) => {
          event.stopPropagation()
          save()
        }}
      >
        <span className="visually-hidden">{text('file.save')}: </span>
        <span className={styles.icon}>
          <Icon name="file" size={22} />
        </span>
        <span className={styles.words}>
          <bdi className={styles.name}>{name}</bdi>
          <span className={styles.size}>{size}</span>
        </span>
        <Icon name="download" size={18} className={styles.arrow} />
      </button>
      {isSound && <Sound file={attachment.file ?? 0} label={name} />}
      {trouble !== undefined && (
        <span className={styles.trouble} role="alert">
          {trouble}
        </span>
      )}
    </span>
  )
}
