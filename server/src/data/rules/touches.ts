import type { AccountId, ConversationId, Stamp } from '../model.ts'
import type { ConversationRow } from './tables.ts'

/** What one commit noted its number on (S1), in any order, some of it perhaps twice. */
export interface Touches {
  stamp: Stamp
  conversations: readonly Pick<ConversationRow, 'id' | 'low' | 'high'>[]
  /** Not those of a direct conversation that is among the conversations. */
  members: readonly TouchedMember[]
}

export interface TouchedMember {
  conversation: ConversationId
  account: AccountId
  /** Of a group: in it after this commit. Of a direct conversation, which nobody leaves, undefined. */
  isInGroup: boolean | undefined
}
