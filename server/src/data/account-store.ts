import type { Account, AccountId, Device, Profile, TokenHashes } from './model.ts'

export interface NewAccount {
  account: Account
  device: Device
  tokens: TokenHashes
  requestKey: Uint8Array
}

export interface ProfilePatch {
  displayName?: string | undefined
  avatar?: string | undefined
  locale?: string | undefined
}

export interface AccountStore {
  /**
   * Creates the account with its first device and that device's tokens, in one commit.
   * `taken`: the handle belongs to another account, or was made with another request key; nothing changed.
   * The same handle with the same request key is `repeated`: nothing changed, the first account and device are returned
   * (the caller checks the password, then issues new tokens).
   */
  create(
    input: NewAccount,
  ): Promise<
    { status: 'created' | 'repeated'; account: Account; device: Device } | { status: 'taken' }
  >
  /** An account without a password and without a device, for whom others vouch; else as create. */
  createAlone(
    account: Account,
    requestKey: Uint8Array,
  ): Promise<{ status: 'created' | 'repeated'; account: Account } | { status: 'taken' }>
  byHandle(handle: string): Promise<Account | undefined>
  byId(account: AccountId): Promise<Account | undefined>
  /** In any order; unknown ids are left out. */
  profiles(accounts: readonly AccountId[]): Promise<Profile[]>
  /** Handles after this one, in order of their bytes, at most `limit`. */
  listAfter(handle: string, limit: number): Promise<Account[]>
  /** @returns the account as it is afterwards; undefined when there is none. */
  setProfile(account: AccountId, patch: ProfilePatch): Promise<Account | undefined>
  setPassword(account: AccountId, passwordHash: string): Promise<void>
}
