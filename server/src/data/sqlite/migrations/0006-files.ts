import {
  blobTable,
  fileSpaceTable,
  fileTable,
  fileUseTable,
  freedBlobTable,
  uploadTable,
} from '../../rules/file-tables.ts'
import { createStatements } from '../declared-sql.ts'
import type { Migration } from '../migrate.ts'

export const files: Migration = {
  number: 6,
  statements: [
    ...createStatements(uploadTable),
    ...createStatements(fileTable),
    ...createStatements(fileUseTable),
    ...createStatements(blobTable),
    ...createStatements(freedBlobTable),
    ...createStatements(fileSpaceTable),
  ],
}
