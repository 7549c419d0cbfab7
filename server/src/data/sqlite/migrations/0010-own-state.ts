import { ownStateTable } from '../../rules/own-state-table.ts'
import { createStatements } from '../declared-sql.ts'
import type { Migration } from '../migrate.ts'

export const ownState: Migration = {
  number: 10,
  statements: createStatements(ownStateTable),
}
