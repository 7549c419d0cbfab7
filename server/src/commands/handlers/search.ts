import { searchMessages, type SearchMessagesDeps } from '../../logic/search/search-messages.ts'
import { searchNames, type SearchNamesDeps } from '../../logic/search/search-names.ts'
import type { Authorizations } from '../authorization.ts'
import type { HandlersOf } from '../handler.ts'

export type SearchHandlerDeps = SearchMessagesDeps & SearchNamesDeps

/** Who may: see ../authorization.ts. */
export const searchAuthorization = {
  searchMessages: 'self',
  searchNames: 'self',
} as const satisfies Authorizations<'searchMessages' | 'searchNames'>

export function searchHandlers(
  deps: SearchHandlerDeps,
): HandlersOf<'searchMessages' | 'searchNames'> {
  return {
    searchMessages: (caller, request) => searchMessages(deps, caller, request),
    searchNames: (caller, request) => searchNames(deps, caller, request),
  }
}
