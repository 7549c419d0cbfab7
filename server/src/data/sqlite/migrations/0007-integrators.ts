import { apiKeyTable, webhookCursorTable, webhookTable } from '../../rules/integrator-tables.ts'
import { createStatements } from '../declared-sql.ts'
import type { Migration } from '../migrate.ts'

export const integrators: Migration = {
  number: 7,
  statements: [
    ...createStatements(apiKeyTable),
    ...createStatements(webhookTable),
    ...createStatements(webhookCursorTable),
  ],
}
