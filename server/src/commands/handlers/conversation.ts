import { deleteForMe } from '../../logic/conversation/delete-for-me.ts'
import { orderPinned } from '../../logic/conversation/order-pinned.ts'
import { type OwnStateDeps } from '../../logic/conversation/own-state-deps.ts'
import { setConversation } from '../../logic/conversation/set-conversation.ts'
import type { Authorizations } from '../authorization.ts'
import type { HandlersOf } from '../handler.ts'

export type ConversationHandlerDeps = OwnStateDeps

type ConversationCommandName = 'setConversation' | 'orderPinned' | 'deleteForMe'

/** Who may: see ../authorization.ts. */
export const conversationAuthorization = {
  setConversation: 'member',
  orderPinned: 'self',
  deleteForMe: 'member',
} as const satisfies Authorizations<ConversationCommandName>

export function conversationHandlers(
  deps: ConversationHandlerDeps,
): HandlersOf<ConversationCommandName> {
  return {
    setConversation: (caller, request) => setConversation(deps, caller, request),
    orderPinned: (caller, request) => orderPinned(deps, caller, request),
    deleteForMe: (caller, request) => deleteForMe(deps, caller, request),
  }
}
