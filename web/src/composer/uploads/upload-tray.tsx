import { bytesText } from '../../i18n/format-bytes.ts'
import { useText, type Text } from '../../i18n/use-text.ts'
import { classNames } from '../../kit/class-names.ts'
import { Icon } from '../../kit/icon.tsx'
import { IconButton } from '../../kit/icon-button.tsx'
import { errorText } from '../../session/error-text.ts'
import { useIM } from '../../session/session-context.ts'
import { useObservable } from '../../session/use-observable.ts'
import styles from './upload-tray.module.css'
import type { Piece, Uploads } from './uploads.ts'

export interface UploadTrayProps {
  uploads: Uploads
  pieces: readonly Piece[]
  /** Sent already by the person, on its way still. */
  isSending?: boolean
}

/** Files that are or will be sent: how far each is, and what can be done about it. */
export function UploadTray({ uploads, pieces, isSending = false }: UploadTrayProps) {
  const { text } = useText()
  if (pieces.length === 0) return null
  return (
    <ul
      className={classNames(styles.tray, isSending && styles.sending)}
      aria-label={text(isSending ? 'attach.sending' : 'attach.list')}
      data-tray={isSending ? 'sending' : 'open'}
    >
      {pieces.map((piece) => (
        <PieceRow key={piece.key} piece={piece} uploads={uploads} isSending={isSending} />
      ))}
    </ul>
  )
}

interface PieceRowProps {
  piece: Piece
  uploads: Uploads
  isSending: boolean
}

function PieceRow({ piece, uploads, isSending }: PieceRowProps) {
  const { text, language } = useText()
  const { key, name, bytes, preview, trouble, progress } = piece
  const isOffline = useObservable(useIM().connection).name === 'offline'
  const state = trouble === undefined ? (progress?.state ?? 'sending') : 'refused'
  const part = progress === undefined ? 0 : progress.sentBytes / Math.max(1, progress.bytes)
  const words = troubleWords(text, language, piece) ?? stateWords(text, state, isOffline, isSending)
  const mayBeFile =
    trouble?.asFile === true ||
    (progress?.state === 'failed' && progress.error.code === 'TYPE_REFUSED')
  return (
    <li className={styles.piece} data-upload={state}>
      <span
        className={styles.face}
        style={preview === undefined ? undefined : { backgroundImage: `url(${preview})` }}
      >
        {preview === undefined && <Icon name="file" size={20} />}
      </span>
      <span className={styles.words}>
        <bdi className={styles.name}>{name}</bdi>
        <span className={classNames(styles.state, isBad(state) && styles.bad)} aria-live="polite">
          {bytesText(language, bytes)} · {words ?? percent(language, part)}
        </span>
        {isUnderWay(state) && (
          <progress
            className={styles.bar}
            aria-label={text('attach.progress', { name, percent: percent(language, part) })}
            value={part}
            max={1}
          />
        )}
        {mayBeFile && (
          <button type="button" className={styles.asFile} onClick={() => uploads.sendAsFile(key)}>
            {text('attach.asFile')}
          </button>
        )}
      </span>
      {state === 'sending' && progress !== undefined && (
        <IconButton
          icon="pause"
          label={text('attach.pause', { name })}
          onPress={() => uploads.pause(key)}
        />
      )}
      {state === 'paused' && (
        <IconButton
          icon="play"
          label={text('attach.resume', { name })}
          onPress={() => uploads.resume(key)}
        />
      )}
      {state === 'failed' && (
        <IconButton
          icon="retry"
          label={text('attach.retry', { name })}
          onPress={() => uploads.resume(key)}
        />
      )}
      <IconButton
        icon="close"
        label={text('attach.remove', { name })}
        onPress={() => uploads.remove(key)}
      />
    </li>
  )
}

const isBad = (state: string) => state === 'refused' || state === 'failed'
const isUnderWay = (state: string) => !isBad(state) && state !== 'done'

const percent = (language: string, part: number) =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(part)

function troubleWords(text: Text, language: string, { trouble, progress }: Piece) {
  if (trouble !== undefined) return text(trouble.id, { size: bytesText(language, trouble.bytes) })
  if (progress?.state !== 'failed') return undefined
  if (progress.error.code === 'TYPE_REFUSED') return text('attach.typeRefused')
  return errorText(text, progress.error)
}

function stateWords(text: Text, state: string, isOffline: boolean, isSending: boolean) {
  if (state === 'done') return text(isSending ? 'attach.sending' : 'attach.ready')
  if (state === 'paused') return text('attach.paused')
  if (isOffline) return text('attach.waiting')
  return state === 'finishing' ? text('attach.finishing') : undefined
}
