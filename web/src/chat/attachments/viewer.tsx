import type { Message } from '@parley/client/browser'
import { useEffect, useRef, useState } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useText } from '../../i18n/use-text.ts'
import { classNames } from '../../kit/class-names.ts'
import { IconButton } from '../../kit/icon-button.tsx'
import { Spinner } from '../../kit/spinner.tsx'
import { useIM } from '../../session/session-context.ts'
import { useChat } from '../chat-context.ts'
import { placeholderOf } from './placeholder.ts'
import { shownPictures } from './shown-pictures.ts'
import { saveFile } from './save-file.ts'
import { useFileFacts } from './use-file-facts.ts'
import { useSwipe } from './use-swipe.ts'
import styles from './viewer.module.css'

export interface ViewerProps {
  messages: readonly Message[]
  /** The file that is looked at first. */
  start: { seq: number; file: number }
  onClose: () => void
}

/** Pictures of the conversation, one at a time, over everything. Esc closes, arrows and swipes turn. */
export function Viewer({ messages, start, onClose }: ViewerProps) {
  const im = useIM()
  const { text } = useText()
  const { conversation, nameOf } = useChat()
  const pictures = shownPictures(messages)
  const [at, setAt] = useState(start)
  const found = pictures.findIndex(({ seq, file }) => seq === at.seq && file === at.file)
  const index = Math.max(0, found)
  const shown = pictures[index]
  const isOver = found < 0
  useEffect(() => {
    // Recalled while it is looked at.
    if (isOver) onClose()
  }, [isOver, onClose])
  const turn = (step: number) => {
    const next = pictures[index + step]
    if (next !== undefined) setAt(next)
  }
  const swipe = useSwipe(turn)
  const count = pictures.length
  if (shown === undefined) return null
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className={styles.scrim ?? ''}
    >
      <Modal className={styles.frame ?? ''}>
        <Dialog
          className={styles.dialog ?? ''}
          aria-label={text('picture.title', { index: index + 1, count })}
        >
          <div
            className={styles.place}
            role="presentation"
            onKeyDown={({ key }) => {
              if (key === 'ArrowLeft') turn(-1)
              if (key === 'ArrowRight') turn(1)
            }}
          >
            <header className={styles.head}>
              <span className={styles.who}>
                <bdi>{nameOf(shown.sender)}</bdi>
                <span className={styles.count}>
                  {index + 1} / {count}
                </span>
              </span>
              <IconButton
                icon="download"
                label={text('act.save')}
                onPress={() => void saveFile(im, conversation.id, shown).catch(() => {})}
                className={styles.button}
              />
              <IconButton
                icon="close"
                label={text('dialog.close')}
                onPress={onClose}
                className={styles.button}
              />
            </header>
            <Large key={`${shown.seq} ${shown.file}`} picture={shown} swipe={swipe} />
            {index > 0 && (
              <IconButton
                icon="left"
                label={text('picture.previous')}
                onPress={() => turn(-1)}
                className={classNames(styles.button, styles.left)}
              />
            )}
            {index < count - 1 && (
              <IconButton
                icon="right"
                label={text('picture.next')}
                onPress={() => turn(1)}
                className={classNames(styles.button, styles.right)}
              />
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface LargeProps {
  picture: ReturnType<typeof shownPictures>[number]
  swipe: ReturnType<typeof useSwipe>
}

function Large({ picture, swipe }: LargeProps) {
  const { text } = useText()
  const facts = useFileFacts(picture.file)
  const [isLoaded, setLoaded] = useState(false)
  const [isWhole, setWhole] = useState(true)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus({ preventScroll: true }), [])
  const known = facts === 'gone' ? undefined : facts
  const blur = known?.thumbnailUrl ?? placeholderOf(picture.placeholder)
  return (
    <div className={classNames(styles.stage, !isWhole && styles.zoomed)} {...swipe}>
      {facts === 'gone' ? (
        <p className={styles.words}>{text('picture.unavailable')}</p>
      ) : (
        <button
          ref={button}
          type="button"
          className={styles.picture}
          aria-label={text(isWhole ? 'picture.zoom' : 'picture.fit')}
          onClick={() => setWhole(!isWhole)}
        >
          {!isLoaded && blur !== undefined && (
            <img
              className={styles.large}
              src={blur}
              width={picture.width || undefined}
              height={picture.height || undefined}
              alt=""
            />
          )}
          {known !== undefined && (
            <img
              className={classNames(styles.large, !isLoaded && styles.coming)}
              src={known.url}
              width={picture.width || undefined}
              height={picture.height || undefined}
              alt=""
              data-large=""
              draggable={false}
              onLoad={() => setLoaded(true)}
            />
          )}
        </button>
      )}
      {facts !== 'gone' && !isLoaded && (
        <span className={styles.wait} role="status">
          <Spinner size={24} />
          <span className="visually-hidden">{text('picture.loading')}</span>
        </span>
      )}
    </div>
  )
}
