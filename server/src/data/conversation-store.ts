import type { AccountId, ConversationId, ConversationView, Seq, Target } from './model.ts'

export interface ConversationStore {
  /** The conversation a target names for this account; undefined when there is none or the account is not in it. */
  resolve(account: AccountId, target: Target): Promise<ConversationId | undefined>
  /** Accounts that are in it now, unordered, and the seq by which they came to be so (0 where that never changes). */
  members(conversation: ConversationId): Promise<{ version: Seq; accounts: AccountId[] }>
  /** Accounts that may see entry `seq`, unordered. */
  membersAt(conversation: ConversationId, seq: Seq): Promise<AccountId[]>
  /** As this account sees it, with up to `entries` of the newest; undefined as in resolve. */
  view(
    account: AccountId,
    conversation: ConversationId,
    entries: number,
  ): Promise<ConversationView | undefined>
}
