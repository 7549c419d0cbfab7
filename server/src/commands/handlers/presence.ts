import { getPresences } from '../../logic/presence/get-presences.ts'
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
  getPresences: 'public',
} as const satisfies Authorizations<'subscribePresence' | 'getPresences'>

export function presenceHandlers(
  deps: PresenceHandlerDeps,
): HandlersOf<'subscribePresence' | 'getPresences'> {
  return {
    getPresences: (caller, request) => getPresences(deps, caller, request),
    subscribePresence: (caller, request) => subscribePresence(deps, caller, request),
  }
}
