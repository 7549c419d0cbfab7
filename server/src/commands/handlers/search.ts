import type { Authorizations } from '../authorization.ts'
import type { HandlersOf } from '../handler.ts'

/** Who may: see ../authorization.ts. */
export const searchAuthorization = {} as const satisfies Authorizations<never>

export function searchHandlers(): HandlersOf<never> {
  return {}
}
