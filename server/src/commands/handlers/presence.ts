import {
  subscribePresence,
  type SubscribePresenceDeps,
} from '../../logic/presence/subscribe-presence.ts'
import type { Authorizations } from '../authorization.ts'
import type { HandlersOf } from '../handler.ts'

export type PresenceHandlerDeps = SubscribePresenceDeps

/** Who may: see ../authorization.ts. */
export const presenceAuthorization = {
  subscribePresence: 'public',
} as const satisfies Authorizations<'subscribePresence'>

export function presenceHandlers(deps: PresenceHandlerDeps): HandlersOf<'subscribePresence'> {
  return {
    subscribePresence: (caller, request) => subscribePresence(deps, caller, request),
  }
}
