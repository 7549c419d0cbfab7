import type { CommandName, NoteName } from '@parley/protocol'
import type { Authorizations } from './authorization.ts'
import { accountAuthorization } from './handlers/account.ts'
import { contactAuthorization } from './handlers/contact.ts'
import { conversationAuthorization } from './handlers/conversation.ts'
import { deviceAuthorization } from './handlers/device.ts'
import { fileAuthorization } from './handlers/file.ts'
import { groupAuthorization } from './handlers/group.ts'
import { messageAuthorization } from './handlers/message.ts'
import { presenceAuthorization } from './handlers/presence.ts'
import { searchAuthorization } from './handlers/search.ts'
import { syncAuthorization } from './handlers/sync.ts'

/** The whole table: a test walks it. */
export const authorizationTable = {
  ...accountAuthorization,
  ...deviceAuthorization,
  ...messageAuthorization,
  ...syncAuthorization,
  ...presenceAuthorization,
  ...contactAuthorization,
  ...groupAuthorization,
  ...searchAuthorization,
  ...fileAuthorization,
  ...conversationAuthorization,
} as const satisfies Authorizations<CommandName | NoteName>
