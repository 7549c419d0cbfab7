import type { AccountId, ConversationId } from '../../data/model.ts'
import type { Store } from '../../data/store.ts'

/** Conversations whose members are kept in mind. */
export const membersCacheMax = 100_000

/** Who is in a conversation, kept in mind: every delivery asks. */
export interface Members {
  of(conversation: ConversationId): Promise<readonly AccountId[]>
  /** What is in mind; undefined when nothing is. */
  peek(conversation: ConversationId): readonly AccountId[] | undefined
  learn(conversation: ConversationId, members: readonly AccountId[]): void
  /** After every change of membership. */
  forget(conversation: ConversationId): void
}

export function createMembers(conversations: Pick<Store['conversations'], 'members'>): Members {
  const known = new Map<ConversationId, readonly AccountId[]>()

  function learn(conversation: ConversationId, members: readonly AccountId[]): void {
    known.set(conversation, members)
    if (known.size <= membersCacheMax) return
    const [oldest] = known.keys()
    if (oldest !== undefined) known.delete(oldest)
  }

  return {
    async of(conversation) {
      const members = known.get(conversation) ?? (await conversations.members(conversation))
      if (!known.has(conversation)) learn(conversation, members)
      return members
    },
    peek: (conversation) => known.get(conversation),
    learn(conversation, members) {
      if (!known.has(conversation)) learn(conversation, members)
    },
    forget: (conversation) => void known.delete(conversation),
  }
}
