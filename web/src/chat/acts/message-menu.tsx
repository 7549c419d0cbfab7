import type { Message } from '@parley/client/browser'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { Menu, type MenuPoint } from '../../kit/menu.tsx'
import { useIM } from '../../session/session-context.ts'
import { useChat } from '../chat-context.ts'
import { EmojiBar } from './emoji-bar.tsx'
import { actionsFor } from './message-actions.ts'

export interface MessageMenuProps {
  message: Message
  anchor: Element | MenuPoint
  onRecall: () => void
  onDelete: () => void
  onForward: () => void
  onReaders: () => void
  onClose: () => void
}

/** What can be done to one message; its emoji first. */
export function MessageMenu({ message, anchor, onClose, ...on }: MessageMenuProps) {
  const im = useIM()
  const chat = useChat()
  const { text } = useText()
  const [isAll, setAll] = useState(false)
  const canReact = message.seq > 0 && !chat.isClosed
  const react = (emoji: string, removed: boolean) => {
    onClose()
    chat.acts.run('reaction', () => chat.conversation.react(message.seq, emoji, { removed }))
  }
  return (
    <Menu
      label={text('act.actions')}
      anchor={anchor}
      actions={isAll ? [] : actionsFor({ im, chat, text, message, ...on })}
      onClose={onClose}
    >
      {canReact && (
        <EmojiBar
          reactions={message.reactions}
          isAll={isAll}
          onAll={() => setAll(true)}
          onPick={react}
        />
      )}
    </Menu>
  )
}
