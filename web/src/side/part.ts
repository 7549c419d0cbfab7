import type { Route } from '../routes/route.ts'

/** What the side pane lists. */
export type Part = 'conversations' | 'contacts'

const parts: Partial<Record<Route['name'], Part>> = {
  contacts: 'contacts',
  requests: 'contacts',
  home: 'conversations',
  direct: 'conversations',
  conversation: 'conversations',
  newGroup: 'conversations',
}

/** Undefined: the place belongs to either. */
export const partOf = ({ name }: Route): Part | undefined => parts[name]

/** On a phone the list is the whole screen there. */
export const isList = ({ name }: Route): boolean =>
  name === 'home' || name === 'contacts' || name === 'signIn' || name === 'register'
