import type { Message } from '../sync/message.ts'
import type { Conversation } from './types.ts'

/** One message as it is now: of what is shown, else from the server. Undefined: it is not there for us. @throws IMError */
export async function messageAt(
  conversation: Pick<Conversation, 'window' | 'history'>,
  seq: number,
  input: { signal?: AbortSignal } = {},
): Promise<Message | undefined> {
  const isIt = (message: Message) => message.seq === seq
  const shown = conversation.window.getSnapshot().log.find(isIt)
  if (shown !== undefined) return shown
  const { messages } = await conversation.history({ ...input, from: seq, limit: 1 })
  return messages.find(isIt)
}
