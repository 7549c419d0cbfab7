import { accountSettingsTable } from '../../rules/account-settings-table.ts'
import { contactCountTable, contactTable } from '../../rules/contact-tables.ts'
import { createStatements } from '../declared-sql.ts'
import type { Migration } from '../migrate.ts'

export const contacts: Migration = {
  number: 4,
  statements: [
    ...createStatements(contactTable),
    ...createStatements(contactCountTable),
    ...createStatements(accountSettingsTable),
  ],
}
