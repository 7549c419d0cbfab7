import type { StoredSettings } from './account-settings-store.ts'
import type { AccountId } from './model.ts'

/** What presence has to know of an account, beyond who is connected. */
export interface PresenceFacts {
  account: AccountId
  settings: StoredSettings
  /** Of its devices the latest; 0: never, or they have all ended. */
  lastSeenMs: number
}

export interface PresenceRelation {
  account: AccountId
  isContact: boolean
  /** The account has blocked the viewer. */
  isBarred: boolean
}

/** Read in bulk, for many accounts at once. */
export interface PresenceStore {
  /** One for each account, in their order; of one that does not exist as of one that settled nothing. */
  facts(accounts: readonly AccountId[]): Promise<PresenceFacts[]>
  /** How a viewer stands to accounts: those with whom there is nothing are left out. */
  relations(viewer: AccountId, accounts: readonly AccountId[]): Promise<PresenceRelation[]>
  /** Which of the accounts are invisible. */
  hidden(accounts: readonly AccountId[]): Promise<ReadonlySet<AccountId>>
}
