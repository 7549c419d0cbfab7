import { declareTable } from './declared-table.ts'

/** What is pinned now; `seq` is the act that pinned it. */
export const pinTable = declareTable({
  name: 'pin',
  columns: { conversation: 'integer', target: 'integer', seq: 'integer', account: 'integer' },
  key: ['conversation', 'target'],
  indexes: [['conversation', 'seq']],
})
