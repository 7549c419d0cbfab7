import type { Authorizations } from '../authorization.ts'
import type { HandlersOf } from '../handler.ts'

/** Who may: see ../authorization.ts. */
export const fileAuthorization = {} as const satisfies Authorizations<never>

export function fileHandlers(): HandlersOf<never> {
  return {}
}
