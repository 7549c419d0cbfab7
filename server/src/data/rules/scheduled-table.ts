import { declareTable, type RowOf } from './declared-table.ts'

/** When sends are due. What they say stands in the account log item of the same id. */
export const scheduledTable = declareTable({
  name: 'scheduled',
  columns: { account: 'integer', clientId: 'blob', id: 'integer', dueMs: 'integer' },
  key: ['account', 'clientId'],
  indexes: [['dueMs']],
})

export type ScheduledRow = RowOf<typeof scheduledTable>
