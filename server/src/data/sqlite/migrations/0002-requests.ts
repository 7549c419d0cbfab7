import { requestTable } from '../../rules/request-once.ts'
import { createStatements } from '../declared-sql.ts'
import type { Migration } from '../migrate.ts'

export const requests: Migration = {
  number: 2,
  statements: createStatements(requestTable),
}
