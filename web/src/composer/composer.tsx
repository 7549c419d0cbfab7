import { type Conversation, type ConversationSummary, IMError } from '@parley/client/browser'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { IconButton } from '../kit/icon-button.tsx'
import { Notice } from '../kit/notice.tsx'
import { errorText } from '../session/error-text.ts'
import styles from './composer.module.css'
import { sendsOnKey } from './sends-on-key.ts'
import { excessCharacters } from './text-limit.ts'
import { useDraft } from './use-draft.ts'

export interface ComposerProps {
  conversation: Conversation
  summary: ConversationSummary
  name: string
}

/** Where one writes. Nothing here waits for the network: what is sent goes to the outbox. */
export function Composer({ conversation, summary, name }: ComposerProps) {
  const { text } = useText()
  const area = useRef<HTMLTextAreaElement>(null)
  const hintId = useId()
  const draft = useDraft(conversation, summary.draft)
  const [error, setError] = useState<string>()
  const said = draft.value.trim()
  const excess = excessCharacters(said)
  useFocusOnOpen(area)
  useHeight(area, draft.value)

  const send = () => {
    if (said === '' || excess > 0) return
    try {
      conversation.send({ text: said })
    } catch (thrown) {
      if (!(thrown instanceof IMError)) throw thrown
      return setError(errorText(text, thrown))
    }
    setError(undefined)
    draft.clear()
    conversation.typing(false)
    area.current?.focus()
  }

  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {error !== undefined && (
        <div className={styles.note}>
          <Notice look="danger">{error}</Notice>
        </div>
      )}
      {excess > 0 && (
        <div className={styles.note}>
          <Notice look="warn">{text('composer.tooLong', { count: excess })}</Notice>
        </div>
      )}
      <div className={styles.bar}>
        <textarea
          ref={area}
          className={styles.area}
          rows={1}
          value={draft.value}
          placeholder={text('composer.placeholder')}
          aria-label={text('composer.label', { name })}
          aria-describedby={hintId}
          enterKeyHint="send"
          autoComplete="off"
          dir="auto"
          onChange={(event) => {
            const { value } = event.currentTarget
            draft.change(value)
            setError(undefined)
            conversation.typing(value.trim() !== '')
          }}
          onBlur={() => {
            draft.rest()
            conversation.typing(false)
          }}
          onKeyDown={(event) => {
            const { key, shiftKey, ctrlKey, altKey, metaKey, keyCode, nativeEvent } = event
            const { isComposing } = nativeEvent
            if (!sendsOnKey({ key, shiftKey, ctrlKey, altKey, metaKey, isComposing, keyCode }))
              return
            event.preventDefault()
            send()
          }}
        />
        <IconButton
          icon="send"
          look="filled"
          label={text('composer.send')}
          disabled={said === '' || excess > 0}
          onPress={send}
          className={styles.send}
        />
      </div>
      <p id={hintId} className="visually-hidden">
        {text('composer.hint')}
      </p>
    </form>
  )
}

/** With a keyboard at hand one writes at once; on a phone it would cover half of the history. */
function useFocusOnOpen(area: React.RefObject<HTMLTextAreaElement | null>) {
  useEffect(() => {
    if (!matchMedia('(width < 760px)').matches) area.current?.focus()
  }, [area])
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
