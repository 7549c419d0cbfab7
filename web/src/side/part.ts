import type { Route } from '../routes/route.ts'

/** What the side pane lists. */
export type Part = 'conversations' | 'archived' | 'contacts'

const parts: Partial<Record<Route['name'], Part>> = {
  contacts: 'contacts',
  requests: 'contacts',
  home: 'conversations',
  archived: 'archived',
  direct: 'conversations',
  conversation: 'conversations',
  newGroup: 'conversations',
}

/** A person's page and the settings belong to all, a conversation to those that list any: the part stays that was there. */
export function partOf({ name }: Route, before: Part): Part {
  if (before === 'archived' && (name === 'direct' || name === 'conversation')) return before
  return parts[name] ?? before
}

/** On a phone the list is the whole screen there. */
export const isList = ({ name }: Route): boolean =>
  name === 'home' ||
  name === 'archived' ||
  name === 'contacts' ||
  name === 'signIn' ||
  name === 'register'
