import type { AccountId, ConversationId, ConversationView, Target } from './model.ts'

export interface ConversationStore {
  /** The conversation a target names for this account; undefined when there is none or the account is not in it. */
  resolve(account: AccountId, target: Target): Promise<ConversationId | undefined>
  /** Accounts that are in it now, unordered. */
  members(conversation: ConversationId): Promise<AccountId[]>
  /** As this account sees it, with up to `entries` of the newest; undefined as in resolve. */
  view(
    account: AccountId,
    conversation: ConversationId,
    entries: number,
  ): Promise<ConversationView | undefined>
}
