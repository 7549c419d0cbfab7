import {
  getConversation,
  type GetConversationDeps,
} from '../../logic/conversation/get-conversation.ts'
import { read, received, type CursorNoteDeps } from '../../logic/message/cursor-notes.ts'
import { listPins, type ListPinsDeps } from '../../logic/message/list-pins.ts'
import { pull, type PullDeps } from '../../logic/message/pull.ts'
import {
  cancelScheduled,
  changeScheduled,
  scheduleSend,
  sendScheduledNow,
  type ScheduleDeps,
} from '../../logic/message/schedule.ts'
import { send, type SendDeps } from '../../logic/message/send.ts'
import { type TypingDeps, typing } from '../../logic/message/typing.ts'
import type { Authorizations } from '../authorization.ts'
import type { HandlersOf, NoteHandlersOf } from '../handler.ts'

export type MessageHandlerDeps = SendDeps &
  ScheduleDeps &
  CursorNoteDeps &
  TypingDeps &
  PullDeps &
  ListPinsDeps &
  GetConversationDeps

type MessageCommand =
  | 'send'
  | 'pull'
  | 'getConversation'
  | 'listPins'
  | 'scheduleSend'
  | 'changeScheduled'
  | 'cancelScheduled'
  | 'sendScheduledNow'

/** Who may: see ../authorization.ts. */
export const messageAuthorization = {
  send: 'writer',
  pull: 'member',
  getConversation: 'member',
  listPins: 'member',
  scheduleSend: 'writer',
  changeScheduled: 'self',
  cancelScheduled: 'self',
  sendScheduledNow: 'self',
  received: 'member',
  read: 'member',
  typing: 'member',
} as const satisfies Authorizations<MessageCommand | 'received' | 'read' | 'typing'>

export function messageHandlers(deps: MessageHandlerDeps): HandlersOf<MessageCommand> {
  return {
    send: (caller, request) => send(deps, caller, request),
    pull: (caller, request) => pull(deps, caller, request),
    getConversation: (caller, request) => getConversation(deps, caller, request),
    listPins: (caller, request) => listPins(deps, caller, request),
    scheduleSend: (caller, request) => scheduleSend(deps, caller, request),
    changeScheduled: (caller, request) => changeScheduled(deps, caller, request),
    cancelScheduled: (caller, request) => cancelScheduled(deps, caller, request),
    sendScheduledNow: (caller, request) => sendScheduledNow(deps, caller, request),
  }
}

export function messageNoteHandlers(
  deps: MessageHandlerDeps,
): NoteHandlersOf<'received' | 'read' | 'typing'> {
  return {
    received: (caller, note) => received(deps, caller, note),
    read: (caller, note) => read(deps, caller, note),
    typing: (caller, note) => typing(deps, caller, note),
  }
}
