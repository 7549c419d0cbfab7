import type { Conversation, Message, WindowSnapshot } from '@parley/client/browser'
import { createContext, useContext } from 'react'
import type { MenuPoint } from '../kit/menu.tsx'
import type { NameOf } from '../session/use-names.ts'
import type { Acts } from './acts/use-acts.ts'
import type { QuoteBook } from './acts/quote-book.ts'

/** What a message needs of the conversation that it stands in. Its functions stay the same while names do. */
export interface Chat {
  readonly conversation: Conversation
  readonly isGroup: boolean
  /** Nothing can be sent any more: neither can anything be done to a message. */
  readonly isClosed: boolean
  readonly nameOf: NameOf
  readonly quotes: QuoteBook
  readonly acts: Acts
  reply(message: Message): void
  edit(message: Message): void
  /** Writes a text that was recalled anew. */
  writeAgain(said: string): void
  jumpTo(seq: number): void
  openMenu(message: Message, anchor: Element | MenuPoint): void
  openPicture(message: Message, file: number): void
}

export const ChatContext = createContext<Chat | undefined>(undefined)
/** Apart from the rest: it changes with every entry. */
export const ViewContext = createContext<WindowSnapshot | undefined>(undefined)

export function useChat(): Chat {
  const chat = useContext(ChatContext)
  if (chat === undefined) throw new Error('No conversation around this component')
  return chat
}
