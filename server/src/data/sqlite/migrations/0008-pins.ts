import { pinTable } from '../../rules/pin-table.ts'
import { createStatements } from '../declared-sql.ts'
import type { Migration } from '../migrate.ts'

export const pins: Migration = {
  number: 8,
  statements: createStatements(pinTable),
}
