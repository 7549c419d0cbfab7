import type { ConversationSummary } from '@parley/client/browser'
import type { Route } from '../routes/route.ts'

/** The address of a conversation: a direct one by the account it is with. */
export function routeOf(
  summary: ConversationSummary,
): Extract<Route, { name: 'direct' | 'conversation' }> {
  const { peer, id } = summary
  return peer > 0 ? { name: 'direct', account: peer } : { name: 'conversation', id }
}

/** Whether an address is that of this conversation. */
export function isAt(summary: ConversationSummary, route: Route): boolean {
  if (route.name === 'direct') return summary.peer === route.account
  return route.name === 'conversation' && summary.id === route.id
}
