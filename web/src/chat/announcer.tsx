import type { Conversation, Message } from '@parley/client/browser'
import { useEffect, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import type { NameOf } from '../session/use-names.ts'
import { isNotice } from './notice-words.ts'
import { previewOf } from './preview.ts'

/** So many of the last arrivals stay in the log. */
const keptMax = 5

export interface AnnouncerProps {
  conversation: Conversation
  nameOf: NameOf
}

/**
 * Says new messages of others to screen readers. The visible history cannot be the log itself: only what is near the
 * screen is in the page, and scrolling back would be read out as news.
 */
export function Announcer({ conversation, nameOf }: AnnouncerProps) {
  const { text } = useText()
  const [arrivals, setArrivals] = useState<readonly Message[]>([])
  useEffect(
    () =>
      conversation.on('messageReceived', (message) => {
        if (!message.mine) setArrivals((kept) => [...kept, message].slice(-keptMax))
      }),
    [conversation],
  )
  return (
    <div
      className="visually-hidden"
      role="log"
      aria-live="polite"
      aria-relevant="additions"
      aria-label={text('chat.newMessages')}
    >
      {arrivals.map((message) => (
        <p key={message.key}>
          {isNotice(message)
            ? previewOf(text, message, nameOf)
            : text('chat.said', {
                name: nameOf(message.sender),
                text: previewOf(text, message, nameOf),
              })}
        </p>
      ))}
    </div>
  )
}
