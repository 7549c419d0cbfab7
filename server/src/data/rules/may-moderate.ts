import type { ConversationRow, MemberRow } from './tables.ts'

/** Whether a member may take away what others wrote. NOTE in a direct conversation both sides are equals. */
export function mayModerate(_conversation: ConversationRow, _member: MemberRow): boolean {
  return false
}
