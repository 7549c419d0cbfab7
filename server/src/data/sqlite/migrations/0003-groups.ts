import { groupTables } from '../../rules/group-tables.ts'
import { createStatements } from '../declared-sql.ts'
import type { Migration } from '../migrate.ts'

export const groups: Migration = {
  number: 3,
  statements: groupTables.flatMap((table) => createStatements(table as never)),
}
