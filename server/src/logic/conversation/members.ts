import type { AccountId, ConversationId, Seq } from '../../data/model.ts'
import type { Store } from '../../data/store.ts'

/** Conversations whose members are kept in mind. */
export const membersCacheMax = 100_000
/** Members kept in mind in all. */
export const accountsCacheMax = 2_000_000

/** Who is in a conversation from the entry `version` on; 0: from the first, for good (no group). */
export interface KnownMembers {
  version: Seq
  accounts: readonly AccountId[]
}

/** Who is in a conversation, kept in mind: every delivery asks. */
export interface Members {
  of(conversation: ConversationId): Promise<KnownMembers>
  /** What is in mind; undefined when nothing is. */
  peek(conversation: ConversationId): KnownMembers | undefined
  /**
   * Who sees entry `seq`, before which members came or went at `version` last: exactly those, also when they have
   * changed since (R10).
   */
  seeing(
    conversation: ConversationId,
    seq: Seq,
    version: Seq,
  ): readonly AccountId[] | Promise<readonly AccountId[]>
  learn(conversation: ConversationId, version: Seq, accounts: readonly AccountId[]): void
  /** After every change of membership. */
  change(conversation: ConversationId, change: MembersChange): void
}

export interface MembersChange {
  before: Seq
  after: Seq
  added: readonly AccountId[]
  removed: readonly AccountId[]
}

export function createMembers(
  conversations: Pick<Store['conversations'], 'members' | 'membersAt'>,
): Members {
  /** Without accounts: what is older than this is not learned any more. */
  const known = new Map<ConversationId, { version: Seq; accounts?: readonly AccountId[] }>()
  let count = 0

  function put(conversation: ConversationId, version: Seq, accounts?: readonly AccountId[]): void {
    drop(conversation)
    known.set(conversation, accounts === undefined ? { version } : { version, accounts })
    count += accounts?.length ?? 0
    while (known.size > membersCacheMax || (count > accountsCacheMax && known.size > 1)) {
      const [oldest] = known.keys()
      if (oldest === undefined) break
      drop(oldest)
    }
  }

  function drop(conversation: ConversationId): void {
    count -= known.get(conversation)?.accounts?.length ?? 0
    known.delete(conversation)
  }

  function peek(conversation: ConversationId): KnownMembers | undefined {
    const found = known.get(conversation)
    return found?.accounts === undefined ? undefined : (found as KnownMembers)
  }

  function learn(conversation: ConversationId, version: Seq, accounts: readonly AccountId[]): void {
    const found = known.get(conversation)
    if (found !== undefined && found.version > version) return
    if (found?.accounts !== undefined && found.version === version) return
    put(conversation, version, accounts)
  }

  async function read(conversation: ConversationId): Promise<KnownMembers> {
    const found = await conversations.members(conversation)
    learn(conversation, found.version, found.accounts)
    return found
  }

  return {
    peek,
    learn,
    of: async (conversation) => peek(conversation) ?? read(conversation),

    seeing(conversation, seq, version) {
      const found = peek(conversation)
      if (found?.version === version) return found.accounts
      return read(conversation).then((now) =>
        now.version === version ? now.accounts : conversations.membersAt(conversation, seq),
      )
    },

    change(conversation, { before, after, added, removed }) {
      const found = known.get(conversation)
      if (found !== undefined && found.version >= after) return
      if (found?.accounts === undefined || found.version !== before) {
        put(conversation, after)
        return
      }
      const gone = new Set(removed)
      const stay = found.accounts.filter((account) => !gone.has(account))
      put(conversation, after, [...stay, ...added])
    },
  }
}
