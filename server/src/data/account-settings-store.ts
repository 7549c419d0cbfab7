import type { AccountId, AccountLogEntry } from './model.ts'

/** As on the wire (Audience). */
export const audiences = { everybody: 1, contacts: 2, nobody: 3 } as const
/** As on the wire (PresenceStatus). */
export const presenceStatuses = { online: 1, busy: 2, away: 3, invisible: 4 } as const

/** What an account has settled for itself. Numbers as on the wire. */
export interface AccountSettings {
  findableBy: number
  writableBy: number
  lastSeenBy: number
  status: number
}

/** With what only the server knows. */
export interface StoredSettings extends AccountSettings {
  /** While the status is invisible: when it became so. It is what others see as last seen. */
  invisibleSinceMs: number
}

export const settingsDefault: StoredSettings = {
  findableBy: audiences.everybody,
  writableBy: audiences.everybody,
  lastSeenBy: audiences.everybody,
  status: presenceStatuses.online,
  invisibleSinceMs: 0,
}

/** The one place of what an account has settled (docs/decisions/0006-account-settings.md). */
export interface AccountSettingsStore {
  of(account: AccountId): Promise<StoredSettings>
  /**
   * Changes what the patch names, in one commit with the account log item that shows it to the account's devices.
   * Naturally idempotent. @returns the item; undefined where nothing was ever settled, or there is no such account.
   */
  set(
    account: AccountId,
    patch: Partial<AccountSettings>,
    nowMs: number,
  ): Promise<{ settings: StoredSettings; item: AccountLogEntry | undefined; isChanged: boolean }>
}

/** The key of the account log item that shows them. */
export const settingsKey = 'account:settings'
