import { sync, type SyncDeps } from '../../logic/sync/sync.ts'
import type { Authorizations } from '../authorization.ts'
import type { HandlersOf } from '../handler.ts'

export type SyncHandlerDeps = SyncDeps

/** Who may: see ../authorization.ts. */
export const syncAuthorization = {
  sync: 'self',
} as const satisfies Authorizations<'sync'>

export function syncHandlers(deps: SyncHandlerDeps): HandlersOf<'sync'> {
  return {
    sync: (caller, request) => sync(deps, caller, request),
  }
}
