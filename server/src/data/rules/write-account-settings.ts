import { wire } from '@parley/protocol'
import {
  presenceStatuses,
  settingsKey,
  type AccountSettings,
  type AccountSettingsStore,
  type StoredSettings,
} from '../account-settings-store.ts'
import type { AccountId } from '../model.ts'
import { accountSettingsTable, settingsOf } from './account-settings-table.ts'
import type { Tables } from './tables.ts'
import { putReservedItem } from './write-account-items.ts'

export interface AccountSettingsOperation {
  type: 'setAccountSettings'
  account: AccountId
  patch: Partial<AccountSettings>
  nowMs: number
}

export interface AccountSettingsResults {
  setAccountSettings: Awaited<ReturnType<AccountSettingsStore['set']>>
}

export function setAccountSettings(
  tables: Tables,
  { account, patch, nowMs }: AccountSettingsOperation,
): AccountSettingsResults['setAccountSettings'] {
  const before = settingsOf(tables, account)
  const settings = patched(before, patch, nowMs)
  const isChanged = JSON.stringify(settings) !== JSON.stringify(before)
  if (!isChanged || tables.account(account) === undefined) {
    return { settings: before, item: tables.accountItem(account, settingsKey), isChanged: false }
  }
  tables.putRow(accountSettingsTable, { account, ...settings })
  const { findableBy, writableBy, lastSeenBy, status } = settings
  const body = wire.AccountSettings.encode({ findableBy, writableBy, lastSeenBy, status }).finish()
  const item = putReservedItem(tables, account, { key: settingsKey, body, nowMs })
  return { settings, item, isChanged }
}

function patched(
  before: StoredSettings,
  patch: Partial<AccountSettings>,
  nowMs: number,
): StoredSettings {
  const status = patch.status ?? before.status
  const isHidden = status === presenceStatuses.invisible
  const wasHidden = before.status === presenceStatuses.invisible
  return {
    findableBy: patch.findableBy ?? before.findableBy,
    writableBy: patch.writableBy ?? before.writableBy,
    lastSeenBy: patch.lastSeenBy ?? before.lastSeenBy,
    status,
    // NOTE said again it stays: last seen is frozen at the moment of hiding.
    invisibleSinceMs: isHidden ? (wasHidden ? before.invisibleSinceMs : nowMs) : 0,
  }
}
