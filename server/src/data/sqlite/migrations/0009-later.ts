import { burnTable } from '../../rules/burns.ts'
import { scheduledTable } from '../../rules/scheduled-table.ts'
import { createStatements } from '../declared-sql.ts'
import type { Migration } from '../migrate.ts'

/** What happens by itself later: scheduled sends, and entries that erase themselves. */
export const later: Migration = {
  number: 9,
  statements: [...createStatements(burnTable), ...createStatements(scheduledTable)],
}
