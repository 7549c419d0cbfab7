import type { NoteName } from '@parley/protocol'
import type { HandlersOf, NoteHandlersOf, SessionCommandName } from './handler.ts'
import { accountHandlers, type AccountHandlerDeps } from './handlers/account.ts'
import { contactHandlers, type ContactHandlerDeps } from './handlers/contact.ts'
import { conversationHandlers, type ConversationHandlerDeps } from './handlers/conversation.ts'
import { deviceHandlers, type DeviceHandlerDeps } from './handlers/device.ts'
import { fileHandlers, type FileHandlerDeps } from './handlers/file.ts'
import { groupHandlers, type GroupHandlerDeps } from './handlers/group.ts'
import {
  messageHandlers,
  messageNoteHandlers,
  type MessageHandlerDeps,
} from './handlers/message.ts'
import { presenceHandlers, type PresenceHandlerDeps } from './handlers/presence.ts'
import { searchHandlers, type SearchHandlerDeps } from './handlers/search.ts'
import { syncHandlers, type SyncHandlerDeps } from './handlers/sync.ts'

/** Everything the rules need, by what uses it. */
export type LogicDeps = AccountHandlerDeps &
  DeviceHandlerDeps &
  MessageHandlerDeps &
  SyncHandlerDeps &
  PresenceHandlerDeps &
  FileHandlerDeps &
  SearchHandlerDeps &
  ContactHandlerDeps &
  ConversationHandlerDeps &
  GroupHandlerDeps

/** Every command of a session, and the one function that does it: one that is missing does not compile. */
export function sessionHandlers(deps: LogicDeps): HandlersOf<SessionCommandName> {
  return {
    ...accountHandlers(deps),
    ...deviceHandlers(deps),
    ...messageHandlers(deps),
    ...syncHandlers(deps),
    ...presenceHandlers(deps),
    ...contactHandlers(deps),
    ...groupHandlers(deps),
    ...searchHandlers(deps),
    ...fileHandlers(deps),
    ...conversationHandlers(deps),
  }
}

export function noteHandlers(deps: LogicDeps): NoteHandlersOf<NoteName> {
  return messageNoteHandlers(deps)
}
