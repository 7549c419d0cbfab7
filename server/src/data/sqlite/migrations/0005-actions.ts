import { entryActTable } from '../../rules/entry-acts.ts'
import { reactionCountTable, reactionTable } from '../../rules/reactions.ts'
import { createStatements } from '../declared-sql.ts'
import type { Migration } from '../migrate.ts'

export const actions: Migration = {
  number: 5,
  statements: [
    ...createStatements(entryActTable),
    ...createStatements(reactionTable),
    ...createStatements(reactionCountTable),
  ],
}
