import type { Conversation, ConversationSummary, Message } from '@parley/client/browser'
import { lazy, Suspense, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { mayEdit } from '../chat/acts/message-actions.ts'
import { useChat } from '../chat/chat-context.ts'
import type { Composing } from '../chat/use-composing.ts'
import { useText } from '../i18n/use-text.ts'
import { IconButton } from '../kit/icon-button.tsx'
import { WaitingLine } from '../scheduled/waiting-line.tsx'
import { AttachButton } from './attach-button.tsx'
import { BurnBar } from './burn-bar.tsx'
import styles from './composer.module.css'
import { ComposerNotes } from './composer-notes.tsx'
import { ComposingBar } from './composing-bar.tsx'
import { MentionList, optionId } from './mention-list.tsx'
import { SendOptions } from './send-options.tsx'
import { sendsOnKey } from './sends-on-key.ts'
import { excessCharacters } from './text-limit.ts'
import { DropZone } from './uploads/drop-zone.tsx'
import { UploadTray } from './uploads/upload-tray.tsx'
import { useMentions } from './use-mentions.ts'
import { useSending } from './use-sending.ts'
import { useWritten } from './use-written.ts'

const TimeDialog = lazy(async () => ({
  default: (await import('../scheduled/time-dialog.tsx')).TimeDialog,
}))

export interface ComposerProps {
  conversation: Conversation
  summary: ConversationSummary
  name: string
  composing: Composing
  /** A text to be put here. */
  again: { said: string; count: number }
  onEdit: (message: Message) => void
  /** A reply or an edit is done with. */
  onEnd: () => void
}

/** Where one writes. Nothing here waits for the network: what is sent goes to the outbox. */
export function Composer(props: ComposerProps) {
  const { conversation, summary, name, composing, again, onEdit, onEnd } = props
  const { text } = useText()
  const { acts } = useChat()
  const area = useRef<HTMLTextAreaElement>(null)
  const hintId = useId()
  const written = useWritten({ conversation, draft: summary.draft, composing, again })
  const said = written.value.trim()
  const excess = excessCharacters(said)
  const isEdit = composing.name === 'edit'
  const mentions = useMentions({ summary, area, value: written.value, change: written.change })
  const { know } = mentions
  const sending = useSending({ conversation, composing, acts })
  const { uploads, tray, parcels, addFiles } = sending
  const canSend = excess === 0 && sending.canSend(said)
  useFocusOnOpen(area)
  useFocusOnChange(area, composing, again.count)
  useHeight(area, written.value)
  useEffect(() => {
    if (composing.name === 'edit') know(namesIn(composing.of))
    // Once for each message that is edited.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [composing])

  const [isTiming, setTiming] = useState(false)
  const words = () => ({ text: said, ...mentions.named(said) })
  const send = () => {
    if (canSend && sending.send(words())) sent()
  }
  const sent = () => {
    written.clear()
    mentions.close()
    conversation.typing(false)
    if (composing.name !== 'new') onEnd()
    area.current?.focus()
  }
  const cancel = () => {
    written.leaveEdit()
    onEnd()
  }
  const editLast = () => {
    const { messages } = conversation.window.getSnapshot()
    const last = messages.findLast(mayEdit)
    if (last !== undefined) onEdit(last)
    return last !== undefined
  }

  return (
    <>
      <WaitingLine summary={summary} />
      <form
        className={styles.composer}
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <DropZone onFiles={addFiles} />
        <ComposerNotes summary={summary} error={sending.error} excess={excess} />
        {parcels.map(({ key, pieces }) => (
          <UploadTray key={key} uploads={uploads} pieces={pieces} isSending />
        ))}
        <div className={styles.box}>
          {sending.burnAfterMs > 0 && !isEdit && (
            <BurnBar afterMs={sending.burnAfterMs} onEnd={() => sending.setBurnAfterMs(0)} />
          )}
          {composing.name !== 'new' && <ComposingBar composing={composing} onEnd={cancel} />}
          <UploadTray uploads={uploads} pieces={tray} />
          <div className={styles.bar}>
            {!isEdit && <AttachButton onFiles={addFiles} className={styles.attach} />}
            <textarea
              ref={area}
              className={styles.area}
              rows={1}
              value={written.value}
              placeholder={text(tray.length > 0 ? 'attach.caption' : 'composer.placeholder')}
              aria-label={text('composer.label', { name })}
              aria-describedby={hintId}
              aria-autocomplete={summary.group === undefined ? undefined : 'list'}
              aria-controls={mentions.isOpen ? mentions.listId : undefined}
              aria-activedescendant={
                mentions.isOpen && mentions.chosen
                  ? optionId(mentions.listId, mentions.chosen.account)
                  : undefined
              }
              enterKeyHint="send"
              autoComplete="off"
              dir="auto"
              onChange={(event) => {
                const { value } = event.currentTarget
                written.change(value)
                sending.forgetError()
                mentions.look()
                conversation.typing(!isEdit && value.trim() !== '')
              }}
              onSelect={mentions.look}
              onBlur={() => {
                mentions.close()
                written.rest()
                conversation.typing(false)
              }}
              onPaste={(event) => {
                const { files, types } = event.clipboardData
                // Office programs give a picture of what is text.
                if (files.length === 0 || types.includes('text/plain')) return
                event.preventDefault()
                addFiles([...files])
              }}
              onKeyDown={(event) => {
                if (mentions.onKey(event)) return
                const { key, shiftKey, ctrlKey, altKey, metaKey, keyCode, nativeEvent } = event
                const { isComposing } = nativeEvent
                if (key === 'Escape' && !isComposing && composing.name !== 'new') {
                  event.preventDefault()
                  return cancel()
                }
                const isPlain = !shiftKey && !ctrlKey && !altKey && !metaKey && !isComposing
                if (key === 'ArrowUp' && isPlain && written.value === '' && editLast())
                  return event.preventDefault()
                if (!sendsOnKey({ key, shiftKey, ctrlKey, altKey, metaKey, isComposing, keyCode }))
                  return
                event.preventDefault()
                send()
              }}
            />
            {!isEdit && (
              <SendOptions
                burnAfterMs={sending.burnAfterMs}
                canSendLater={excess === 0 && sending.canSendLater(said)}
                onBurn={sending.setBurnAfterMs}
                onSendLater={() => setTiming(true)}
                className={styles.attach}
              />
            )}
            <IconButton
              icon={isEdit ? 'tick' : 'send'}
              look="filled"
              label={text(isEdit ? 'edit.save' : 'composer.send')}
              disabled={!canSend}
              onPress={send}
              className={styles.send}
            />
          </div>
          <MentionList mentions={mentions} />
        </div>
        <p id={hintId} className="visually-hidden">
          {text('composer.hint')}
        </p>
      </form>
      {/* Not within the form: what is submitted there would be submitted here too. */}
      <Suspense fallback={null}>
        {isTiming && (
          <TimeDialog
            title={text('later.title')}
            onChoose={async (atMs) => {
              await sending.sendLater(words(), atMs)
              sent()
            }}
            onClose={() => setTiming(false)}
          />
        )}
      </Suspense>
    </>
  )
}

/** Who is named in a message, by what stands there. */
function namesIn({ text, content: { mentions } }: Message): Map<string, number> {
  return new Map(
    (mentions ?? []).map(({ account, offset, length }) => {
      const from = offset ?? 0
      return [text.slice(from + 1, from + (length ?? 0)), account ?? 0]
    }),
  )
}

/** With a keyboard at hand one writes at once; on a phone it would cover half of the history. */
function useFocusOnOpen(area: React.RefObject<HTMLTextAreaElement | null>) {
  useEffect(() => {
    if (!matchMedia('(width < 760px)').matches) area.current?.focus()
  }, [area])
}

/** Who answers or edits writes next, at the end of what stands there. */
function useFocusOnChange(
  area: React.RefObject<HTMLTextAreaElement | null>,
  composing: Composing,
  again: number,
) {
  const isFirst = useRef(true)
  useEffect(() => {
    const { current: element } = area
    const isOpening = isFirst.current
    isFirst.current = false
    if (element === null || isOpening || (composing.name === 'new' && again === 0)) return
    element.focus()
    element.setSelectionRange(element.value.length, element.value.length)
  }, [area, composing, again])
}

/** As high as what is in it, up to what the style sheet allows. */
function useHeight(area: React.RefObject<HTMLTextAreaElement | null>, value: string) {
  useLayoutEffect(() => {
    const { current: element } = area
    if (element === null) return
    element.style.height = 'auto'
    const border = element.offsetHeight - element.clientHeight
    element.style.height = value === '' ? '' : `${element.scrollHeight + border}px`
  }, [area, value])
}
