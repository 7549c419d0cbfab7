import { presenceStatuses } from '../account-settings-store.ts'
import type { PresenceStore } from '../presence-store.ts'
import { settingsOf } from './account-settings-table.ts'
import { relationOf } from './contact-relation.ts'
import { contactCountTable } from './contact-tables.ts'
import type { ReadTables } from './tables.ts'

type Read = <T>(run: (tables: ReadTables) => T) => Promise<T>

export function presenceStore(read: Read): PresenceStore {
  return {
    facts: (accounts) =>
      read((tables) =>
        accounts.map((account) => ({
          account,
          settings: settingsOf(tables, account),
          lastSeenMs: tables
            .livingDevices(account)
            .reduce((latest, device) => Math.max(latest, device.lastSeenMs), 0),
        })),
      ),
    relations: (viewer, accounts) =>
      read((tables) => {
        // NOTE most accounts have nobody, and nobody has blocked them: then there is nothing to look up.
        const count = tables.row(contactCountTable, [viewer])
        if (count === undefined || count.contacts + count.barred === 0) return []
        return accounts.flatMap((account) => {
          const { isContact, isBarred } = relationOf(tables, viewer, account)
          return isContact || isBarred ? [{ account, isContact, isBarred }] : []
        })
      }),
    hidden: (accounts) =>
      read(
        (tables) =>
          new Set(
            accounts.filter(
              (account) => settingsOf(tables, account).status === presenceStatuses.invisible,
            ),
          ),
      ),
  }
}
