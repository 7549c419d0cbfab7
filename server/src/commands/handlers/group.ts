import type { Authorizations } from '../authorization.ts'
import type { HandlersOf } from '../handler.ts'

/** Who may: see ../authorization.ts. */
export const groupAuthorization = {} as const satisfies Authorizations<never>

export function groupHandlers(): HandlersOf<never> {
  return {}
}
