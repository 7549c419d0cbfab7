import { entryKinds, type Message } from '@parley/client/browser'
import { useText } from '../i18n/use-text.ts'
import { useIM } from '../session/session-context.ts'
import { FileCards } from './attachments/file-card.tsx'
import { Film } from './attachments/film.tsx'
import { Pictures } from './attachments/pictures.tsx'
import { Voice } from './attachments/voice.tsx'
import { MessageText } from './message-text.tsx'
import { contentPreview } from './preview.ts'
import { CardFrame } from './special/card-frame.tsx'
import { ForwardFrame } from './special/forward-frame.tsx'
import { PlaceFrame } from './special/place-frame.tsx'

type Body = (props: { message: Message }) => React.ReactNode

const bodies: Readonly<Record<number, Body>> = {
  [entryKinds.text]: Words,
  [entryKinds.image]: withWords(Pictures),
  [entryKinds.voice]: Voice,
  [entryKinds.video]: withWords(Film),
  [entryKinds.file]: withWords(FileCards),
  [entryKinds.location]: PlaceFrame,
  [entryKinds.card]: CardFrame,
  [entryKinds.forward]: ForwardFrame,
}

/** What a message of its kind looks like; of one that this version does not know, its fallback text. */
export function MessageBody({ message }: { message: Message }) {
  const { text } = useText()
  const Shown = bodies[message.kind]
  if (Shown !== undefined) return <Shown message={message} />
  return <MessageText said={contentPreview(text, message)} />
}

function Words({ message }: { message: Message }) {
  const im = useIM()
  const { mentions, mentionAll } = message.content
  return (
    <MessageText
      said={message.text}
      mentions={mentions ?? undefined}
      me={im.me?.account ?? 0}
      all={mentionAll ?? false}
    />
  )
}

function withWords(Shown: Body): Body {
  return function Captioned({ message }) {
    return (
      <>
        <Shown message={message} />
        {message.text !== '' && <Words message={message} />}
      </>
    )
  }
}
