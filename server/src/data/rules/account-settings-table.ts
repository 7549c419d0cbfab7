import { settingsDefault, type StoredSettings } from '../account-settings-store.ts'
import type { AccountId } from '../model.ts'
import { declareTable } from './declared-table.ts'
import type { ReadTables } from './tables.ts'

/** Only accounts that have settled something have a row. */
export const accountSettingsTable = declareTable({
  name: 'account_setting',
  columns: {
    account: 'integer',
    findableBy: 'integer',
    writableBy: 'integer',
    lastSeenBy: 'integer',
    status: 'integer',
    invisibleSinceMs: 'integer',
  },
  key: ['account'],
  indexes: [],
})

export function settingsOf(tables: ReadTables, account: AccountId): StoredSettings {
  const row = tables.row(accountSettingsTable, [account])
  if (row === undefined) return settingsDefault
  const { account: _account, ...settings } = row
  return settings
}
