import type { Message } from '../sync/message.ts'
import type { SentMessage } from '../sync/sent-message.ts'
import { faceOf } from './conversation.ts'
import { copyOf, mergedForward } from './forwarded.ts'
import type { Conversation } from './types.ts'

export interface ForwardInput {
  /** As one message that holds them all; else each as a message of its own. */
  merged?: boolean
  /** Of a merged one, such as "Ann and Bob". */
  title?: string
  /** Of a merged one: what devices show that do not know it. Default: the title and the first lines. */
  text?: string
}

/**
 * Says messages of any conversation in this one: copies, which stay as they are when the originals change. Their files
 * can be read by whoever reads it.
 * @throws IMError WRONG_STATE for what is not stored, gone or burning; TOO_LARGE.
 */
export function forwardTo(
  conversation: Conversation,
  messages: readonly Message[],
  input: ForwardInput = {},
): readonly SentMessage[] {
  const face = faceOf(conversation)
  const { merged = false, title, text } = input
  if (!merged) {
    const copies = messages.map(copyOf)
    return copies.map(({ kind, body }) => face.say(kind, 0, body))
  }
  const nameOf = (account: number) => {
    const profile = face.engine.profiles.look(account)
    return profile?.displayName || profile?.handle || ''
  }
  const { kind, ...body } = mergedForward(messages, nameOf, { title, text })
  return [face.say(kind, 0, body)]
}
