import type { Authorizations } from '../authorization.ts'
import type { HandlersOf } from '../handler.ts'

/** Who may: see ../authorization.ts. */
export const contactAuthorization = {} as const satisfies Authorizations<never>

export function contactHandlers(): HandlersOf<never> {
  return {}
}
