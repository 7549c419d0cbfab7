import type { Conversation } from './types.ts'
import type { ConversationState } from '../sync/conversation-state.ts'
import type { Engine } from '../sync/engine.ts'
import type { Message } from '../sync/message.ts'
import { abortable } from '../base/wait.ts'
import { toIMError } from '../base/im-error.ts'

export interface Followed {
  conversation: Conversation
  message: Message
}

/** New entries of all conversations from now on; in order within each, none left out. */
export async function* followAll(
  engine: Engine,
  face: (state: ConversationState) => Conversation,
  signal: AbortSignal | undefined,
): AsyncGenerator<Followed, void, undefined> {
  const queue: Followed[] = []
  let wake: () => void = () => {}
  const removers: (() => void)[] = []
  const listen = (state: ConversationState) => {
    const heard = (message: Message) => {
      queue.push({ conversation: face(state), message })
      wake()
    }
    removers.push(state.events.on('entryReceived', heard))
  }
  engine.completeFor += 1
  for (const state of engine.registry.all) listen(state)
  removers.push(engine.events.on('added', listen))
  try {
    for (;;) {
      const next = queue.shift()
      if (next !== undefined) yield next
      else
        await abortable<void>(signal, (done) => {
          wake = () => done.resolve(undefined)
          if (queue.length > 0) wake()
          return () => {}
        })
    }
  } catch (thrown) {
    if (toIMError(thrown).code !== 'ABORTED') throw thrown
  } finally {
    engine.completeFor -= 1
    for (const remove of removers) remove()
  }
}
